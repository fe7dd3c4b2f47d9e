#include <algorithm>

#include "circles/circles_office.hpp"
#include "journal/journal.hpp"

namespace circles {

using records::Audience;
using records::Visibility;

static support::Reply set_audience(CirclesOffice& office, const records::Envelope& record, const Audience& audience) {
    const auto path = "/api/records/" + std::to_string(record.id.value);
    const auto stands = records::find(*office.database().read(), record.id)->version;
    return office.editor.put(path + "/audience", audience, stands);
}
static void open_to(CirclesOffice& office, const records::Envelope& record, Visibility visibility) {
    const auto reply = set_audience(office, record, {visibility, {}, {}});
    EXPECT_EQ(reply.status, 200u) << reply.body;
}
static support::Reply move(CirclesOffice& office, const records::Envelope& record, const std::string& step) {
    return office.editor.post("/api/records/" + std::to_string(record.id.value) + "/" + step);
}
static unsigned seen_by(support::Client& client, const records::Envelope& record) {
    return client.get("/api" + record.address).status;
}

OFFICE_TEST(CirclesOffice, a_circle_that_turns_inward_takes_every_session_out_of_sight) {
    const auto circle = office.new_circle();
    const auto session = office.hold(circle, {2026, 11, 18});
    const auto planned = office.plan(circle, base::Date{2026, 11, 25});
    open_to(office, circle, Visibility::members);
    for (const auto& path : {"/api" + session.address, "/api" + planned.address, session.address, "/api" + circle.address + "/strip"})
        for (auto* client : {&office.guest, &office.stranger, &office.administrator}) EXPECT_EQ(client->get(path).status, 404u) << path;
    EXPECT_EQ(office.guest.get("/api/sessions").body, "[]");
    EXPECT_EQ(office.guest.get("/api/records?within=" + std::to_string(circle.id.value)).body, R"({"items":[]})");
    EXPECT_EQ(std::ranges::count(office.guest.get("/api/circles/transparency.csv?year=2570").body, '\n'), 1) << "only the heading";
    EXPECT_EQ(office.guest.get("/api/circles/calendar?year=2570").body.find("แยกขยะ"), std::string::npos);
    EXPECT_EQ(seen_by(office.member, session), 200u);
}

OFFICE_TEST(CirclesOffice, each_session_that_turned_inward_with_its_circle_has_its_event) {
    const auto circle = office.new_circle();
    const auto session = office.plan(circle, base::Date{2026, 11, 25});
    open_to(office, circle, Visibility::members);
    const auto changes = journal::list_changes(*office.database().read(), session.id.value, 10);
    EXPECT_TRUE(std::ranges::any_of(changes, [](const auto& change) { return change.action == "records.audience_changed"; }));
    EXPECT_EQ(office.show(office.editor, session).record.version, session.version + 1);
}

OFFICE_TEST(CirclesOffice, a_circle_that_opens_again_opens_the_sessions_that_followed_it_and_no_other) {
    const auto circle = office.new_circle();
    const auto follows = office.plan(circle, base::Date{2026, 11, 18});
    const auto kept_in = office.plan(circle, base::Date{2026, 11, 25});
    open_to(office, kept_in, Visibility::members);
    open_to(office, circle, Visibility::members);
    open_to(office, circle, Visibility::public_);
    EXPECT_EQ(seen_by(office.guest, follows), 200u);
    EXPECT_EQ(seen_by(office.guest, kept_in), 404u);
    open_to(office, kept_in, Visibility::public_);  // from now on it follows again
    open_to(office, circle, Visibility::members);
    open_to(office, circle, Visibility::public_);
    EXPECT_EQ(seen_by(office.guest, kept_in), 200u);
}

OFFICE_TEST(CirclesOffice, a_session_cannot_be_opened_wider_than_its_circle) {
    const auto circle = office.new_circle();
    const auto session = office.plan(circle, base::Date{2026, 11, 25});
    open_to(office, circle, Visibility::members);
    const auto wider = set_audience(office, session, {Visibility::public_, {}, {}});
    EXPECT_EQ(wider.status, 422u);
    EXPECT_EQ(wider.problem().errors.at(0).pointer, "/visibility");
    EXPECT_EQ(wider.problem().errors.at(0).code, "wider_than_outer");
    const auto named = set_audience(office, session, {Visibility::private_, {}, {office.stranger.person}});
    EXPECT_EQ(named.problem().errors.at(0).pointer, "/persons") << "somebody who may not read the circle";
    EXPECT_EQ(set_audience(office, session, {Visibility::private_, {}, {office.member.person}}).status, 200u);
    EXPECT_EQ(seen_by(office.member, session), 200u);
    EXPECT_EQ(seen_by(office.steward, session), 404u);
}

OFFICE_TEST(CirclesOffice, a_circle_for_partners_that_loses_one_loses_it_in_its_sessions_too) {
    const auto circle = office.new_circle();
    set_audience(office, circle, {Visibility::partners, {office.other_organisation}, {}});
    const auto session = office.plan(circle, base::Date{2026, 11, 25});
    EXPECT_EQ(seen_by(office.stranger, session), 200u);
    set_audience(office, circle, {Visibility::partners, {}, {}});
    EXPECT_EQ(seen_by(office.stranger, session), 404u);
}

OFFICE_TEST(CirclesOffice, a_private_circle_is_for_those_named_on_it_its_maker_and_who_closed_the_door) {
    auto form = office.circle_form();
    const auto circle = office.contributor.post("/api/circles", form).as<records::Envelope>();
    const auto session = office.plan(circle, base::Date{2026, 11, 25});
    EXPECT_EQ(set_audience(office, circle, {Visibility::private_, {}, {office.stranger.person}}).status, 200u);
    for (const auto& record : {circle, session}) {
        for (auto* client : {&office.stranger, &office.contributor, &office.editor}) EXPECT_EQ(seen_by(*client, record), 200u);
        for (auto* client : {&office.guest, &office.member, &office.steward, &office.administrator})
            EXPECT_EQ(seen_by(*client, record), 404u);
    }
}

OFFICE_TEST(CirclesOffice, a_withdrawn_circle_takes_its_sessions_along_and_brings_them_back) {
    const auto circle = office.new_circle();
    const auto session = office.hold(circle, {2026, 11, 18});
    const auto withdrawn_before = office.hold(circle, {2026, 11, 11});
    EXPECT_EQ(move(office, withdrawn_before, "withdraw").status, 200u);
    EXPECT_EQ(move(office, circle, "withdraw").status, 200u);
    EXPECT_EQ(seen_by(office.guest, session), 404u);
    EXPECT_EQ(move(office, session, "publish").code(), "outer_not_published");
    EXPECT_EQ(office.editor.post("/api" + circle.address + "/sessions", office.session_form({2026, 11, 25})).code(), "outer_not_published");
    EXPECT_EQ(move(office, circle, "publish").status, 200u);
    EXPECT_EQ(seen_by(office.guest, session), 200u);
    EXPECT_EQ(seen_by(office.guest, withdrawn_before), 404u) << "it was withdrawn by itself";
}

OFFICE_TEST(CirclesOffice, a_deleted_circle_leaves_no_session_in_public_and_comes_back_whole) {
    const auto circle = office.new_circle();
    const auto session = office.hold(circle, {2026, 11, 18});
    const auto path = "/api/records/" + std::to_string(circle.id.value);
    const auto stands = office.show_circle(office.editor, circle).record.version;
    EXPECT_EQ(office.editor.del(path, stands).status, 200u);
    EXPECT_EQ(seen_by(office.guest, session), 404u);
    EXPECT_EQ(office.guest.get("/api/sessions").body, "[]");
    EXPECT_EQ(move(office, circle, "restore").status, 200u);
    EXPECT_EQ(seen_by(office.guest, session), 200u);
}

OFFICE_TEST(CirclesOffice, who_runs_the_house_hears_no_more_of_an_open_dialogue_than_anybody_else) {
    const auto session = office.hold(office.new_circle(CircleKind::dialogue), {2026, 11, 18});
    office.say(office.contributor, session, "เรื่องในบ้านของเรา", "ยายสมมติ มีสุข");
    office.editor.post("/api" + session.address + "/people", R"({"people":[{"name":"ยายสมมติ มีสุข"}]})");
    EXPECT_EQ(office.show(office.member, session).points.size(), 1u);
    const auto seen = office.show(office.administrator, session);
    EXPECT_TRUE(seen.points.empty());
    EXPECT_TRUE(seen.people.empty());
    EXPECT_FALSE(seen.process);
    EXPECT_TRUE(seen.rights.edit) << "but may put right what everybody reads";

    auto form = office.session_form({2026, 11, 18});
    form.process = ProcessNotes{{"หลับตาหนึ่งนาที"}, {}, {}, {}, {}};
    const auto version = [&] { return office.show(office.editor, session).record.version; };
    EXPECT_EQ(office.editor.put("/api" + session.address, form, version()).status, 200u);
    EXPECT_EQ(office.administrator.put("/api" + session.address, office.session_form({2026, 11, 18}, "ชื่อที่ถูก"), version()).status, 200u);
    const auto put_right = office.show(office.editor, session);
    EXPECT_EQ(put_right.record.title, "ชื่อที่ถูก");
    EXPECT_EQ(put_right.process->check_in.value, "หลับตาหนึ่งนาที") << "what was not seen is not emptied";
}

OFFICE_TEST(CirclesOffice, days_and_people_of_sessions_out_of_sight_are_not_told_by_lists_of_circles) {
    const auto circle = office.new_circle();
    open_to(office, office.hold(circle, {2026, 11, 18}), Visibility::members);
    open_to(office, office.plan(circle, base::Date{2026, 11, 25}), Visibility::members);
    const auto card = [](support::Client& client) { return client.get("/api/circles").as<http::List<CircleCard>>().items.at(0); };
    EXPECT_FALSE(card(office.guest).last_held);
    EXPECT_FALSE(card(office.guest).next_planned);
    EXPECT_EQ(card(office.member).last_held, (base::Date{2026, 11, 18}));
    EXPECT_EQ(card(office.member).next_planned, (base::Date{2026, 11, 25}));
    EXPECT_EQ(card(office.guest).held, 1) << "that it met is no secret, what was said is";
}

}  // namespace circles
