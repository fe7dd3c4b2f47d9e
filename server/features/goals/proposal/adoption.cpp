#include "goals/proposal/adoption.hpp"

#include <algorithm>

#include "base/json/json.hpp"
#include "base/locale.hpp"
#include "goals/goal/goal_queries.hpp"
#include "goals/indicator/indicator_queries.hpp"
#include "goals/indicator/indicators.hpp"
#include "goals/set/sets.hpp"
#include "http/problem.hpp"
#include "journal/journal.hpp"
#include "trace/trace.hpp"

namespace goals {

static bool is_goal(const records::Envelope& aim) {
    return aim.kind == GoalTag::kind;
}

// What the set says itself, and what it takes from the one that it comes from.
static std::set<std::string> codes_in(db::Session& db, SetId id) {
    auto codes = codes_of(get_set_version(db, id, {}).content);
    if (const auto core = get_set(db, id).base_id) codes.merge(codes_of(get_set_version(db, core, {}).content));
    return codes;
}

void require_not_measured(db::Session& db, const records::Envelope& aim, IndicatorId indicator) {
    if (!indicator) return;
    const bool is_measured = is_goal(aim) ? get_goal(db, {aim.id.value}).indicator_id == indicator
                                          : codes_in(db, {aim.id.value}).contains(get_indicator(db, indicator).code);
    if (is_measured) throw http::Problem(422, "invalid_input").at("/indicator", "measured_already");
}

// ---- the indicator ----

// As wide as the goal or set in which it was proposed, and no wider.
static IndicatorId make_indicator(db::Tx& tx, base::PersonId actor, const Proposal& proposal, const records::Envelope& aim,
                                  const NewIndicator& indicator) {
    if (!indicator.code.empty() && find_indicator(tx, indicator.code)) throw http::Problem(422, "invalid_input").at("/code", "taken");
    const auto record = insert_indicator(tx, actor, indicator);
    const auto audience = records::audience(tx, aim.id);
    if (audience.visibility != records::Visibility::public_) records::set_audience(tx, record.id, audience);
    set_indicator(tx, proposal.id, {record.id.value});
    return {record.id.value};
}

// ---- the goal ----

struct ChosenIndicator {
    std::string indicator;  // its code; empty: none any more
};
BOOST_DESCRIBE_STRUCT(ChosenIndicator, (), (indicator))

static void choose(db::Tx& tx, base::PersonId actor, const records::Envelope& aim, IndicatorId indicator) {
    const auto record = records::touch(tx, actor, aim.id, aim.version);
    set_indicator(tx, GoalId{aim.id.value}, indicator);
    const ChosenIndicator chosen{indicator ? get_indicator(tx, indicator).code : ""};
    const auto* action = indicator ? "goals.goal_indicator_chosen" : "goals.goal_indicator_left";
    journal::record(tx, actor, action, {record.id, record.version, json::write(chosen)});
}

static bool aims_at_numbers(db::Session& db, GoalId goal) {
    const auto marks = get_marks(db, goal);
    return marks.baseline || !marks.targets.empty();
}

// ---- the set ----

static std::size_t group_of(db::Session& db, const SetRow& set, const SetContent& own, const Adoption& adoption) {
    const auto core = set.base_id ? get_set_version(db, set.base_id, {}).content.groups.size() : 0;
    const auto last = static_cast<std::int64_t>(std::max({core, own.groups.size(), std::size_t{1}})) - 1;
    const auto group = adoption.group.value_or(last);
    if (group < 0 || group > last) throw http::Problem(422, "invalid_input").at("/group", "no_such_group");
    return static_cast<std::size_t>(group);
}

// Beside what was said of that year already.
static void write_set(db::Tx& tx, base::PersonId actor, const records::Envelope& aim, SetVersion version, std::string_view why) {
    json::Errors errors;
    check(version.content, errors);
    if (!errors.empty()) throw http::invalid_input(errors);
    version.changed.append(version.changed.empty() ? "" : "\n").append(why);
    change_set(tx, actor, aim, aim.version, version);
}

// From the year of the decision, or the newest version where that is younger.
static SetVersion version_from(db::Session& db, SetId id, int year) {
    auto newest = get_set_version(db, id, {});
    if (newest.from_year < year) newest.changed.clear();
    newest.from_year = std::max(newest.from_year, year);
    return newest;
}

struct ComingItem {
    std::string code;
    int from_year{};
};

// Whether it was not in there already.
static bool put_into_set(db::Tx& tx, base::PersonId actor, const records::Envelope& aim, const ComingItem& coming,
                         const Adoption& adoption) {
    const auto set = get_set(tx, {aim.id.value});
    if (codes_in(tx, set.id).contains(coming.code)) return false;
    auto version = version_from(tx, set.id, coming.from_year);
    auto& groups = version.content.groups;
    const auto group = group_of(tx, set, version.content, adoption);
    if (groups.size() <= group) groups.resize(group + 1);
    groups[group].items.push_back({.code = {coming.code}, .name = {}, .weight = {}});
    write_set(tx, actor, aim, version, base::say(aim.language, "goals_set_voted_in"));
    return true;
}

static void take_out_of_set(db::Tx& tx, base::PersonId actor, const records::Envelope& aim, const std::string& code) {
    const SetId id{aim.id.value};
    auto version = version_from(tx, id, base::bangkok_date(tx.now()).year);
    std::size_t taken = 0;
    for (auto& group : version.content.groups)
        taken += std::erase_if(group.items, [&](const SetItem& item) { return item.code.value == code; });
    if (taken == 0) return;
    write_set(tx, actor, aim, version, base::say(aim.language, "goals_set_voted_out"));
}

// ---- both ----

static trace::NewLink thread(const Proposal& proposal, IndicatorId indicator) {
    return {.flow = trace::Flow::became, .up = {records::record_id(proposal.id)}, .down = {records::record_id(indicator)}};
}

void adopt(db::Tx& tx, base::PersonId actor, const Proposal& proposal, const Adoption& adoption, int year) {
    const auto aim = records::find(tx, proposal.aim_id).value();
    const auto indicator = proposal.indicator_id ? proposal.indicator_id
                                                 : make_indicator(tx, actor, proposal, aim,
                                                                  {.code = adoption.code,
                                                                   .traits = traits_of(proposal.content, adoption.level),
                                                                   .definition = definition_of(proposal.content, aim.title),
                                                                   .from_year = year,
                                                                   .owner = aim.owner_id,
                                                                   .language = aim.language});
    bool brought = false;
    if (!is_goal(aim)) {
        brought = put_into_set(tx, actor, aim, {get_indicator(tx, indicator).code, year}, adoption);
    } else if (!get_goal(tx, {aim.id.value}).indicator_id) {
        choose(tx, actor, aim, indicator);
        brought = true;
    }
    set_brought(tx, proposal.id, brought);
    trace::link(tx, actor, thread(proposal, indicator));
}

static void take_back(db::Tx& tx, base::PersonId actor, const Proposal& proposal) {
    const auto aim = records::find(tx, proposal.aim_id).value();
    if (!is_goal(aim))
        take_out_of_set(tx, actor, aim, get_indicator(tx, proposal.indicator_id).code);
    else if (get_goal(tx, {aim.id.value}).indicator_id == proposal.indicator_id && !aims_at_numbers(tx, {aim.id.value}))
        choose(tx, actor, aim, {});
    set_brought(tx, proposal.id, false);
}

void give_up(db::Tx& tx, base::PersonId actor, const Proposal& proposal) {
    if (proposal.brought) take_back(tx, actor, proposal);
    trace::unlink(tx, thread(proposal, proposal.indicator_id));
}

}  // namespace goals
