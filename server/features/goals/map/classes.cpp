#include "goals/map/classes.hpp"

#include <algorithm>
#include <array>

namespace goals {

namespace {

using base::Decimal;

constexpr std::int64_t hundred = 100;

// As they are shown: two that look alike are of one class.
std::vector<std::optional<Decimal>> as_shown(const Traits& traits, std::span<const std::optional<Decimal>> values) {
    std::vector<std::optional<Decimal>> shown;
    for (const auto& value : values)
        shown.push_back(value ? std::optional(base::rounded(*value, static_cast<int>(traits.decimals))) : std::nullopt);
    return shown;
}

// Bounds between classes, rising: n of them make n + 1 classes.
Classes between(Classing by, const std::vector<Decimal>& bounds, const std::vector<std::optional<Decimal>>& shown) {
    Classes classes{.by = by, .list = {}, .of = {}};
    for (std::size_t i = 0; i <= bounds.size(); ++i)
        classes.list.push_back({.from = i > 0 ? std::optional(bounds[i - 1]) : std::nullopt,
                                .to = i < bounds.size() ? std::optional(bounds[i]) : std::nullopt,
                                .areas = 0,
                                .reaches = false});
    for (const auto& value : shown) {
        auto& of = classes.of.emplace_back();
        if (!value) continue;
        of = std::ranges::upper_bound(bounds, *value) - bounds.begin();
        ++classes.list[static_cast<std::size_t>(*of)].areas;
    }
    return classes;
}

// Classes from number to number, each named by the smallest and largest of its own.
Classes from_ranges(Classing by, const std::vector<Decimal>& last, const std::vector<std::optional<Decimal>>& shown) {
    Classes classes{.by = by, .list = std::vector<NumberClass>(last.size()), .of = {}};
    for (const auto& value : shown) {
        auto& of = classes.of.emplace_back();
        if (!value) continue;
        of = std::ranges::lower_bound(last, *value) - last.begin();
        auto& one = classes.list[static_cast<std::size_t>(*of)];
        one.from = one.areas == 0 ? *value : std::min(*one.from, *value);
        one.to = one.areas == 0 ? *value : std::max(*one.to, *value);
        ++one.areas;
    }
    return classes;
}

// The largest number of each class: after each fifth of the areas, moved on to the end of numbers that are equal.
std::vector<Decimal> fifths(const std::vector<Decimal>& sorted) {
    std::vector<Decimal> last;
    for (std::size_t i = 1; i <= most_classes; ++i) {
        const auto at = (sorted.size() * i + most_classes - 1) / most_classes - 1;
        if (last.empty() || last.back() < sorted[at]) last.push_back(sorted[at]);
    }
    return last;
}

// Shares of the target that part the classes: more is better, or less is.
constexpr std::array<std::int64_t, 4> shares_up{50, 75, 90, 100};
constexpr std::array<std::int64_t, 4> shares_down{100, 125, 150, 200};

// Nothing where shares of it would say nothing: of a target of zero or less, or of one so small that they look alike.
std::vector<Decimal> bounds_by(const Traits& traits, Decimal target) {
    std::vector<Decimal> bounds;
    const auto decimals = static_cast<int>(traits.decimals);
    for (const auto share : traits.direction == Direction::up ? shares_up : shares_down) {
        const auto bound = base::ratio(base::whole(share), target, base::whole(hundred));
        if (!bound) return {};
        bounds.push_back(share == hundred ? target : base::rounded(*bound, decimals));
    }
    const bool rises = std::ranges::adjacent_find(bounds, std::greater_equal<>()) == bounds.end();
    return target > Decimal{} && rises ? bounds : std::vector<Decimal>{};
}

// Where less is better, the target itself still reaches it.
constexpr Decimal just_above(Decimal number) {
    return {number.value + 1};
}

std::optional<Classes> by_target(const Traits& traits, const std::optional<Aim>& aim, const std::vector<std::optional<Decimal>>& shown) {
    if (!aim || aim->to || traits.direction == Direction::band) return {};
    auto bounds = bounds_by(traits, aim->from);
    if (bounds.empty()) return {};
    const bool is_up = traits.direction == Direction::up;
    if (is_up) {
        auto classes = between(Classing::target, bounds, shown);
        classes.list.back().reaches = true;
        return classes;
    }
    auto inner = bounds;
    for (auto& bound : inner) bound = just_above(bound);
    auto classes = between(Classing::target, inner, shown);
    for (std::size_t i = 0; i < bounds.size(); ++i) classes.list[i].to = classes.list[i + 1].from = bounds[i];
    classes.list.front().reaches = true;
    return classes;
}

// A scale of five: 1 to less than 2, … 5.
std::vector<Decimal> steps_of_scale() {
    std::vector<Decimal> steps;
    for (std::int64_t step = 2; step <= std::ssize(std::array<int, most_classes>{}); ++step) steps.push_back(base::whole(step));
    return steps;
}

}  // namespace

Classes classes_of(const Traits& traits, const std::optional<Aim>& aim, std::span<const std::optional<Decimal>> values) {
    const auto shown = as_shown(traits, values);
    if (auto classes = by_target(traits, aim, shown)) return *std::move(classes);
    if (traits.calculation == Calculation::score) return between(Classing::score, steps_of_scale(), shown);
    std::vector<Decimal> sorted;
    for (const auto& value : shown)
        if (value) sorted.push_back(*value);
    std::ranges::sort(sorted);
    auto different = sorted;
    const auto doubled = std::ranges::unique(different);
    different.erase(doubled.begin(), doubled.end());
    if (different.size() <= most_classes) return from_ranges(Classing::single, different, shown);
    return from_ranges(Classing::quantile, fifths(sorted), shown);
}

}  // namespace goals
