#include "circles/facilitators/facilitators.hpp"

#include <algorithm>

#include "circles/circles_office.hpp"
#include "circles/feedback/feedback.hpp"
#include "circles/use/use_reply.hpp"

namespace circles {

namespace {

constexpr base::Date today{2026, 11, 18};

// Two facilitators: the editor and the contributor. Sessions are of two hours unless said. The organisation here is a bare envelope, which
// only the administrator edits; who may of a real one, route_access_test says.
struct PoolOffice : CirclesOffice {
    explicit PoolOffice(db::Engine engine) : CirclesOffice(engine), circle(new_circle()) {}

    std::string pool(std::string_view rest = "") {
        return "/api/circles/facilitators/" + std::to_string(organisation_number()) + std::string(rest);
    }
    std::int64_t organisation_number() { return records::find(*database().read(), organisation)->number; }

    records::Envelope session(base::Date date, std::optional<base::TimeOfDay> ends = base::TimeOfDay{11 * 60}) {
        auto form = session_form(date);
        form.starts = base::TimeOfDay{9 * 60};
        form.ends = ends;
        return plan(circle, form);
    }

    void lead(const records::Envelope& session, base::PersonId person, bool came = true) {
        const AttendeeForm leads{
            .person_id = person, .name = base::Text<0, 200>{"กระบวนกร"}, .role = PersonRole::facilitator, .came = came};
        EXPECT_EQ(editor.post("/api" + session.address + "/people", PeopleForm{{leads}}).status, 200u);
    }

    records::Envelope led(base::Date date, base::PersonId person, std::optional<base::TimeOfDay> ends = base::TimeOfDay{11 * 60}) {
        const auto one = session(date, ends);
        lead(one, person);
        EXPECT_EQ(editor.post("/api" + one.address + "/hold").status, 200u);
        return one;
    }

    support::Reply add(base::PersonId person, const std::string& unit = "") {
        return administrator.post(pool(), FacilitatorForm{person, base::Text<0, 300>{unit}, {}});
    }

    FacilitatorsReply shown() { return administrator.get(pool()).as<FacilitatorsReply>(); }

