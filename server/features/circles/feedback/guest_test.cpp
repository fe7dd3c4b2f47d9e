#include "circles/feedback/guest.hpp"

#include "circles/circles_office.hpp"

namespace circles {

namespace {

constexpr std::string_view said = R"({"useful":5,"heard":4,"good":"ได้ฟังกัน","better":"ขอเก้าอี้เพิ่ม"})";

struct GuestOffice : CirclesOffice {
    explicit GuestOffice(db::Engine engine) : CirclesOffice(engine), session(plan(new_circle(), {2026, 11, 18})) {}

    std::string of(std::string_view what) const { return "/api" + session.address + "/feedback" + std::string(what); }
    std::string link() {
        const auto made = editor.post(of("/link"));
        EXPECT_EQ(made.status, 201u) << made.body;
        const auto at = made.body.find("/f/");
        return "/api" + made.body.substr(at, made.body.find('?', at) - at);
    }
    void hold_it() { EXPECT_EQ(editor.post("/api" + session.address + "/hold").status, 200u); }
    FeedbackReply seen(support::Client& client) { return client.get(of("")).as<FeedbackReply>(); }

    records::Envelope session;
};

}  // namespace

OFFICE_TEST(GuestOffice, who_came_and_has_no_account_says_how_it_was_and_it_waits_for_who_keeps_the_session) {
    const auto link = office.link();
    EXPECT_EQ(office.guest.post(link, said).code(), "not_held_yet") << "of what is only planned there is nothing to say";
    office.hold_it();
    EXPECT_EQ(office.guest.post(link, R"({"useful":6,"heard":4})").status, 422u);
    EXPECT_EQ(office.guest.post(link, R"({"heard":4})").status, 422u);
    ASSERT_EQ(office.guest.post(link, said).status, 200u);
    EXPECT_EQ(office.seen(office.editor).given, 0) << "it waits";
    const auto waiting = office.editor.get(office.of("/guests")).body;
    EXPECT_NE(waiting.find("ขอเก้าอี้เพิ่ม"), std::string::npos) << waiting;
    EXPECT_EQ(waiting.find("useful"), std::string::npos) << "nobody picks answers by their marks";
    EXPECT_EQ(office.member.get(office.of("/guests")).status, 403u);
    for (int i = 0; i < 4; ++i) EXPECT_EQ(office.guest.post(link, R"({"useful":3,"heard":3})").status, 200u);
    EXPECT_EQ(office.editor.post(office.of("/guests/take")).status, 200u);
    const auto all = office.seen(office.editor);
    EXPECT_EQ(all.given, 5);
    EXPECT_DOUBLE_EQ(all.useful.value(), 3.4);
    ASSERT_EQ(all.words.size(), 1u);
    EXPECT_EQ(all.words[0].good, "ได้ฟังกัน");
}

OFFICE_TEST(GuestOffice, one_is_taken_in_and_another_left_out) {
    const auto link = office.link();
    office.hold_it();
    office.guest.post(link, said);
    office.guest.post(link, R"({"useful":1,"heard":1,"good":"ขายของ"})");
    const auto id_of = [&](std::string_view words) {
        const auto body = office.editor.get(office.of("/guests")).body;
        const auto at = body.rfind("\"id\":", body.find(words)) + 5;
        return body.substr(at, body.find(',', at) - at);
    };
    EXPECT_EQ(office.editor.del(office.of("/guests/" + id_of("ขายของ"))).status, 200u);
    EXPECT_EQ(office.editor.post(office.of("/guests/" + id_of("ได้ฟังกัน") + "/take")).status, 200u);
    EXPECT_EQ(office.seen(office.editor).given, 1);
    EXPECT_EQ(office.editor.post(office.of("/guests/1/take")).status, 404u);
}

OFFICE_TEST(GuestOffice, a_link_that_was_made_anew_ended_or_is_old_opens_nothing) {
    const auto first = office.link();
    EXPECT_EQ(office.guest.get(first).status, 200u);
    const auto second = office.link();
    EXPECT_EQ(office.guest.get(first).status, 410u);
    EXPECT_EQ(office.guest.get(second).status, 200u);
    EXPECT_EQ(office.guest.get("/f" + second.substr(6)).status, 200u) << "a page that can be read before any script runs";
    EXPECT_EQ(office.editor.del(office.of("/link")).status, 200u);
    EXPECT_EQ(office.guest.get(second).status, 410u);
    EXPECT_EQ(office.editor.del(office.of("/link")).status, 404u);
    const auto third = office.link();
    office.clock.advance_days(31);
    EXPECT_EQ(office.guest.post(third, said).status, 410u);
}

OFFICE_TEST(GuestOffice, a_flood_by_one_link_ends_by_itself) {
    const auto link = office.link();
    office.hold_it();
    for (int count = 0; count < 300; ++count) ASSERT_EQ(office.guest.post(link, said).status, 200u);
    EXPECT_EQ(office.guest.post(link, said).code(), "many_gifts_wait");
}

}  // namespace circles
