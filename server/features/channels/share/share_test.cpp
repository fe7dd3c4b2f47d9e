#include "channels/channels_office.hpp"

namespace channels {

static std::string share(support::Client& client, const records::Envelope& session) {
    const auto reply = client.get("/api" + session.address + "/share");
    EXPECT_EQ(reply.status, 200u) << reply.body;
    return reply.body;
}

static bool has(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

OFFICE_TEST(ChannelsOffice, an_invitation_says_when_where_and_what_the_question_is_in_the_thai_year) {
    auto form = office.session_form({2026, 11, 25});
    form.starts = base::TimeOfDay{9 * 60};
    form.place = {"ศาลาริมน้ำ"};
    form.key_question = {"แยกขยะอย่างไรให้คนอยากทำ"};
    const auto text = share(office.guest, office.plan(office.new_circle(), form));
    for (const auto* part : {"25 พฤศจิกายน 2569", "09.00 น.", "ศาลาริมน้ำ", "แยกขยะอย่างไรให้คนอยากทำ", "วงสานเสวนาวันพุธ"})
        EXPECT_TRUE(has(text, part)) << part << text;
    EXPECT_FALSE(has(text, "2026"));
    EXPECT_TRUE(has(text, R"("summary":"")")) << "nothing is told of what was not held";
}

OFFICE_TEST(ChannelsOffice, a_summary_tells_what_speakers_let_out_and_nothing_that_stays_in_the_circle) {
    const auto circle = office.new_circle(circles::CircleKind::dialogue);
    const auto session = office.hold(circle, {2026, 11, 18});
    office.say(office.contributor, session, "น้ำลดเร็วกว่าปีก่อน", "ยายสมมติ");
    const auto said = office.say(office.contributor, session, "เรื่องในบ้านของฉัน", "ป้าสมมติ").as<circles::Point>();
    EXPECT_FALSE(has(share(office.editor, session), "น้ำลด")) << "in a dialogue words stay until their speaker agrees";
    const auto agree = [&](circles::PointId id, std::string_view consent) {
        const auto path = "/api" + session.address + "/points/" + std::to_string(id.value) + "/consent";
        EXPECT_EQ(office.contributor.put(path, R"({"consent":")" + std::string(consent) + R"("})").status, 200u);
    };
    agree({said.id.value}, "nameless");
    const auto text = share(office.editor, session);
    EXPECT_TRUE(has(text, "เรื่องในบ้านของฉัน")) << text;
    EXPECT_FALSE(has(text, "ป้าสมมติ"));
    EXPECT_FALSE(has(text, "น้ำลด"));
}

}  // namespace channels
