#include "goals/entry/outlier.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>

namespace goals {

namespace {

constexpr std::size_t fewest_for_z = 10;
constexpr std::size_t fewest_for_modified_z = 5;
constexpr std::size_t fewest_for_range = 3;
constexpr double odd_z = 3;
constexpr double odd_modified_z = 3.5;
constexpr double odd_widths = 1;
constexpr double nearby = 0.25;  // of the median: who differs by less is no slip of the hand, however alike the others are

double mean(std::span<const double> numbers) {
    return std::accumulate(numbers.begin(), numbers.end(), 0.0) / static_cast<double>(numbers.size());
}

std::vector<double> distances(std::span<const double> numbers, double from) {
    std::vector<double> far;
    far.reserve(numbers.size());
    for (const auto number : numbers) far.push_back(std::abs(number - from));
    return far;
}

std::optional<Doubt> doubt(double x, std::span<const double> others, DoubtAgainst against) {
    if (others.size() < fewest_for_range) return std::nullopt;
    const auto [lowest, highest] = std::ranges::minmax(others);
    Doubt found{.reason = DoubtReason::modified_z,
                .against = against,
                .score = modified_z_score(x, others),
                .middle = median({others.begin(), others.end()}),
                .lowest = lowest,
                .highest = highest,
                .among = static_cast<std::int64_t>(others.size())};
    if (std::abs(x - found.middle) <= nearby * std::abs(found.middle)) return std::nullopt;
    if (std::abs(found.score) > odd_modified_z) return found;
    if (const auto z = z_score(x, others); std::abs(z) > odd_z) {
        found.reason = DoubtReason::z;
        found.score = z;
        found.middle = mean(others);
        return found;
    }
    found.reason = DoubtReason::range;
    found.score = widths_outside(x, others);
    return found.score > odd_widths ? std::optional(found) : std::nullopt;
}

}  // namespace

double median(std::vector<double> numbers) {
    const auto middle = numbers.begin() + static_cast<std::ptrdiff_t>(numbers.size() / 2);
    std::ranges::nth_element(numbers, middle);
    if (numbers.size() % 2 == 1) return *middle;
    return (*std::max_element(numbers.begin(), middle) + *middle) / 2;
}

double z_score(double x, std::span<const double> others) {
    if (others.size() < fewest_for_z) return 0;
    const auto middle = mean(others);
    double squares = 0;
    for (const auto other : others) squares += (other - middle) * (other - middle);
    const auto deviation = std::sqrt(squares / static_cast<double>(others.size() - 1));
    return deviation > 0 ? (x - middle) / deviation : 0;
}

double modified_z_score(double x, std::span<const double> others) {
    if (others.size() < fewest_for_modified_z) return 0;
    const auto middle = median({others.begin(), others.end()});
    const auto far = distances(others, middle);
    if (const auto half_within = median(far); half_within > 0) return 0.6745 * (x - middle) / half_within;
    const auto usual = mean(far);
    return usual > 0 ? (x - middle) / (1.253314 * usual) : 0;
}

double widths_outside(double x, std::span<const double> others) {
    if (others.size() < fewest_for_range) return 0;
    const auto [lowest, highest] = std::ranges::minmax(others);
    const auto outside = std::max({lowest - x, x - highest, 0.0});
    if (outside == 0) return 0;
    const auto width = highest > lowest ? highest - lowest : std::max(std::abs(highest) / 2, 1.0);
    return outside / width;
}

std::vector<Doubt> doubts_of(double x, std::span<const double> history, std::span<const double> siblings) {
    std::vector<Doubt> doubts;
    if (const auto found = doubt(x, history, DoubtAgainst::history)) doubts.push_back(*found);
    if (const auto found = doubt(x, siblings, DoubtAgainst::siblings)) doubts.push_back(*found);
    return doubts;
}

}  // namespace goals
