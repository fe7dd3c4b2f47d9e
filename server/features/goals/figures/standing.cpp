#include "goals/figures/standing.hpp"

#include <algorithm>
#include <set>

namespace goals {

Standings::Standings(db::Session& db, const Wanted& wanted, std::span<const base::AreaId> areas) : series_(list_series(db, wanted)) {
    if (series_.empty() || areas.empty()) return;
    const int depth = depth_of(areas.front());
    for (const auto& row : list_own_values(db, series_, areas)) standing(row.series_id, row.area_id).own = row.report();
    if (depth == depth_of_places)
        summarise_places();
    else
        for (const auto& row : list_figure_rows(db, depth, series_, areas)) standing(row.series_id, row.area_id).summary = row;
}

Standings::Standings(db::Session& db, const Wanted& wanted, base::AreaId above) : series_(list_series(db, wanted)) {
    std::vector<Range> ranges;
    ranges.reserve(series_.size());
    for (const auto& series : series_) ranges.push_back({series.id, {above.value + 1}, base::last_of(above)});
    std::ranges::sort(ranges, {}, &Range::series);
    if (depth_of(above) + 1 < depth_of_places) {
        for (const auto& row : list_figure_rows(db, depth_of(above) + 1, ranges)) standing(row.series_id, row.area_id).summary = row;
        return;
    }
    for (const auto& row : list_values(db, ranges))
        if (row.counts()) standing(row.series_id, row.area_id).own = row.report();
    summarise_places();
}

Standings::Standings(db::Session& db, const Wanted& wanted, base::AreaId area, std::span<const base::AreaId> origins)
    : series_(list_series(db, wanted)) {
    std::map<int, std::vector<base::AreaId>> by_depth;
    for (const auto origin : origins) by_depth[depth_of(origin)].push_back(origin);
    for (const auto& [depth, areas] : by_depth) {
        const Standings part(db, wanted, areas);
        for (const auto& [place, reports] : part.standings_) {
            auto& all = standing(place.first, area);
            all.summary = combine(all.summary, reports.summary);
            if (origins.size() == 1) all.own = reports.own;
        }
    }
}

Standings Standings::within(base::Period days) const {
    auto part = *this;
    std::erase_if(part.series_, [&](const SeriesRow& row) { return row.first_day < days.first || days.last < row.last_day; });
    return part;
}

AreaReports Standings::of(const SeriesRow& series, base::AreaId area) const {
    const auto found = standings_.find({series.id, area});
    return found == standings_.end() ? AreaReports{} : found->second;
}

std::vector<base::AreaId> Standings::areas() const {
    std::set<base::AreaId> areas;
    for (const auto& [place, standing] : standings_) areas.insert(place.second);
    return {areas.begin(), areas.end()};
}

static int days(const std::vector<Part>& parts) {
    int days = 0;
    for (const auto& part : parts) days += base::days_between(part.days.first, part.days.last) + 1;
    return days;
}

std::optional<Parts> Standings::fullest(base::AreaId area) const {
    std::map<base::PeriodKind, std::vector<Part>> by_kind;
    for (const auto& series : series_) {
        const auto summary = of(series, area).summary;
        if (summary.amounts > 0) by_kind[series.kind].push_back({{series.first_day, series.last_day}, summary});
    }
    if (by_kind.empty()) return {};
    const auto most = std::ranges::max_element(by_kind, {}, [](const auto& entry) { return std::pair(days(entry.second), entry.first); });
    return Parts{most->first, most->second};
}

void Standings::summarise_places() {
    for (const auto& series : series_)
        for (auto it = standings_.lower_bound({series.id, {}}); it != standings_.end() && it->first.first == series.id; ++it)
            it->second.summary = summary_of(it->first.second, series.level, it->second.own, {});
}

}  // namespace goals
