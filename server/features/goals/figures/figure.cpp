#include "goals/figures/figure.hpp"

#include <algorithm>

#include "goals/discretion/discretion.hpp"
#include "goals/figures/standing.hpp"
#include "goals/rollup/totals.hpp"

namespace goals {

namespace {

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
        const auto shorter = standings_.fullest(area);
        return shorter ? put_together(area, *shorter) : nothing(area);
    }

    Figure put_together(base::AreaId area, const Parts& shorter) const {
        Summary all;
        for (const auto& part : shorter.parts) {
            all.reported += part.summary.reported;
            all.not_asked += part.summary.not_asked;
            all.not_applicable += part.summary.not_applicable;
        }
        auto figure = with_amount(amount_over_time(indicator_, shorter.parts), all);
        figure.over = shorter.kind;
        figure.periods_there = std::ssize(shorter.parts);
        figure.periods = base::count_inside({period_.first, period_.last}, shorter.kind);
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
                .groups = {},
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

// One period's total beside the groups that were entered with it.
static void tell_what_groups_come_to(db::Session& db, const Indicator& indicator, std::span<const base::AreaId> areas,
                                     const base::ReportingPeriod& period, std::vector<Figure>& figures) {
    if (list_breakdowns(db, indicator.id, {period.first, period.last}).size() < 2) return;
    std::vector<base::Decimal> sums(areas.size());
    std::vector<bool> heard(areas.size(), false);
    for (const auto& group : groups_that_add_up(db, indicator.id, period)) {
        const auto of_group = list_whole_figures(db, indicator, areas, period, group);
        for (std::size_t i = 0; i < areas.size(); ++i) {
            if (!of_group[i].numerator) continue;
            heard[i] = true;
            sums[i] = base::sum(sums[i], *of_group[i].numerator).value_or(sums[i]);
        }
    }
    for (std::size_t i = 0; i < areas.size(); ++i)
        if (heard[i] && figures[i].numerator && *figures[i].numerator != sums[i]) figures[i].groups = sums[i];
}

std::vector<Figure> list_whole_figures(db::Session& db, const Indicator& indicator, std::span<const base::AreaId> areas,
                                       const base::ReportingPeriod& period, std::string_view breakdown) {
    const Standings standings(db, {indicator.id, breakdown, {period.first, period.last}}, areas);
    const FigureOf figure(db, indicator, standings, period);
    std::vector<Figure> figures;
    figures.reserve(areas.size());
    for (const auto area : areas) figures.push_back(figure.of(area));
    if (breakdown.empty()) tell_what_groups_come_to(db, indicator, areas, period, figures);
    return figures;
}

Figure get_whole_figure(db::Session& db, const Indicator& indicator, base::AreaId area, const base::ReportingPeriod& period,
                        std::string_view breakdown) {
    return list_whole_figures(db, indicator, {&area, 1}, period, breakdown).front();
}

static void hide(Figure& figure) {
    figure.hidden = true;
    figure.value = figure.numerator = figure.denominator = figure.groups = {};
    figure.entered = {};
}

std::vector<Figure> list_figures(db::Session& db, const Indicator& indicator, std::span<const base::AreaId> areas,
                                 const base::ReportingPeriod& period, std::string_view breakdown) {
    auto figures = list_whole_figures(db, indicator, areas, period, breakdown);
    Discretion discretion(db, indicator, period);
    for (std::size_t i = 0; i < areas.size(); ++i)
        if (discretion.hides(areas[i], breakdown) || discretion.hides(figures[i].entered, breakdown)) hide(figures[i]);
    return figures;
}

Figure get_figure(db::Session& db, const Indicator& indicator, base::AreaId area, const base::ReportingPeriod& period,
                  std::string_view breakdown) {
    return list_figures(db, indicator, {&area, 1}, period, breakdown).front();
}

}  // namespace goals
