#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <span>
#include <vector>

#include "goals/view/standing.hpp"

// Into which classes a map's areas fall by their numbers. Pure.
namespace goals {

// quantile: as many areas in each as can be, equal numbers together; target: by how far the target is reached; score: by the steps of the
// scale; single: there are five different numbers or fewer, each a class.
enum class Classing : std::uint8_t { quantile, target, score, single };
BOOST_DESCRIBE_ENUM(Classing, quantile, target, score, single)

// From the smallest to the largest number in it, both included, as they are shown; of a class by target or score its bounds, where the
// upper one belongs to the next class unless there is none.
struct NumberClass {
    std::optional<base::Decimal> from;  // none: whatever is less than `to`
    std::optional<base::Decimal> to;    // none: `from` and more
    std::int64_t areas{};
    bool reaches{};  // the target, by all in it
};
BOOST_DESCRIBE_STRUCT(NumberClass, (), (from, to, areas, reaches))

struct Classes {
    Classing by{};
    std::vector<NumberClass> list;                // the lowest numbers first, at most five
    std::vector<std::optional<std::int64_t>> of;  // of each number its class
};
inline constexpr std::size_t most_classes = 5;

Classes classes_of(const Traits& traits, const std::optional<Aim>& aim, std::span<const std::optional<base::Decimal>> values);

}  // namespace goals