    records::Envelope circle;
};

const Facilitator& of(const FacilitatorsReply& reply, base::PersonId person) {
    return *std::ranges::find(reply.people, person, &Facilitator::person_id);
}

}  // namespace

TEST(Load, counts_hours_where_both_times_are_known_and_the_last_twelve_months_apart) {
    Load load;
    const base::TimeOfDay nine{9 * 60}, noon{12 * 60};
    add_led(load, {{1}, "", {1}, {2025, 11, 18}, nine, noon}, today);
    add_led(load, {{1}, "", {2}, {2025, 11, 19}, nine, noon}, today);
    add_led(load, {{1}, "", {3}, today, nine, {}}, today);
    add_practice(load, {"", {4}, today, 1.5}, today);
    EXPECT_EQ(load.sessions, 3);
    EXPECT_EQ(load.untimed, 1);
    EXPECT_DOUBLE_EQ(load.hours, 6);
    EXPECT_EQ(load.practices, 1);
    EXPECT_EQ(load.sessions_of_year, 3) << "two led and one practised";
    EXPECT_DOUBLE_EQ(load.hours_of_year, 4.5);
    EXPECT_EQ(load.last, today);
}

OFFICE_TEST(PoolOffice, who_led_what_is_added_up_and_who_has_led_least_stands_first) {
    office.led({2026, 11, 4}, office.editor.person);
    office.led({2026, 11, 11}, office.editor.person);
    office.led({2026, 11, 12}, office.contributor.person, {});
    ASSERT_EQ(office.add(office.editor.person, "กองสาธารณสุข").status, 200u);
    const auto reply = office.shown();
    ASSERT_EQ(reply.people.size(), 2u);
    EXPECT_EQ(reply.people[0].person_id, office.contributor.person);
    EXPECT_FALSE(reply.people[0].in_pool) << "led here, and is not in the pool";
    EXPECT_EQ(reply.people[0].load.untimed, 1);
    EXPECT_EQ(reply.people[1].unit, "กองสาธารณสุข");
    EXPECT_DOUBLE_EQ(reply.people[1].load.hours_of_year, 4);
    EXPECT_EQ(office.administrator.del(office.pool("/people/" + std::to_string(office.editor.person.value))).status, 200u);
    EXPECT_FALSE(of(office.shown(), office.editor.person).in_pool) << "what was led stays led";
    EXPECT_EQ(office.administrator.del(office.pool("/people/" + std::to_string(office.editor.person.value))).status, 404u);
    EXPECT_EQ(office.add({1}).problem().errors.at(0).code, "unknown_person");
    EXPECT_EQ(office.member.get(office.pool()).status, 403u) << "whom to ask is for those who write for the organisation";
}

OFFICE_TEST(PoolOffice, hours_of_practice_count_for_the_trainee_once) {
    office.add(office.contributor.person);
    const auto practice = office.led({2026, 11, 11}, office.editor.person);
    const auto uses = office.editor.post("/api" + practice.address + "/methods", R"({"method":"practice"})").as<std::vector<Use>>();
    const auto at = "/api" + practice.address + "/methods/" + std::to_string(uses.at(0).id.value) + "/answers";
    const auto name = of(office.shown(), office.contributor.person).name;
    const auto hours = std::to_string(uses.at(0).content.fields.size() - 1);
    office.editor.post(at, R"({"part":"field","place":0,"body":")" + name + R"("})");
    ASSERT_EQ(office.editor.post(at, R"({"part":"field","place":)" + hours + R"(,"body":"1.5"})").status, 201u);
    const auto trainee = of(office.shown(), office.contributor.person).load;
    EXPECT_EQ(trainee.practices, 1);
    EXPECT_DOUBLE_EQ(trainee.practice_hours, 1.5);
    EXPECT_DOUBLE_EQ(trainee.hours_of_year, 1.5);
    office.lead(practice, office.contributor.person);
    const auto listed = of(office.shown(), office.contributor.person).load;
    EXPECT_EQ(listed.practices, 0) << "listed as its facilitator, they led it";
    EXPECT_DOUBLE_EQ(listed.hours_of_year, 2);
}

OFFICE_TEST(PoolOffice, who_is_away_or_leads_elsewhere_is_not_free) {
    office.add(office.contributor.person);
    const auto next = office.session({2026, 11, 25});
    office.lead(next, office.contributor.person, false);
    const AwayForm away{office.contributor.person, {2026, 12, 1}, {2026, 12, 5}, base::Text<0, 300>{"อบรม"}};
    EXPECT_EQ(office.administrator.post(office.pool("/away"), away).status, 200u);
    const auto reply = office.shown();
    ASSERT_EQ(reply.engaged.size(), 1u);
    EXPECT_EQ(reply.engaged[0].date, (base::Date{2026, 11, 25}));
    ASSERT_EQ(reply.away.size(), 1u);
    EXPECT_EQ(reply.away[0].reason, "อบรม");
    ASSERT_EQ(reply.coming.size(), 1u);
    EXPECT_EQ(reply.coming[0].facilitators, std::vector{office.contributor.person});
    EXPECT_EQ(of(reply, office.contributor.person).load.sessions, 0) << "what is planned is not led yet";
    const AwayForm backwards{office.contributor.person, {2026, 12, 5}, {2026, 12, 1}, {}};
    EXPECT_EQ(office.administrator.post(office.pool("/away"), backwards).problem().errors.at(0).code, "ends_before_it_begins");
    const auto gone = office.pool("/away/" + std::to_string(reply.away[0].id.value));
    EXPECT_EQ(office.administrator.del(gone).status, 200u);
    EXPECT_EQ(office.administrator.del(gone).status, 404u);
}

OFFICE_TEST(PoolOffice, what_those_who_came_said_is_told_from_five_answers_on) {
    const auto session = office.led({2026, 11, 11}, office.editor.person);
    const auto say = [&](int useful) { office.editor.post("/api" + session.address + "/feedback", FeedbackForm{{useful}, {4}, {}, {}}); };
    for (const int useful : {5, 4, 4, 5}) say(useful);
    EXPECT_FALSE(of(office.shown(), office.editor.person).useful);
    say(4);
    EXPECT_DOUBLE_EQ(of(office.shown(), office.editor.person).useful.value(), 4.4);
}

}  // namespace circles
