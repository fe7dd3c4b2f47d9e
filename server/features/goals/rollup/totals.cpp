#include "goals/rollup/totals.hpp"

#include <algorithm>

#include "base/json/json.hpp"
#include "db/ids.hpp"
#include "goals/indicator/indicator_queries.hpp"
#include "goals/rollup/arrays.hpp"
#include "http/problem.hpp"

namespace goals {

std::vector<std::string> groups_that_add_up(db::Session& db, IndicatorId indicator, const base::ReportingPeriod& period) {
    const auto definition = find_definition(db, indicator, period.last.year);
    std::vector<std::string> groups;
    if (!definition || !definition->groups || !definition->groups_add_up.value_or(false)) return groups;
    for (const auto& group : *definition->groups) groups.push_back(group.value);
    return groups;
}

// The total of one indicator in one period, and the groups it is made of.
struct Totals::Sought {
    SeriesId total;
    std::vector<SeriesId> groups;
    bool has_all = true;  // of each group anybody has reported something
    std::set<base::AreaId> areas;
};

struct SeriesFacts {
    SeriesId id;
    IndicatorId indicator_id;
    std::string breakdown;
    base::PeriodKind kind{};
    base::Date first_day;
    base::Date last_day;

    [[nodiscard]] base::ReportingPeriod period() const { return {kind, first_day, last_day}; }
};
BOOST_DESCRIBE_STRUCT(SeriesFacts, (), (id, indicator_id, breakdown, kind, first_day, last_day))

namespace {

#define FACTS "SELECT id, indicator_id, breakdown, kind, first_day, last_day FROM goals_series WHERE id "

std::vector<SeriesFacts> list_facts(db::Session& db, const std::vector<SeriesId>& series) {
    if (db.engine() == db::Engine::postgres)
        return db.all<SeriesFacts>("/* postgres */ " FACTS "= ANY (CAST($1 AS bigint[]))",
                                   array_of(series, [](SeriesId id) { return id.value; }));
    std::vector<SeriesFacts> facts;
    facts.reserve(series.size());
    for (const auto id : series) facts.push_back(db.one<SeriesFacts>("/* sqlite */ " FACTS "= $1", id));
    return facts;
}

std::optional<SeriesId> find_series(db::Session& db, const SeriesFacts& facts, std::string_view breakdown) {
    return db.find<SeriesId>("SELECT id FROM goals_series WHERE indicator_id = $1 AND breakdown = $2 AND first_day = $3 AND last_day = $4",
                             facts.indicator_id, breakdown, facts.first_day, facts.last_day);
}

// What an area's groups say together; `said` of them have been heard.
struct Together {
    std::size_t said{};
    bool asked = true;
    Report report{State::not_applicable, {}, {}};
    Stage stage = Stage::locked;
    EntryId entry;

    void add(const ValueRow& row) {
        ++said;
        stage = std::min(stage, static_cast<Stage>(row.stage));
        entry = std::max(entry, row.entry_id);
        asked = asked && static_cast<State>(row.state) != State::not_asked;
        if (static_cast<State>(row.state) != State::value) return;
        report.state = State::value;
        report.numerator = plus(report.numerator, row.numerator);
        if (row.denominator) report.denominator = plus(report.denominator.value_or(base::Decimal{}), *row.denominator);
    }

