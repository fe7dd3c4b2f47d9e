#include "circles/agreements/followed.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "circles/agreements/agreement_notices.hpp"
#include "circles/agreements/owner.hpp"
#include "circles/circles_office.hpp"
#include "mail/messages.hpp"
#include "mail/testing.hpp"

namespace circles {

namespace {

// A session of 18 November 2026 in a circle that the contributor helps to keep; all can be reached but one.
struct FollowingOffice : CirclesOffice {
    explicit FollowingOffice(db::Engine engine) : CirclesOffice(engine) {
        const Reach reach = [this](db::Session&, base::PersonId person) -> std::optional<mail::DigestReader> {
            if (person == without_mail) return std::nullopt;
            return mail::DigestReader{person, {address_of(person), "ผู้ร่วมวง"}, base::Language::th};
        };
        add_agreement_notices(handlers, {database(), postbox, reach});
        circle = new_circle(CircleKind::meeting);
        session = hold(circle, {2026, 11, 18});
    }

    Agreement agree(const std::string& body, std::optional<base::Date> due, records::RecordId owner = {}) {
        AgreementForm form;
        form.body = {body};
        form.due_on = due;
        if (owner) form.owner_id = owner;
        const auto reply = editor.post("/api" + session.address + "/agreements", form);
        EXPECT_EQ(reply.status, 201u) << reply.body;
        return reply.as<Agreement>();
    }
    AgreementsReply seen(support::Client& client) { return client.get("/api" + circle.address + "/agreements").as<AgreementsReply>(); }
    support::Reply tell(support::Client& client, const Agreement& agreement, std::string_view body) {
        return client.put("/api" + session.address + "/agreements/" + std::to_string(agreement.id.value) + "/stands", body);
    }
    std::vector<mail::Message> after(base::Date day) {
        clock.set(base::at_bangkok(day, {9 * 60}));
        handlers.at("circles.tell_agreements").work("");
        return mail::list_messages(*database().read(), 50);
    }

    static std::string address_of(base::PersonId person) { return "p" + std::to_string(person.value) + "@example.org"; }
    std::vector<std::string> written_to(base::Date day) {
        std::vector<std::string> addresses;
        for (const auto& message : after(day)) addresses.push_back(message.recipient);
        return addresses;
    }
    std::vector<OwnerChoice> offered(support::Client& client) {
        return client.get("/api" + session.address + "/agreements/owners").as<std::vector<OwnerChoice>>();
    }

