#include "goals/figures/figure.hpp"

#include <algorithm>
#include <map>

#include "goals/figures/amount.hpp"
#include "goals/figures/figure_queries.hpp"

namespace goals {

namespace {

// One area in one series.
struct Standing {
    Summary summary;
    std::optional<Report> own;
};

// All that stands of some areas within a period.
class Standings {
  public:
    Standings(db::Session& db, const Wanted& wanted, std::span<const base::AreaId> areas) : series_(list_series(db, wanted)) {
        if (series_.empty() || areas.empty()) return;
        const int depth = depth_of(areas.front());
        for (const auto& row : list_own_values(db, series_, areas)) standing(row.series_id, row.area_id).own = row.report();
        if (depth == depth_of_places)
            summarise_places();
        else
            for (const auto& row : list_figure_rows(db, depth, series_, areas)) standing(row.series_id, row.area_id).summary = row;
    }

    [[nodiscard]] const std::vector<SeriesRow>& series() const { return series_; }
    [[nodiscard]] Standing of(const SeriesRow& series, base::AreaId area) const {
        const auto found = standings_.find({series.id, area});
        return found == standings_.end() ? Standing{} : found->second;
    }

  private:
    Standing& standing(SeriesId series, base::AreaId area) { return standings_[{series, area}]; }

    void summarise_places() {
        for (const auto& series : series_)
            for (auto it = standings_.lower_bound({series.id, {}}); it != standings_.end() && it->first.first == series.id; ++it)
                it->second.summary = summary_of(it->first.second, series.level, it->second.own, {});
    }

    std::vector<SeriesRow> series_;
    std::map<std::pair<SeriesId, base::AreaId>, Standing> standings_;
};

// One area's figure out of what stands.
class FigureOf {
  public:
    FigureOf(db::Session& db, const Indicator& indicator, const Standings& standings, const base::ReportingPeriod& period)
        : db_(db), indicator_(indicator), standings_(standings), period_(period) {}

    Figure of(base::AreaId area) const {
        if (auto figure = as_entered(area)) return *figure;
        return over_time(area);
    }

  private:
    // Of exactly this period.
    std::optional<Figure> as_entered(base::AreaId area) const {
        for (const auto& series : standings_.series()) {
            if (series.kind != period_.kind) continue;
            const auto [summary, own] = standings_.of(series, area);
            if (summary == Summary{} && !own) return std::nullopt;
            auto figure = with_amount(amount_of(indicator_, summary), summary);
            figure.expected = expected(area, series.level, summary, 1);
            if (own) figure.entered = entered(*own);
            if (indicator_.over_areas == OverAreas::none && indicator_.calculation == Calculation::plain && figure.entered)
                figure.value = figure.entered->value;
            return figure;
        }
        return std::nullopt;
    }

    Figure over_time(base::AreaId area) const {
        std::map<base::PeriodKind, std::vector<Part>> by_kind;
        for (const auto& series : standings_.series()) {
            const auto [summary, own] = standings_.of(series, area);
            if (summary.amounts > 0) by_kind[series.kind].push_back({{series.first_day, series.last_day}, summary});
        }
        if (by_kind.empty()) return nothing(area);
        const auto fullest =
            std::ranges::max_element(by_kind, {}, [](const auto& entry) { return std::pair(days(entry.second), entry.first); });
        return put_together(area, fullest->first, fullest->second);
    }

    // Of periods of several kinds those are taken that fill most of the time, and of two that fill as much the longer ones.
    static int days(const std::vector<Part>& parts) {
        int days = 0;
        for (const auto& part : parts) days += base::days_between(part.days.first, part.days.last) + 1;
        return days;
    }

    Figure put_together(base::AreaId area, base::PeriodKind kind, const std::vector<Part>& parts) const {
        Summary all;
        for (const auto& part : parts) {
            all.reported += part.summary.reported;
            all.not_asked += part.summary.not_asked;
            all.not_applicable += part.summary.not_applicable;
        }
        auto figure = with_amount(amount_over_time(indicator_, parts), all);
        figure.over = kind;
        figure.periods_there = std::ssize(parts);
        figure.periods = base::count_inside({period_.first, period_.last}, kind);
        figure.expected = expected(area, indicator_.level, all, figure.periods);
        return figure;
    }

    Figure nothing(base::AreaId area) const {
        Figure figure;
        figure.expected = expected(area, indicator_.level, {}, 1);
        return figure;
    }

    static Figure with_amount(const Amount& amount, const Summary& summary) {
        return {.value = amount.value,
                .numerator = amount.numerator,
                .denominator = amount.denominator,
                .reported = summary.reported,
                .expected = {},
                .not_asked = summary.not_asked,
                .not_applicable = summary.not_applicable,
                .entered = {},
                .over = {}};
    }

    Entered entered(const Report& own) const {
        if (own.state != State::value) return {own.state, {}};
        if (indicator_.calculation == Calculation::plain) return {own.state, own.numerator};
        return {own.state, amount_of(indicator_, summary_of({}, indicator_.level, own, {})).value};
    }

    std::optional<std::int64_t> expected(base::AreaId area, areas::Level asked, const Summary& summary, std::int64_t times) const {
        if (depth_of(area) > std::min(static_cast<int>(asked), depth_of_places)) return std::nullopt;
        const auto standing = areas::count_standing(db_, {area, asked, {period_.first, period_.last}});
        return std::max<std::int64_t>(0, standing * times - summary.not_asked - summary.not_applicable);
    }

    db::Session& db_;
    const Indicator& indicator_;
    const Standings& standings_;
    const base::ReportingPeriod& period_;
};

}  // namespace

std::vector<Figure> list_figures(db::Session& db, const Indicator& indicator, std::span<const base::AreaId> areas,
                                 const base::ReportingPeriod& period, std::string_view breakdown) {
    const Standings standings(db, {indicator.id, breakdown, {period.first, period.last}}, areas);
    const FigureOf figure(db, indicator, standings, period);
    std::vector<Figure> figures;
    for (const auto area : areas) figures.push_back(figure.of(area));
    return figures;
}

Figure get_figure(db::Session& db, const Indicator& indicator, base::AreaId area, const base::ReportingPeriod& period,
                  std::string_view breakdown) {
    return list_figures(db, indicator, {&area, 1}, period, breakdown).front();
}

}  // namespace goals
