#include "goals/figures/figure.hpp"

#include <algorithm>

#include "goals/computed/recipe.hpp"
#include "goals/discretion/discretion.hpp"
#include "goals/figures/numbers.hpp"
#include "goals/figures/standing.hpp"
#include "goals/indicator/indicator_queries.hpp"
#include "goals/rollup/totals.hpp"
#include "http/problem.hpp"

namespace goals {

namespace {

// How many areas there are costs a look for each.
enum class Detail : std::uint8_t { whole, number };

// One area's figure out of what stands.
class FigureOf {
  public:
    FigureOf(db::Session& db, const Indicator& indicator, const Standings& standings, const base::ReportingPeriod& period,
             Detail detail = Detail::whole, std::span<const base::AreaId> origins = {})
        : db_(db), indicator_(indicator), standings_(standings), period_(period), detail_(detail), origins_(origins) {}

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
                .over = {},
                .computed = {}};
    }

    Entered entered(const Report& own) const {
        if (own.state != State::value) return {own.state, {}};
        if (indicator_.calculation == Calculation::plain) return {own.state, own.numerator};
        return {own.state, amount_of(indicator_, summary_of({}, indicator_.level, own, {})).value};
    }

    std::optional<std::int64_t> expected(base::AreaId area, areas::Level asked, const Summary& summary, std::int64_t times) const {
        if (detail_ == Detail::number || depth_of(area) > std::min(static_cast<int>(asked), depth_of_places)) return std::nullopt;
        const auto standing = count_standing(area, asked);
        return std::max<std::int64_t>(0, standing * times - summary.not_asked - summary.not_applicable);
    }

    std::int64_t count_standing(base::AreaId area, areas::Level asked) const {
        std::int64_t standing = 0;
        for (const auto each : origins_.empty() ? std::span(&area, 1) : origins_)
            standing += areas::count_standing(db_, {each, asked, {period_.first, period_.last}});
        return standing;
    }

    db::Session& db_;
    const Indicator& indicator_;
    const Standings& standings_;
    const base::ReportingPeriod& period_;
    Detail detail_;
    std::span<const base::AreaId> origins_;
};

}  // namespace

static void hide(Figure& figure) {
    figure.hidden = true;
    figure.value = figure.numerator = figure.denominator = figure.groups = {};
    figure.entered = {};
}

namespace {

// Several areas of one depth, in one period.
class Question {
  public:
    Question(db::Session& db, Reader reader, std::span<const base::AreaId> areas, const base::ReportingPeriod& period,
             Detail detail = Detail::whole)
        : db_(db), reader_(reader), areas_(areas), period_(period), detail_(detail) {}

    // Of one area, made of those that it was.
    Question(db::Session& db, const base::AreaId& area, std::span<const base::AreaId> origins, const base::ReportingPeriod& period)
        : db_(db), reader_(Reader::person), areas_(&area, 1), period_(period), detail_(Detail::whole), origins_(origins) {}

    // Out of what was read already, in total.
    std::vector<Figure> of(const Indicator& indicator, const Standings& standings) {
        known_.try_emplace({indicator.id, ""});
        return answer(indicator, "", standings);
    }

    const std::vector<Figure>& of(const Indicator& indicator, std::string_view breakdown) {
        const auto [place, is_new] = known_.try_emplace({indicator.id, std::string(breakdown)});
        if (is_new) place->second = answer(indicator, breakdown);
        return *place->second;
    }

  private:
    std::vector<Figure> answer(const Indicator& indicator, std::string_view breakdown) {
        const Wanted wanted{indicator.id, breakdown, {period_.first, period_.last}};
        if (origins_.empty()) return answer(indicator, breakdown, {db_, wanted, areas_});
        return answer(indicator, breakdown, {db_, wanted, areas_.front(), origins_});
    }

    std::vector<Figure> answer(const Indicator& indicator, std::string_view breakdown, const Standings& standings) {
        if (standings.series().empty() && breakdown.empty())
            if (const auto recipe = find_recipe(db_, indicator.id, period_)) return computed_from(*recipe);
        const FigureOf figure(db_, indicator, standings, period_, detail_, origins_);
        std::vector<Figure> figures;
        figures.reserve(areas_.size());
        for (const auto area : areas_) figures.push_back(figure.of(area));
        if (breakdown.empty() && detail_ == Detail::whole && origins_.empty()) tell_what_groups_come_to(indicator, figures);
        if (reader_ == Reader::person) hide_few(indicator, breakdown, figures);
        return figures;
    }

    std::vector<Figure> computed_from(const Recipe& recipe) {
        std::vector<std::vector<Figure>> by_area(areas_.size());
        for (const auto& code : parts_of(recipe)) {
            const auto part = find_indicator(db_, code);
            for (std::size_t i = 0; i < areas_.size(); ++i) by_area[i].push_back(part ? part_of(*part)[i] : Figure{});
        }
        std::vector<Figure> figures;
        figures.reserve(areas_.size());
        for (const auto& parts : by_area) figures.push_back(computed(recipe, parts));
        return figures;
    }
    // Two who change two formulas at once may make a circle that neither was told of.
    const std::vector<Figure>& part_of(const Indicator& part) {
        const auto known = known_.find({part.id, ""});
        if (known != known_.end() && !known->second) throw http::Problem(422, "formula_circular", {{"code", part.code}});
        return of(part, "");
    }