    mail::Postbox postbox{mail::testing::inbox()};
    base::PersonId without_mail;
    jobs::Handlers handlers;
    records::Envelope circle;
    records::Envelope session;
};

}  // namespace

OFFICE_TEST(FollowingOffice, agreements_of_all_sessions_stand_on_one_page_with_what_is_open_first) {
    const auto done = office.agree("ติดป้ายหน้าวัด", base::Date{2026, 11, 20});
    office.agree("คุยกับโรงเรียน", {});
    office.agree("นัดช่างดูท่อ", base::Date{2026, 12, 1});
    EXPECT_EQ(office.tell(office.editor, done, R"({"state":"done","version":1,"note":"ติดแล้วสองป้าย"})").status, 200u);
    const auto seen = office.seen(office.guest);
    ASSERT_EQ(seen.agreements.size(), 3u);
    EXPECT_EQ(seen.agreements[0].agreement.body, "นัดช่างดูท่อ");
    EXPECT_EQ(seen.agreements[1].agreement.body, "คุยกับโรงเรียน") << "without a day, after those that have one";
    EXPECT_EQ(seen.agreements[2].agreement.note, "ติดแล้วสองป้าย");
    EXPECT_TRUE(seen.agreements[2].agreement.done_on);
    EXPECT_EQ(seen.agreements[0].session_address, office.session.address);
    EXPECT_FALSE(seen.agreements[0].may_tell);
}

OFFICE_TEST(FollowingOffice, a_day_that_has_passed_is_told_to_those_it_concerns_and_to_nobody_else) {
    office.agree("นัดช่างดูท่อ", base::Date{2026, 11, 19}, records::record_id(office.stranger.person));
    EXPECT_EQ(office.seen(office.editor).agreements[0].days_past, 2);
    EXPECT_EQ(office.seen(office.stranger).agreements[0].days_past, 2) << "it is theirs";
    EXPECT_TRUE(office.seen(office.stranger).agreements[0].may_tell);
    EXPECT_FALSE(office.seen(office.guest).agreements[0].days_past);
}

OFFICE_TEST(FollowingOffice, whose_it_is_says_how_it_stands_and_sets_another_day_and_nobody_else_does) {
    const auto agreement = office.agree("นัดช่างดูท่อ", base::Date{2026, 11, 19}, records::record_id(office.stranger.person));
    EXPECT_EQ(office.tell(office.member, agreement, R"({"state":"done","version":1})").status, 403u);
    EXPECT_EQ(office.tell(office.guest, agreement, R"({"state":"done","version":1})").status, 401u);
    const auto moved = office.tell(office.stranger, agreement, R"({"state":"open","due_on":"2026-12-19","note":"ช่างป่วย","version":1})");
    ASSERT_EQ(moved.status, 200u) << moved.body;
    EXPECT_EQ(moved.as<Agreement>().due_on, (base::Date{2026, 12, 19}));
    EXPECT_EQ(office.tell(office.editor, agreement, R"({"state":"done","version":1})").status, 412u) << "told by somebody else meanwhile";
    EXPECT_EQ(office.tell(office.editor, agreement, R"({"state":"dropped","version":2})").status, 200u);
}

OFFICE_TEST(FollowingOffice, whose_it_is_is_reminded_before_and_after_the_day_and_the_keepers_of_the_circle_last) {
    const auto stranger = records::record_id(office.stranger.person);
    const auto agreement = office.agree("นัดช่างดูท่อ", base::Date{2026, 12, 10}, stranger);
    EXPECT_EQ(office.after({2026, 12, 2}).size(), 0u);
    EXPECT_EQ(office.after({2026, 12, 3}).size(), 1u);
    EXPECT_EQ(office.after({2026, 12, 4}).size(), 1u) << "once";
    EXPECT_EQ(office.after({2026, 12, 12}).size(), 1u) << "not on the very day after";
    const auto after = office.after({2026, 12, 13});
    ASSERT_EQ(after.size(), 2u);
    EXPECT_NE(after.front().plain.find("นัดช่างดูท่อ"), std::string::npos) << after.front().plain;
    EXPECT_NE(after.front().plain.find(office.circle.address + "/agreements"), std::string::npos);
    EXPECT_GT(office.after({2026, 12, 24}).size(), 2u) << "those who keep the circle, two weeks after";
    const auto told = office.after({2026, 12, 25}).size();
    office.tell(office.editor, agreement, R"({"state":"done","version":1})");
    EXPECT_EQ(office.after({2027, 1, 20}).size(), told);
}

OFFICE_TEST(FollowingOffice, where_no_mail_reaches_whose_it_is_those_who_keep_the_circle_are_told_in_their_place) {
    office.without_mail = office.stranger.person;
    office.agree("นัดช่างดูท่อ", base::Date{2026, 12, 10}, records::record_id(office.stranger.person));
    const auto told = office.written_to({2026, 12, 3});
    EXPECT_FALSE(told.empty());
    EXPECT_NE(std::ranges::find(told, FollowingOffice::address_of(office.contributor.person)), told.end());
    EXPECT_EQ(office.written_to({2026, 12, 4}).size(), told.size()) << "once";
    const auto keeper = office.after({2026, 12, 13}).front();
    EXPECT_NE(keeper.plain.find("อาจต้องการคนช่วย"), std::string::npos) << keeper.plain;
    EXPECT_EQ(keeper.plain.find("เรื่องที่รับไว้"), std::string::npos) << "it was not they who took it on";
    const auto told_late = office.written_to({2026, 12, 24}).size();
    EXPECT_EQ(told_late, 3 * told.size()) << "one letter for each time, not two on one day";
}

OFFICE_TEST(FollowingOffice, an_agreement_of_somebody_known_goes_by_their_name_and_of_nothing_else) {
    const auto agreement = office.agree("นัดช่างดูท่อ", {}, office.organisation);
    EXPECT_EQ(agreement.owner, records::find(*office.database().read(), office.organisation)->title);
    const auto refused = office.editor.post("/api" + office.session.address + "/agreements",
                                            R"({"body":"นัดช่าง","owner_id":)" + std::to_string(office.circle.id.value) + "}");
    EXPECT_EQ(refused.problem().errors.at(0).code, "unknown_owner") << "a circle takes nothing on";
}

OFFICE_TEST(FollowingOffice, who_edits_gives_it_to_somebody_else_and_whose_it_is_does_not) {
    const auto agreement = office.agree("นัดช่างดูท่อ", {}, records::record_id(office.stranger.person));
    const auto given = R"({"state":"open","version":1,"owner_id":)" + std::to_string(office.member.person.value) + "}";
    EXPECT_EQ(office.tell(office.stranger, agreement, given).status, 403u);
    EXPECT_EQ(office.tell(office.stranger, agreement, R"({"state":"open","version":1,"note":"เริ่มแล้ว"})").as<Agreement>().owner_id,
              agreement.owner_id)
        << "what is not said stays";
    EXPECT_EQ(office.tell(office.editor, agreement, R"({"state":"open","version":2,"owner":"ป้าสมมุติ"})").as<Agreement>().owner, "ป้าสมมุติ");
    EXPECT_FALSE(office.seen(office.stranger).agreements[0].may_tell) << "it is no longer theirs";
}

OFFICE_TEST(FollowingOffice, those_who_are_there_are_offered_first_and_only_to_who_writes) {
    const auto first = office.offered(office.editor);
    ASSERT_FALSE(first.empty());
    EXPECT_EQ(first.front().kind, "organisation") << "nobody is there yet";
    const PeopleForm there{{AttendeeForm{.person_id = office.member.person}}};
    EXPECT_EQ(office.editor.post("/api" + office.session.address + "/people", there).status, 200u);
    EXPECT_EQ(office.offered(office.editor).front().id, records::record_id(office.member.person));
    EXPECT_EQ(office.stranger.get("/api" + office.session.address + "/agreements/owners").status, 403u);
}

OFFICE_TEST(FollowingOffice, a_server_that_was_away_for_long_reminds_nobody_of_what_is_old) {
    office.agree("นัดช่างดูท่อ", base::Date{2026, 11, 25}, records::record_id(office.stranger.person));
    EXPECT_EQ(office.after({2027, 3, 1}).size(), 0u);
}

}  // namespace circles
