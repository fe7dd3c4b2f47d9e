#include <algorithm>

#include "base/first_words.hpp"
#include "circles/circle/circle_reply.hpp"
#include "circles/routes.hpp"
#include "circles/session/session_queries.hpp"
#include "http/router.hpp"
#include "journal/journal.hpp"
#include "records/records.hpp"

namespace circles {

static records::Description describe(const CircleForm& form) {
    return {.title = form.title.value,
            .title_en = form.title_en ? form.title_en->value : "",
            .summary = base::first_words(base::or_empty(form.purpose)),
            .area_id = form.area.value_or(base::AreaId{}),
            .happened_on = form.since};
}

static std::string searchable(const CircleForm& form) {
    return base::or_empty(form.purpose) + "\n" + base::or_empty(form.project) + "\n" + base::or_empty(form.place);
}

static http::Created<records::Envelope> make_circle(http::Call& call, const CircleForm& form) {
    records::require_contributor(call.read(), call.viewer(), form.organiser);
    return call.write([&](db::Tx& tx) {
        const auto record = records::insert(tx, call.person(),
                                            {.kind = "circle",
                                             .collection = "circles",
                                             .owner_id = form.organiser,
                                             .within_itself = true,
                                             .state = records::State::published,
                                             .description = describe(form),
                                             .audience = form.audience.value_or(records::Audience{
                                                 .visibility = records::Visibility::public_, .partners = {}, .persons = {}})});
        insert_circle(tx, {record.id.value}, form);
        records::set_text(tx, record.id, searchable(form));
        records::set_scope(tx, call.person(), record.id, records::Role::steward);  // who makes a circle leads it
        journal::record(tx, call.person(), "circles.circle_made", {record.id, record.version, json::write(form)});
        return http::Created<records::Envelope>{record};
    });
}

static CircleReply show_circle(http::Call& call, const records::Readable<CircleId>& circle) {
    return circle_reply(call.read(), call.viewer(), circle.found, base::bangkok_date(call.now()));
}

// The organiser stays who it is: a circle does not walk from one organisation into another by an edit.
static records::Envelope change_circle(http::Call& call, const records::Editable<CircleId>& circle, const CircleForm& form) {
    if (form.organiser != circle->owner_id) throw http::Problem(422, "invalid_input").at("/organiser", "stays");
    return call.write([&](db::Tx& tx) {
        const auto record = records::revise(tx, call.person(), records::record_id(circle.id), circle.version, describe(form));
        update_circle(tx, circle.id, form);
        renumber(tx, circle.id);
        records::set_text(tx, record.id, searchable(form));
        journal::record(tx, call.person(), "circles.circle_edited", {record.id, record.version, json::write(form)});
        return record;
    });
}

// Who keeps the circle: its contributors write in every session of it, whichever organisation they come from.
static std::vector<records::RoleHolder> get_team(http::Call& call, const records::Writable<CircleId>& circle) {
    return records::list_holders(call.read(), records::record_id(circle.id));
}

struct TeamForm {
    base::PersonId person;
    records::Role role{};  // none takes the person off
};
BOOST_DESCRIBE_STRUCT(TeamForm, (), (person, role))

// Nobody gives a role above their own, nor takes one from somebody who stands above them.
static void require_within_own(http::Call& call, const records::Envelope& circle, const TeamForm& form) {
    if (call.viewer().administrator) return;
    const auto own =
        std::max(records::role_in(call.read(), call.person(), circle.id), records::role_in(call.read(), call.person(), circle.owner_id));
    if (std::max(form.role, records::role_in(call.read(), form.person, circle.id)) > own) throw http::Problem(403, "role_above_own");
}

// What an account provider says is changed there: here it would not hold.
static void require_no_less_than_provider_says(db::Session& db, CircleId circle, const TeamForm& form) {
    const auto team = records::list_holders(db, records::record_id(circle));
    const auto holder = std::ranges::find(team, form.person, &records::RoleHolder::person_id);
    if (holder != team.end() && form.role < holder->by_provider) throw http::Problem(409, "role_by_provider");
}

static std::vector<records::RoleHolder> change_team(http::Call& call, const records::Writable<CircleId>& circle, const TeamForm& form) {
    const auto known = records::cards(call.read(), call.viewer(), {records::record_id(form.person)});
    if (known.empty() || known.front().kind != "person") throw http::Problem(422, "invalid_input").at("/person", "unknown_person");
    require_within_own(call, circle.found.envelope, form);
    require_no_less_than_provider_says(call.read(), circle.id, form);
    return call.write([&](db::Tx& tx) {
        records::set_scope(tx, form.person, records::record_id(circle.id), form.role);
        journal::record(tx, call.person(), "circles.team_changed", {circle.id, 0, json::write(form)});
        return records::list_holders(tx, records::record_id(circle.id));
    });
}

static http::List<CircleCard> find_circles(http::Call& call, const http::Query<CirclesWanted>& wanted) {
    auto cards = list_circles(call.read(), call.viewer(), base::bangkok_date(call.now()), *wanted);
    http::List<CircleCard> page{std::move(cards), {}};
    if (page.items.size() > static_cast<std::size_t>(wanted->limit.value_or(base::Whole<1, 100>{20}).value)) {
        page.items.pop_back();
        page.next = std::to_string(page.items.back().id.value);
    }
    return page;
}

void add_circle_routes(http::Router& router) {
    router.get("/api/circles", find_circles, access::anyone);
    router.post("/api/circles", make_circle, access::may_contribute, http::WriteKind::record);
    router.get("/api/circles/{circle}", show_circle, access::may_read);
    router.put("/api/circles/{circle}", change_circle, access::may_edit, http::WriteKind::change);
    router.get("/api/circles/{circle}/team", get_team, access::may_edit);
    router.put("/api/circles/{circle}/team", change_team, access::may_edit, http::WriteKind::change);
}

}  // namespace circles
