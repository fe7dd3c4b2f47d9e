#include "goals/ladder/ladder.hpp"

#include <algorithm>

#include "goals/goal/target.hpp"

namespace goals {

std::vector<Measured> list_figures(db::Session& db, const MeasuredWish& wish) {
    std::vector<Measured> measured;
    for (const auto& reported : list_measured(db, wish.indicator.id, wish.area)) {
        const auto period = wish.kind ? base::period_around(reported.last, *wish.kind) : reported;
        if (std::ranges::find(measured, period, &Measured::period) != measured.end()) continue;
        auto figure = get_figure(db, wish.indicator, wish.area, period);
        if (figure.value || figure.hidden) measured.push_back({period, std::move(figure)});
        if (measured.size() >= wish.limit) break;
    }
    return measured;
}

LatestFigure shown(const Measured& measured, base::Language language) {
    return {base::code_of(measured.period), base::title_of(measured.period, language), measured.figure};
}

static ShownMark shown(const Mark& mark, base::Language language) {
    return {base::code_of(mark.period), base::title_of(mark.period, language), mark.value, mark.value_to};
}

static std::optional<base::PeriodKind> kind_of(const Marks& marks) {
    if (!marks.targets.empty()) return marks.targets.front().period.kind;
    return marks.baseline ? std::optional(marks.baseline->period.kind) : std::nullopt;
}

// The newest figure that says something, later than the baseline: a year that is not over yet does not stand before the one that is.
static std::optional<Measured> latest_of(db::Session& db, const MeasuredWish& wish, const Marks& marks) {
    auto measured = list_figures(db, wish);
    if (marks.baseline) std::erase_if(measured, [&](const Measured& each) { return each.period.last <= marks.baseline->period.last; });
    if (measured.empty()) return {};
    const auto whole = std::ranges::find_if(measured, [&](const Measured& each) { return is_whole(wish.indicator, each.figure); });
    return whole == measured.end() ? measured.front() : *whole;
}

Ladder ladder_of(db::Session& db, const Indicator& indicator, base::AreaId area, const Marks& marks, base::Language language) {
    Ladder ladder{.traits = indicator, .baseline = {}, .targets = {}, .latest = {}};
    if (marks.baseline) ladder.baseline = shown(*marks.baseline, language);
    ladder.targets.reserve(marks.targets.size());
    for (const auto& target : marks.targets) ladder.targets.push_back(shown(target, language));
    const auto latest = latest_of(db, {.indicator = indicator, .area = area, .kind = kind_of(marks), .limit = 3}, marks);
    if (latest) ladder.latest = shown(*latest, language);
    ladder.progress = progress_of(indicator, marks.targets.empty() ? nullptr : &marks.targets.back(),
                                  marks.baseline ? &*marks.baseline : nullptr, latest ? &latest->figure : nullptr);
    return ladder;
}

}  // namespace goals