    // One period's total beside the groups that were entered with it.
    void tell_what_groups_come_to(const Indicator& indicator, std::vector<Figure>& figures) {
        if (list_breakdowns(db_, indicator.id, {period_.first, period_.last}).size() < 2) return;
        std::vector<std::optional<base::Decimal>> sums(areas_.size());
        for (const auto& group : groups_that_add_up(db_, indicator.id, period_)) {
            const Standings standings(db_, {indicator.id, group, {period_.first, period_.last}}, areas_);
            const FigureOf of_group(db_, indicator, standings, period_);
            for (std::size_t i = 0; i < areas_.size(); ++i)
                if (const auto numerator = of_group.of(areas_[i]).numerator)
                    sums[i] = base::sum(sums[i].value_or(base::Decimal{}), *numerator);
        }
        for (std::size_t i = 0; i < areas_.size(); ++i)
            if (sums[i] && figures[i].numerator && figures[i].numerator != sums[i]) figures[i].groups = sums[i];
    }

    void hide_few(const Indicator& indicator, std::string_view breakdown, std::vector<Figure>& figures) {
        auto& discretion = discretions_.try_emplace(indicator.id, db_, indicator, period_).first->second;
        for (std::size_t i = 0; i < areas_.size(); ++i)
            if (hides(discretion, areas_[i], breakdown) || discretion.hides(figures[i].entered, breakdown)) hide(figures[i]);
    }
    bool hides(Discretion& discretion, base::AreaId area, std::string_view breakdown) const {
        const auto is_hidden = [&](base::AreaId each) { return discretion.hides(each, breakdown); };
        return origins_.empty() ? is_hidden(area) : std::ranges::any_of(origins_, is_hidden);
    }

    db::Session& db_;
    Reader reader_;
    std::span<const base::AreaId> areas_;
    const base::ReportingPeriod& period_;
    Detail detail_;
    std::span<const base::AreaId> origins_;
    std::map<std::pair<IndicatorId, std::string>, std::optional<std::vector<Figure>>> known_;  // none: being computed
    std::map<IndicatorId, Discretion> discretions_;
};

}  // namespace

std::vector<Figure> list_whole_figures(db::Session& db, const Indicator& indicator, std::span<const base::AreaId> areas,
                                       const base::ReportingPeriod& period, std::string_view breakdown) {
    return Question(db, Reader::system, areas, period).of(indicator, breakdown);
}

Figure get_whole_figure(db::Session& db, const Indicator& indicator, base::AreaId area, const base::ReportingPeriod& period,
                        std::string_view breakdown) {
    return list_whole_figures(db, indicator, {&area, 1}, period, breakdown).front();
}

std::vector<Figure> list_figures(db::Session& db, const Indicator& indicator, std::span<const base::AreaId> areas,
                                 const base::ReportingPeriod& period, std::string_view breakdown) {
    return Question(db, Reader::person, areas, period).of(indicator, breakdown);
}

std::vector<std::vector<Figure>> list_figures_of_groups(db::Session& db, const Indicator& indicator, std::span<const base::AreaId> areas,
                                                        const base::ReportingPeriod& period, std::span<const std::string> groups) {
    Question question(db, Reader::person, areas, period);
    std::vector<std::vector<Figure>> figures;
    figures.reserve(groups.size());
    for (const auto& group : groups) figures.push_back(question.of(indicator, group));
    return figures;
}

Figure get_figure(db::Session& db, const Indicator& indicator, base::AreaId area, const base::ReportingPeriod& period,
                  std::string_view breakdown) {
    return list_figures(db, indicator, {&area, 1}, period, breakdown).front();
}

Figure get_carried_figure(db::Session& db, const Indicator& indicator, base::AreaId area, std::span<const base::AreaId> origins,
                          const base::ReportingPeriod& period) {
    return Question(db, area, origins, period).of(indicator, "").front();
}

std::vector<std::optional<base::Decimal>> list_numbers(db::Session& db, const Indicator& indicator, std::span<const base::AreaId> areas,
                                                       const base::ReportingPeriod& period) {
    Question question(db, Reader::person, areas, period, Detail::number);
    std::vector<std::optional<base::Decimal>> numbers;
    numbers.reserve(areas.size());
    for (const auto& figure : question.of(indicator, "")) numbers.push_back(figure.value);
    return numbers;
}

std::vector<std::optional<base::Decimal>> list_numbers(db::Session& db, const Indicator& indicator, base::AreaId area,
                                                       std::span<const base::ReportingPeriod> periods) {
    std::vector<std::optional<base::Decimal>> numbers;
    if (periods.empty()) return numbers;
    const auto first = std::ranges::min(periods, {}, &base::ReportingPeriod::first).first;
    const auto last = std::ranges::max(periods, {}, &base::ReportingPeriod::last).last;
    const std::span<const base::AreaId> areas(&area, 1);
    const Standings all(db, {indicator.id, "", {first, last}}, areas);
    numbers.reserve(periods.size());
    for (const auto& period : periods) {
        const auto part = all.within({period.first, period.last});
        numbers.push_back(Question(db, Reader::person, areas, period, Detail::number).of(indicator, part).front().value);
    }
    return numbers;
}

}  // namespace goals
