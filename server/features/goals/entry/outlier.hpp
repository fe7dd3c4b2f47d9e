#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <span>
#include <vector>

// Numbers that look odd among their like: they are asked about, never dropped. Floating point does for telling; nothing of it is stored in
// a figure. Pure.
namespace goals {

// The reason. z: so many standard deviations from the mean. modified_z: so many median deviations from the median, which one other odd
// number does not spoil (Iglewicz and Hoaglin 1993). range: farther outside all others than they are apart.
enum class DoubtReason : std::uint8_t { z, modified_z, range };
// Against what it was held: the same area in earlier periods, or the areas beside it in this one.
enum class DoubtAgainst : std::uint8_t { history, siblings };
BOOST_DESCRIBE_ENUM(DoubtReason, z, modified_z, range)
BOOST_DESCRIBE_ENUM(DoubtAgainst, history, siblings)

struct Doubt {
    DoubtReason reason{};
    DoubtAgainst against{};
    double score{};   // of z and modified_z, with its sign; of range how many widths outside
    double middle{};  // the mean, or the median
    double lowest{};  // of the others
    double highest{};
    std::int64_t among{};  // how many others
};
BOOST_DESCRIBE_STRUCT(Doubt, (), (reason, against, score, middle, lowest, highest, among))

double median(std::vector<double> numbers);  // of at least one
// Of fewer than ten others, or others that are all alike: 0.
double z_score(double x, std::span<const double> others);
// 0.6745 (x - median) / MAD; where more than half are alike, (x - median) / (1.2533 · mean deviation). Of fewer than five others, or others
// that are all alike: 0.
double modified_z_score(double x, std::span<const double> others);
// How many widths of the others' range x lies outside it; of others that are all alike half of their size is the width. Of fewer than three
// others: 0.
double widths_outside(double x, std::span<const double> others);

// Nothing within a quarter of the median. At most one doubt against each: the first of modified_z (beyond 3.5), z (beyond 3), range (beyond
// 1) that speaks.
std::vector<Doubt> doubts_of(double x, std::span<const double> history, std::span<const double> siblings);

}  // namespace goals
