#include "goals/view/standing.hpp"

#include <algorithm>

namespace goals {

using base::Decimal;

Found found_in(const Figure& figure) {
    if (figure.hidden) return Found::hidden;
    if (figure.value) return Found::value;
    if (figure.entered && figure.entered->state == State::not_asked) return Found::not_asked;
    if (figure.entered && figure.entered->state == State::not_applicable) return Found::not_applicable;
    if (figure.reported > 0 || figure.numerator) return Found::no_total;
    if (figure.expected.value_or(1) > 0) return Found::missing;
    if (figure.not_asked > 0) return Found::not_asked;
    return figure.not_applicable > 0 ? Found::not_applicable : Found::no_area;
}

// How far outside its band a number lies.
static Decimal outside(const Aim& aim, Decimal value) {
    const auto to = aim.to.value_or(aim.from);
    if (value < aim.from) return {aim.from.value - value.value};
    return value > to ? Decimal{value.value - to.value} : Decimal{};
}

Turn turn_of(const Traits& traits, const std::optional<Aim>& aim, Decimal before, Decimal now) {
    const auto decimals = static_cast<int>(traits.decimals);
    const auto was = base::rounded(before, decimals);
    const auto is = base::rounded(now, decimals);
    if (was == is) return Turn::same;
    if (traits.direction == Direction::up) return is > was ? Turn::better : Turn::worse;
    if (traits.direction == Direction::down) return is < was ? Turn::better : Turn::worse;
    if (!aim) return Turn::unlike;
    const auto nearer = outside(*aim, is) <=> outside(*aim, was);
    if (nearer == 0) return Turn::same;
    return nearer < 0 ? Turn::better : Turn::worse;
}

Decimal gap_to(const Traits& traits, const Aim& aim, Decimal value) {
    if (traits.direction == Direction::band) return outside(aim, value);
    const auto gap = traits.direction == Direction::up ? aim.from.value - value.value : value.value - aim.from.value;
    return {std::max<std::int64_t>(0, gap)};
}

std::optional<Decimal> median_of(std::vector<Decimal> values) {
    if (values.empty()) return {};
    std::ranges::sort(values);
    const auto middle = values.size() / 2;
    if (values.size() % 2 == 1) return values[middle];
    const auto below = values[middle - 1].value;
    return Decimal{below + (values[middle].value - below) / 2};
}

std::optional<std::size_t> best_of(const Traits& traits, const std::optional<Aim>& aim, const std::vector<std::optional<Decimal>>& values) {
    std::optional<std::size_t> best;
    bool differ = false;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (!values[i]) continue;
        if (!best) {
            best = i;
            continue;
        }
        const auto turn = turn_of(traits, aim, *values[*best], *values[i]);
        if (turn == Turn::unlike) return {};
        differ = differ || turn != Turn::same;
        if (turn == Turn::better) best = i;
    }
    return differ ? best : std::nullopt;
}

}  // namespace goals
