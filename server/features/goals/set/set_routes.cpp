#include <algorithm>

#include "goals/routes.hpp"
#include "goals/set/set_page.hpp"
#include "goals/set/sets.hpp"
#include "http/router.hpp"
#include "trace/trace.hpp"

namespace goals {

struct AskedSetYear {
    std::optional<base::Whole<1800, 2200>> year;  // CE
};
BOOST_DESCRIBE_STRUCT(AskedSetYear, (), (year))

struct SetForm {
    records::RecordId owner;
    std::optional<base::Text<0, 40>> base;  // the key of the set that is made one's own
    std::optional<base::AreaId> area;       // whose it is
    SetContent content;
    base::Whole<1800, 2200> from_year;  // CE
};
BOOST_DESCRIBE_STRUCT(SetForm, (), (owner, base, area, content, from_year))

struct SetChange {
    SetContent content;
    base::Whole<1800, 2200> from_year;           // that of a version that is here: in its place; another: a new one
    std::optional<base::Text<0, 1000>> changed;  // what is new, and why
};
BOOST_DESCRIBE_STRUCT(SetChange, (), (content, from_year, changed))

static void require_known_codes(db::Session& db, const SetContent& content) {
    const auto unknown = unknown_codes(db, codes_of(content));
    if (unknown.empty()) return;
    http::Problem problem(422, "invalid_input");
    for (std::size_t g = 0; g < content.groups.size(); ++g)
        for (std::size_t i = 0; i < content.groups[g].items.size(); ++i)
            if (std::ranges::find(unknown, content.groups[g].items[i].code.value) != unknown.end())
                problem.at("/content/groups/" + std::to_string(g) + "/items/" + std::to_string(i) + "/code", "no_such_indicator");
    throw problem;
}

static std::vector<SetCard> get_sets(http::Call& call) {
    return show_set_lines(call.read(), list_sets(call.read(), call.person()), call.language());
}

static std::vector<SetCard> get_sets_with(http::Call& call, const FoundIndicator& found) {
    return show_set_lines(call.read(), list_sets_with(call.read(), call.person(), found.indicator.id), call.language());
}

static ShownSet get_shown_set(http::Call& call, const FoundSet& found, const http::Query<AskedSetYear>& asked) {
    const auto year = asked->year ? std::optional(static_cast<int>(asked->year->value)) : std::nullopt;
    return show_set(call.read(), {call.viewer(), call.language(), year}, found);
}

static http::Page get_sets_page(http::Call& call) {
    return sets_page(get_sets(call), call.language());
}

static http::Page get_set_page(http::Call& call, const FoundSet& found) {
    return set_page(show_set(call.read(), {call.viewer(), call.language(), {}}, found), call.language());
}

// Only what is a set of its own can be made one's own: a core has no core.
static std::optional<FoundSet> require_base(http::Call& call, const SetForm& form) {
    const auto key = base::or_empty(form.base);
    if (key.empty()) return {};
    auto found = find_readable_set(call.read(), call.viewer(), key);
    if (!found || found->row.base_id) throw http::Problem(422, "invalid_input").at("/base", "no_such_set");
    return found;
}

static http::Created<records::Envelope> make_set(http::Call& call, const SetForm& form) {
    records::require_contributor(call.read(), call.viewer(), form.owner);
    const auto base = require_base(call, form);
    if (form.area && *form.area && !areas::find(call.read(), *form.area))
        throw http::Problem(422, "invalid_input").at("/area", "no_such_area");
    require_known_codes(call.read(), form.content);
    const NewSet set{.content = form.content,
                     .from_year = static_cast<int>(form.from_year.value),
                     .base = base ? base->row.id : SetId{},
                     .area = form.area.value_or(base::AreaId{}),
                     .owner = form.owner,
                     .language = call.language()};
    return {call.write([&](db::Tx& tx) {
        auto record = insert_set(tx, call.person(), set);
        if (base) trace::link(tx, call.person(), {.flow = trace::Flow::adapted_into, .up = {base->found.envelope.id}, .down = {record.id}});
        return record;
    })};
}

static records::Envelope put_set(http::Call& call, const records::Editable<SetId>& set, const SetChange& change) {
    require_known_codes(call.read(), change.content);
    return call.write([&](db::Tx& tx) {
        return change_set(
            tx, call.person(), set.found.envelope, set.version,
            {.from_year = static_cast<int>(change.from_year.value), .content = change.content, .changed = base::or_empty(change.changed)});
    });
}

void add_set_routes(http::Router& router) {
    router.get("/api/indicators/{indicator}/sets", get_sets_with, access::may_read);
    router.get("/api/indicator-sets", get_sets, access::anyone);
    router.post("/api/indicator-sets", make_set, access::may_contribute, http::WriteKind::record);
    router.get("/api/indicator-sets/{set}", get_shown_set, access::may_read);
    router.put("/api/indicator-sets/{set}", put_set, access::may_edit, http::WriteKind::change);
    router.page("/indicators/sets", get_sets_page, access::anyone);
    router.page("/indicators/sets/{set}", get_set_page, access::may_read);
}

}  // namespace goals
