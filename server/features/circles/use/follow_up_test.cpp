#include "circles/use/follow_up.hpp"

#include <algorithm>

#include "circles/circles_office.hpp"
#include "circles/use/follow_up_notices.hpp"
#include "circles/use/use_reply.hpp"
#include "mail/messages.hpp"
#include "mail/testing.hpp"

namespace circles {

namespace {

// Where the method's fields lie.
constexpr int question = 0;
constexpr int will_try = 4;
constexpr int after_thirty = 5;
constexpr int after_ninety = 6;

// A peer assist of 18 November 2026, hosted by somebody of another organisation; the contributor keeps its circle. Mail reaches everybody
// but those who are named in without_mail.
struct FollowUpOffice : CirclesOffice {
    explicit FollowUpOffice(db::Engine engine) : CirclesOffice(engine) {
        const Reach reach = [this](db::Session&, base::PersonId person) -> std::optional<mail::DigestReader> {
            if (std::ranges::find(without_mail, person) != without_mail.end()) return std::nullopt;
            return mail::DigestReader{person, {address_of(person), "ผู้ร่วมวง"}, base::Language::th};
        };
        add_follow_up_notices(handlers, {database(), postbox, reach});
        session = hold(new_circle(CircleKind::peer_assist), {2026, 11, 18});
        use = editor.post("/api" + session.address + "/methods", R"({"method":"peer_assist"})").as<std::vector<Use>>().at(0);
        write(editor, will_try, "ผลัดเวรเปิดน้ำคนละคืน");
    }

    void name_host(base::PersonId person) {
        const auto id = std::to_string(person.value);
        const auto reply =
            editor.post("/api" + session.address + "/people", R"({"people":[{"person_id":)" + id + R"(,"name":"เจ้าภาพ","role":"host"}]})");
        EXPECT_EQ(reply.status, 200u) << reply.body;
    }
    support::Reply write(support::Client& client, int place, const std::string& body, std::string_view part = "field") {
        return client.post("/api" + session.address + "/methods/" + std::to_string(use.id.value) + "/answers",
                           R"({"part":")" + std::string(part) + R"(","place":)" + std::to_string(place) + R"(,"body":")" + body + R"("})");
    }
    support::Reply change(support::Client& client, const CapturedAnswer& answer, const std::string& body) {
        return client.put("/api" + session.address + "/method-answers/" + std::to_string(answer.id.value),
                          R"({"body":")" + body + R"(","version":1})");
    }
    Use seen(support::Client& client) { return client.get("/api" + session.address + "/methods").as<std::vector<Use>>().at(0); }

    std::vector<mail::Message> after(base::Date day, int hour = 9) {
        clock.set(base::at_bangkok(day, {hour * 60}));
        handlers.at("circles.ask_follow_ups").work("");
        return mail::list_messages(*database().read(), 50);
    }
    static std::string address_of(base::PersonId person) { return "p" + std::to_string(person.value) + "@example.org"; }

