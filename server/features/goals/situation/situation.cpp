#include "goals/situation/situation.hpp"

#include <algorithm>
#include <set>

#include "goals/counted/counted_queries.hpp"
#include "goals/figures/numbers.hpp"
#include "trace/trace.hpp"

namespace goals {

namespace {

constexpr std::size_t trend_periods = 8;
constexpr std::size_t most_looked_back = 24;  // for so many with a number
constexpr std::size_t most_stories = 6;

Point point_of(const base::ReportingPeriod& period, const std::optional<base::Decimal>& value, base::Language language) {
    return {base::code_of(period), base::title_of(period, language), value};
}

std::vector<areas::Area> siblings_of(db::Session& db, const areas::Area& area) {
    const auto parent = areas::parent_of(area.id);
    if (!parent) return {};
    auto siblings = areas::list_inside(db, *parent);
    std::erase_if(siblings, [&](const areas::Area& one) { return one.level != area.level; });
    return siblings;
}

std::vector<base::AreaId> ids_of(const std::vector<areas::Area>& areas) {
    std::vector<base::AreaId> ids;
    ids.reserve(areas.size());
    for (const auto& area : areas) ids.push_back(area.id);
    return ids;
}

// Finds what there is to say of indicators in one area.
class Findings {
  public:
    Findings(db::Session& db, const areas::Area& area, base::Language language)
        : db_(db), area_(area), language_(language), siblings_(siblings_of(db, area)), sibling_ids_(ids_of(siblings_)) {}

    Finding of(const LookedAt& looked) const {
        Finding finding;
        finding.code = looked.indicator.code;
        finding.title = looked.title;
        finding.title_en = looked.title_en;
        finding.traits = looked.indicator;
        finding.counted = find_counter(db_, looked.indicator.id).has_value();
        if (looked.periods.empty()) {
            finding.found = Found::missing;
            return finding;
        }
        const auto& newest = looked.periods.front();
        finding.figure = get_figure(db_, looked.indicator, area_.id, newest);
        finding.found = found_in(finding.figure);
        finding.newest = point_of(newest, finding.figure.value, language_);
        finding.trend = trend_of(looked);
        auto aim = find_aim(db_, {looked.indicator, area_.id, newest, language_});
        if (!finding.figure.value) return finding;
        const auto value = *finding.figure.value;
        if (finding.trend.size() > 1) finding.turn = turn_of(looked.indicator, aim, *finding.trend[finding.trend.size() - 2].value, value);
        if (aim) aim->gap = gap_to(looked.indicator, *aim, value);
        finding.aim = aim;
        finding.beside = beside(looked.indicator, newest, aim, value);
        return finding;
    }

  private:
    std::vector<Point> trend_of(const LookedAt& looked) const {
        std::vector<base::ReportingPeriod> periods;
        for (const auto& period : looked.periods)
            if (period.kind == looked.periods.front().kind && periods.size() < most_looked_back) periods.push_back(period);
        const auto numbers = list_numbers(db_, looked.indicator, area_.id, periods);
        std::vector<Point> trend;
        for (std::size_t i = 0; i < periods.size() && trend.size() < trend_periods; ++i)
            if (numbers[i]) trend.push_back(point_of(periods[i], numbers[i], language_));
        std::ranges::reverse(trend);
        return trend;
    }

    std::optional<Beside> beside(const Indicator& indicator, const base::ReportingPeriod& period, const std::optional<Aim>& aim,
                                 base::Decimal own) const {
        const auto values = list_numbers(db_, indicator, sibling_ids_, period);
        std::vector<base::Decimal> there;
        for (const auto& value : values)
            if (value) there.push_back(*value);
        if (there.size() < 2) return {};
        const auto median = *median_of(there);
        Beside beside{
            .areas = std::ssize(there), .median = median, .turn = turn_of(indicator, aim, median, own), .best = {}, .best_value = {}};
        if (const auto best = best_of(indicator, aim, values)) {
            beside.best = name_of_place(siblings_[*best], language_);
            beside.best_value = values[*best];
        }
        return beside;
    }

    db::Session& db_;
    const areas::Area& area_;
    const base::Language language_;
    const std::vector<areas::Area> siblings_;
    const std::vector<base::AreaId> sibling_ids_;
};

// What people linked with these indicators, as far as it is knowledge of the area, and then what else is told there.
std::vector<records::Card> stories_of(db::Session& db, const http::Viewer& viewer, base::AreaId area, const Looking& looking) {
    std::vector<records::RecordId> ids;
    for (const auto& looked : looking.indicators) {
        const auto record = records::record_id(looked.indicator.id);
        for (const auto& near : trace::list_above(db, record)) ids.push_back(near.record);
        for (const auto& near : trace::list_below(db, record)) ids.push_back(near.record);
    }
    auto stories = records::cards(db, viewer, ids);
    std::erase_if(stories, [&](const records::Card& card) {
        return card.kind != "knowledge" || card.area_id < area || card.area_id > base::last_of(area);
    });
    std::set<records::RecordId> seen;
    std::erase_if(stories, [&](const records::Card& card) { return !seen.insert(card.id).second; });
    records::Wanted wanted;
    wanted.kind = "knowledge";
    wanted.area = area;
    wanted.limit = static_cast<int>(most_stories);
    for (auto& card : records::list(db, viewer, wanted).cards)
        if (seen.insert(card.id).second) stories.push_back(std::move(card));
    if (stories.size() > most_stories) stories.resize(most_stories);
    return stories;
}

}  // namespace

PlaceName name_of_place(const areas::Area& area, base::Language language) {
    return {area.code, area.level, areas::title(area, language)};
}

Situation show_situation(db::Session& db, const Viewing& viewing, const areas::Area& area) {
    const auto looking = look_at(db, viewing, area);
    Situation situation;
    situation.area = name_of_place(area, viewing.language);
    situation.path = areas::path(db, area.id, viewing.language);
    for (const auto& each : areas::lineage(db, area.id))
        if (each.id != area.id) situation.around.push_back(name_of_place(each, viewing.language));
    situation.sets = looking.sets;
    for (const auto& [name, name_en] : looking.groups) situation.groups.push_back({name, name_en, {}});
    const Findings findings(db, area, viewing.language);
    for (const auto& looked : looking.indicators) situation.groups[looked.group].findings.push_back(findings.of(looked));
    std::erase_if(situation.groups, [](const FindingGroup& group) { return group.findings.empty(); });
    situation.stories = stories_of(db, viewing.viewer, area.id, looking);
    return situation;
}

}  // namespace goals
