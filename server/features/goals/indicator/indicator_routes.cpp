#include "base/json/json.hpp"
#include "goals/computed/recipe.hpp"
#include "goals/counted/counted_queries.hpp"
#include "goals/indicator/indicator_page.hpp"
#include "goals/indicator/indicators.hpp"
#include "goals/routes.hpp"
#include "http/router.hpp"

namespace goals {

using Year = base::Whole<1800, 2200>;  // CE

struct AskedYear {
    std::optional<Year> year;
};
BOOST_DESCRIBE_STRUCT(AskedYear, (), (year))

struct IndicatorForm {
    records::RecordId owner;
    std::optional<base::Text<0, 100>> code;  // the record's number, if left out
    Traits traits;
    Definition definition;
    Year from_year;
    std::optional<Counter> counter;  // Lomwong counts its values itself; stays for good
};
BOOST_DESCRIBE_STRUCT(IndicatorForm, (), (owner, code, traits, definition, from_year, counter))

struct IndicatorReply : ShownIndicator {
    std::optional<Counter> counter;
};
BOOST_DESCRIBE_STRUCT(IndicatorReply, (ShownIndicator), (counter))

struct RedefinitionForm {
    Traits traits;
    Definition definition;
    Year from_year;                              // that of a definition that is here: in its place; another: a new one
    std::optional<base::Text<0, 1000>> changed;  // what is new, and why
};
BOOST_DESCRIBE_STRUCT(RedefinitionForm, (), (traits, definition, from_year, changed))

static void check_words(const Traits& traits, const Definition& definition, json::Errors& errors) {
    json::Errors inside;
    check_against(traits, definition, inside);
    for (const auto& error : inside.list()) errors.add("/definition" + error.pointer, error.code, error.params);
}
// What is counted is neither computed nor told apart by groups, and says itself how it is put together.
static void check_counter(Counter counter, const Traits& traits, const Definition& definition, json::Errors& errors) {
    if (!fits(counter, traits)) errors.add("/counter", "counter_does_not_fit");
    if (!base::or_empty(definition.formula).empty() || definition.composite) errors.add("/definition/formula", "stays");
    if (definition.groups && !definition.groups->empty()) errors.add("/definition/groups", "stays");
}
static void check(const IndicatorForm& form, json::Errors& errors) {
    check_words(form.traits, form.definition, errors);
    if (form.counter) check_counter(*form.counter, form.traits, form.definition, errors);
    const auto typed = base::or_empty(form.code);
    // Other pages stand there.
    if (!typed.empty() && (!read_code(typed) || is_taken_by_a_page(typed))) errors.add("/code", "not_a_code");
}
static void check(const RedefinitionForm& form, json::Errors& errors) {
    check_words(form.traits, form.definition, errors);
}

static http::List<IndicatorCard> get_indicators(http::Call& call, const http::Query<IndicatorWish>& wish) {
    http::List<IndicatorCard> reply{list_indicators(call.read(), call.person(), *wish), {}};
    const auto limit = static_cast<std::size_t>(wish->limit ? wish->limit->value : 50);
    if (reply.items.size() > limit) {
        reply.items.resize(limit);
        reply.next = std::to_string(reply.items.back().id.value);
    }
    return reply;
}

static IndicatorReply get_shown(http::Call& call, const FoundIndicator& found, const http::Query<AskedYear>& asked) {
    const auto year = asked->year ? std::optional(static_cast<int>(asked->year->value)) : std::nullopt;
    return {show_indicator(call.read(), {call.viewer(), call.language(), year}, found), find_counter(call.read(), found.indicator.id)};
}

static http::Page get_indicator_page(http::Call& call, const FoundIndicator& found) {
    const IndicatorReply reply{show_indicator(call.read(), {call.viewer(), call.language(), {}}, found),
                               find_counter(call.read(), found.indicator.id)};
    auto page = indicator_page(reply, call.language());
    page.reply = json::write(reply);  // what the route of the record returns: who counts it as well
    return page;
}

static void require_parts(http::Call& call, std::string_view code, const Definition& definition) {
    json::Errors inside;
    check_parts(call.read(), call.viewer(), code, definition, inside);
    if (inside.empty()) return;
    http::Problem problem(422, "invalid_input");
    for (const auto& error : inside.list()) problem.at("/definition" + error.pointer, error.code, error.params);
    throw problem;
}

static http::Created<records::Envelope> make_indicator(http::Call& call, const IndicatorForm& form) {
    records::require_contributor(call.read(), call.viewer(), form.owner);
    const auto code = read_code(base::or_empty(form.code)).value_or("");
    if (!code.empty() && find_indicator(call.read(), code)) throw http::Problem(422, "invalid_input").at("/code", "taken");
    require_parts(call, code, form.definition);
    const NewIndicator indicator{.code = code,
                                 .traits = form.traits,
                                 .definition = form.definition,
                                 .from_year = static_cast<int>(form.from_year.value),
                                 .owner = form.owner,
                                 .language = call.language(),
                                 .counter = form.counter};
    return {call.write([&](db::Tx& tx) { return insert_indicator(tx, call.person(), indicator); })};
}

// What a value is made of stays once there are values. (Who reports may change: a series keeps the level that it began with.)
static void require_same_calculation(const Traits& before, const Traits& after) {
    if (after.calculation != before.calculation) throw http::Problem(422, "invalid_input").at("/traits/calculation", "has_values");
}

static void require_countable(db::Session& db, IndicatorId id, const RedefinitionForm& form) {
    const auto counter = find_counter(db, id);
    if (!counter) return;
    json::Errors inside;
    check_counter(*counter, form.traits, form.definition, inside);
    http::Problem problem(422, "invalid_input");
    for (const auto& error : inside.list()) problem.at(error.pointer, error.code, error.params);
    if (!inside.empty()) throw problem;
}

static records::Envelope change_indicator(http::Call& call, const records::Editable<IndicatorId>& indicator, const RedefinitionForm& form) {
    require_parts(call, get_indicator(call.read(), indicator.id).code, form.definition);
    require_countable(call.read(), indicator.id, form);
    return call.write([&](db::Tx& tx) {
        Redefinition redefinition{.indicator = get_indicator(tx, indicator.id),
                                  .definition = form.definition,
                                  .from_year = static_cast<int>(form.from_year.value),
                                  .changed = base::or_empty(form.changed)};
        if (has_values(tx, indicator.id)) require_same_calculation(redefinition.indicator, form.traits);
        static_cast<Traits&>(redefinition.indicator) = form.traits;
        return redefine(tx, call.person(), indicator.found.envelope, indicator.version, redefinition);
    });
}

void add_indicator_routes(http::Router& router) {
    router.get("/api/indicators", get_indicators, access::anyone);
    router.post("/api/indicators", make_indicator, access::may_contribute, http::WriteKind::record);
    router.get("/api/indicators/{indicator}", get_shown, access::may_read);
    router.put("/api/indicators/{indicator}", change_indicator, access::may_edit, http::WriteKind::change);
    router.page("/indicators/{indicator}", get_indicator_page, access::may_read);
}

}  // namespace goals
