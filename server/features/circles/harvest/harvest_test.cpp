#include "circles/circles_office.hpp"

namespace circles {

static std::string knowledge_of(const records::Envelope& session, PointId point) {
    return "/api" + session.address + "/points/" + std::to_string(point.value) + "/knowledge";
}

static PointId say_aloud(CirclesOffice& office, const records::Envelope& session) {
    return office.say(office.contributor, session, "ถ้าเด็กเริ่ม ผู้ใหญ่ก็ทำตาม", "ยายสมมติ มีสุข").as<Point>().id;
}

OFFICE_TEST(CirclesOffice, a_word_becomes_a_draft_in_one_tap_and_its_river_leads_back_to_where_it_was_said) {
    const auto session = office.hold(office.new_circle(CircleKind::meeting), {2026, 11, 18});
    const auto reply = office.editor.post(knowledge_of(session, say_aloud(office, session)), "{}");
    ASSERT_EQ(reply.status, 201u) << reply.body;
    const auto item = reply.as<records::Envelope>();
    EXPECT_EQ(item.state, records::State::draft);
    EXPECT_EQ(item.owner_id, office.organisation);
    EXPECT_EQ(item.happened_on, (base::Date{2026, 11, 18}));
    const auto river = office.editor.get("/api/records/" + std::to_string(item.id.value) + "/river").body;
    for (const auto& part : {session.address, std::string("ถ้าเด็กเริ่ม ผู้ใหญ่ก็ทำตาม"), std::string(R"("flow":"became")")})
        EXPECT_NE(river.find(part), std::string::npos) << part;
    EXPECT_EQ((reply.body + river).find("ยายสมมติ"), std::string::npos) << "nobody asked her yet";
    EXPECT_EQ(office.guest.get("/api/records/" + std::to_string(item.id.value)).status, 404u);
}

OFFICE_TEST(CirclesOffice, what_stays_in_the_circle_becomes_nothing_until_its_speaker_agrees) {
    const auto session = office.hold(office.new_circle(CircleKind::dialogue), {2026, 11, 18});
    const auto point = say_aloud(office, session);
    EXPECT_EQ(office.editor.post(knowledge_of(session, point), "{}").code(), "stays_in_the_circle");
    office.contributor.put("/api" + session.address + "/points/" + std::to_string(point.value) + "/consent",
                           ConsentForm{.consent = Consent::nameless, .how = {}});
    EXPECT_EQ(office.editor.post(knowledge_of(session, point), "{}").status, 201u);
}

OFFICE_TEST(CirclesOffice, only_who_writes_in_the_session_takes_words_out_of_it) {
    const auto session = office.hold(office.new_circle(CircleKind::meeting), {2026, 11, 18});
    const auto point = say_aloud(office, session);
    EXPECT_EQ(office.guest.post(knowledge_of(session, point), "{}").code(), "sign_in_needed");
    EXPECT_EQ(office.member.post(knowledge_of(session, point), "{}").code(), "not_allowed");
    EXPECT_EQ(office.editor.post(knowledge_of(session, {12345}), "{}").status, 404u);
}

}  // namespace circles