    mail::Postbox postbox{mail::testing::inbox()};
    std::vector<base::PersonId> without_mail;
    jobs::Handlers handlers;
    records::Envelope session;
    Use use;
};

}  // namespace

OFFICE_TEST(FollowUpOffice, a_host_is_written_to_on_the_thirtieth_and_the_ninetieth_day_once_each) {
    office.name_host(office.stranger.person);
    EXPECT_EQ(office.after({2026, 12, 17}).size(), 0u);
    EXPECT_EQ(office.after({2026, 12, 18}, 5).size(), 0u) << "not in the night";
    const auto first = office.after({2026, 12, 18});
    ASSERT_EQ(first.size(), 1u);
    EXPECT_EQ(first[0].recipient, FollowUpOffice::address_of(office.stranger.person));
    EXPECT_NE(first[0].plain.find("ผลัดเวรเปิดน้ำคนละคืน"), std::string::npos) << first[0].plain;
    EXPECT_NE(first[0].plain.find("ผ่านไป 30 วัน"), std::string::npos) << first[0].plain;
    EXPECT_NE(first[0].plain.find(office.session.address + "/methods"), std::string::npos);
    EXPECT_EQ(office.after({2026, 12, 19}).size(), 1u) << "once";
    EXPECT_EQ(office.after({2027, 2, 15}).size(), 1u);
    EXPECT_EQ(office.after({2027, 2, 16}).size(), 2u);
    EXPECT_EQ(office.after({2027, 2, 17}).size(), 2u);
}

OFFICE_TEST(FollowUpOffice, what_is_answered_is_not_asked_and_what_is_long_over_neither) {
    office.name_host(office.stranger.person);
    EXPECT_EQ(office.write(office.stranger, after_thirty, "แบ่งน้ำได้ทั่วถึงขึ้น").status, 201u);
    EXPECT_EQ(office.after({2026, 12, 18}).size(), 0u);
    EXPECT_EQ(office.after({2027, 3, 19}).size(), 0u) << "a server that was away for a month";
}

OFFICE_TEST(FollowUpOffice, who_keeps_the_circle_is_written_to_where_mail_reaches_no_host) {
    office.name_host(office.stranger.person);
    office.without_mail = {office.stranger.person};
    const auto told = office.after({2026, 12, 18});
    ASSERT_FALSE(told.empty());
    const auto keeper = FollowUpOffice::address_of(office.contributor.person);
    EXPECT_NE(std::ranges::find(told, keeper, &mail::Message::recipient), told.end());
    EXPECT_NE(told[0].plain.find("เขียนถึงเจ้าภาพไม่ได้"), std::string::npos) << told[0].plain;
    EXPECT_EQ(office.after({2026, 12, 19}).size(), told.size()) << "once";
    office.without_mail.clear();
    EXPECT_EQ(office.after({2026, 12, 20}).size(), told.size() + 1) << "the host has confirmed an address meanwhile";
}

OFFICE_TEST(FollowUpOffice, who_keeps_the_circle_is_written_to_where_nobody_is_named_as_host) {
    EXPECT_FALSE(office.after({2026, 12, 18}).empty());
}

OFFICE_TEST(FollowUpOffice, a_session_that_was_not_held_is_asked_of_nobody) {
    office.name_host(office.stranger.person);
    EXPECT_EQ(office.editor.post("/api" + office.session.address + "/reopen").status, 200u);
    EXPECT_EQ(office.after({2026, 12, 18}).size(), 0u);
}

OFFICE_TEST(FollowUpOffice, a_host_answers_what_is_asked_later_and_nothing_else) {
    EXPECT_EQ(office.write(office.stranger, after_thirty, "ยังไม่ใช่เจ้าภาพ").status, 403u);
    office.name_host(office.stranger.person);
    EXPECT_TRUE(office.seen(office.stranger).may_follow_up);
    const auto told = office.write(office.stranger, after_thirty, "แบ่งน้ำได้ทั่วถึงขึ้น");
    ASSERT_EQ(told.status, 201u) << told.body;
    EXPECT_EQ(office.change(office.stranger, told.as<CapturedAnswer>(), "แบ่งน้ำได้สองหมู่บ้าน").status, 200u);
    EXPECT_EQ(office.write(office.stranger, after_ninety, "ครบทุกหมู่บ้าน").status, 201u);
    EXPECT_EQ(office.write(office.stranger, question, "โจทย์ใหม่").status, 403u);
    EXPECT_EQ(office.write(office.stranger, will_try, "อีกเรื่อง").status, 403u);
    EXPECT_EQ(office.write(office.stranger, 0, "เจ้าภาพ", "role").status, 403u);
    EXPECT_EQ(office.write(office.stranger, 99, "ไม่มีช่อง").status, 403u);
}

OFFICE_TEST(FollowUpOffice, others_who_read_the_session_answer_nothing_of_it) {
    office.name_host(office.stranger.person);
    const auto promised = office.seen(office.editor).answers.at(0);
    const auto told = office.write(office.stranger, after_thirty, "แบ่งน้ำได้ทั่วถึงขึ้น").as<CapturedAnswer>();
    EXPECT_EQ(office.write(office.guest, after_ninety, "คนผ่านมา").status, 401u);
    EXPECT_EQ(office.write(office.member, after_ninety, "สมาชิก").status, 403u);
    EXPECT_EQ(office.change(office.member, told, "แก้ของคนอื่น").status, 404u);
    EXPECT_EQ(office.change(office.stranger, promised, "แก้คำที่จดในวง").status, 404u) << "a host, but not what is asked later";
    EXPECT_FALSE(office.seen(office.member).may_follow_up);
    EXPECT_FALSE(office.seen(office.guest).may_follow_up);
    EXPECT_EQ(office.stranger.del("/api" + office.session.address + "/method-answers/" + std::to_string(told.id.value)).status, 403u);
    EXPECT_EQ(office.write(office.editor, after_ninety, "จดให้เจ้าภาพ").status, 201u);
}

}  // namespace circles