  private:
    static base::Decimal plus(base::Decimal a, base::Decimal b) {
        const auto total = base::sum(a, b);
        if (!total) throw http::Problem(422, "sum_too_large");
        return *total;
    }
};

// Of one series, area by area.
std::vector<ValueRow> list_of(db::Session& db, SeriesId series, const std::set<base::AreaId>& areas) {
    std::vector<Range> ranges;
    ranges.reserve(areas.size());
    for (const auto area : areas) ranges.push_back({series, area, area});
    return list_values(db, ranges);
}

}  // namespace

#define WRONG_TOTALS(group_ids)                                                                                                   \
    "SELECT v.area_id, v.numerator AS stands_numerator, coalesce(v.denominator, 0) AS stands_denominator,"                        \
    " CAST(coalesce(sum(g.numerator), 0) AS BIGINT) AS numerator, CAST(coalesce(sum(g.denominator), 0) AS BIGINT) AS denominator" \
    " FROM goals_values v LEFT JOIN goals_values g ON g.area_id = v.area_id AND g.state = 0 AND g.series_id IN (" group_ids       \
    ")"                                                                                                                           \
    " WHERE v.made = 1 AND v.series_id = $1 GROUP BY v.area_id, v.numerator, v.denominator"                                       \
    " HAVING v.numerator <> coalesce(sum(g.numerator), 0) OR coalesce(v.denominator, 0) <> coalesce(sum(g.denominator), 0)"

std::vector<WrongTotal> list_wrong_totals(db::Session& db, SeriesId total) {
    const bool has_made = db.one<bool>("SELECT EXISTS (SELECT 1 FROM goals_values WHERE series_id = $1 AND made = 1)", total);
    if (!has_made) return {};
    const auto facts = list_facts(db, {total}).front();
    std::vector<std::int64_t> groups;
    for (const auto& group : groups_that_add_up(db, facts.indicator_id, facts.period()))
        if (const auto found = find_series(db, facts, group)) groups.push_back(found->value);
    return db.all<WrongTotal>({"/* sqlite */ " WRONG_TOTALS(DB_SQLITE_IDS("$2")), "/* postgres */ " WRONG_TOTALS(DB_POSTGRES_IDS("$2"))},
                              total, json::write(groups));
}

std::vector<std::pair<SeriesId, base::AreaId>> Totals::renew() {
    std::ranges::sort(touched_);
    for (const auto& [total, sought] : seek()) renew(sought);
    return std::move(changed_);
}

std::map<SeriesId, Totals::Sought> Totals::seek() {
    std::vector<SeriesId> ids;
    for (const auto& [series, area] : touched_)
        if (ids.empty() || ids.back() != series) ids.push_back(series);
    std::map<SeriesId, Sought> by_total;
    for (const auto& facts : list_facts(tx_, ids)) {
        if (facts.breakdown.empty() && after_ == After::writing) continue;
        Sought sought;
        learn_groups(sought, facts);
        if (sought.groups.empty()) continue;
        const auto total = by_total.try_emplace(sought.total, sought).first;
        const auto of_series = std::ranges::equal_range(touched_, facts.id, {}, &std::pair<SeriesId, base::AreaId>::first);
        for (const auto& [series, area] : of_series) total->second.areas.insert(area);
    }
    return by_total;
}

void Totals::learn_groups(Sought& sought, const SeriesFacts& facts) {
    for (const auto& group : groups_that_add_up(tx_, facts.indicator_id, facts.period())) {
        const auto found = find_series(tx_, facts, group);
        sought.has_all &= found.has_value();
        if (found) sought.groups.push_back(*found);
    }
    if (!sought.groups.empty()) sought.total = facts.breakdown.empty() ? facts.id : get_series(tx_, facts.indicator_id, facts.period(), "");
}

void Totals::renew(const Sought& sought) {
    std::map<base::AreaId, Together> groups;
    for (const auto group : sought.groups)
        for (const auto& row : list_of(tx_, group, sought.areas)) groups[row.area_id].add(row);
    std::map<base::AreaId, ValueRow> standing;
    for (const auto& row : list_of(tx_, sought.total, sought.areas)) standing.emplace(row.area_id, row);
    std::map<std::pair<EntryId, Stage>, std::vector<NewValue>> made;
    for (const auto area : sought.areas) {
        const auto found = standing.find(area);
        const auto& together = groups[area];
        const bool is_whole = sought.has_all && together.asked && together.said == sought.groups.size();
        if (found != standing.end() && found->second.made == 0) continue;
        if (is_whole) {
            made[{together.entry, together.stage}].push_back(
                {sought.total, area, together.report.state, together.report.numerator, together.report.denominator});
        } else if (found != standing.end()) {
            delete_values(tx_, sought.total, {&area, 1});
        } else {
            continue;
        }
        changed_.emplace_back(sought.total, area);
    }
    for (const auto& [origin, values] : made) put_values(tx_, {origin.first, origin.second, Origin::groups}, values);
}

}  // namespace goals
