#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <vector>

#include "base/decimal.hpp"
#include "goals/figures/figure.hpp"

// How a figure is read beside others. Pure.
namespace goals {

// What there is to say of a place: a number (zero is one), or why there is none. `no_total`: numbers came, but they make no one number.
enum class Found : std::uint8_t { value, missing, not_asked, not_applicable, no_total, no_area, hidden };
BOOST_DESCRIBE_ENUM(Found, value, missing, not_asked, not_applicable, no_total, no_area, hidden)
Found found_in(const Figure& figure);

// What is aimed at; a band has two ends.
struct Aim {
    base::Decimal from;
    std::optional<base::Decimal> to;
};
BOOST_DESCRIBE_STRUCT(Aim, (), (from, to))

// Which of two numbers is better. `unlike`: they differ, and nobody has said which way is better.
enum class Turn : std::uint8_t { better, worse, same, unlike };
BOOST_DESCRIBE_ENUM(Turn, better, worse, same, unlike)

// By the indicator's direction, as far as its decimals show a difference; a band is better the nearer to it.
Turn turn_of(const Traits& traits, const std::optional<Aim>& aim, base::Decimal before, base::Decimal now);

// How much is still to go; 0: it is reached.
base::Decimal gap_to(const Traits& traits, const Aim& aim, base::Decimal value);

// The middle one of several numbers, or the middle between two.
std::optional<base::Decimal> median_of(std::vector<base::Decimal> values);

// The place of the best among them; none for a band that nobody has drawn, or where all are the same.
std::optional<std::size_t> best_of(const Traits& traits, const std::optional<Aim>& aim,
                                   const std::vector<std::optional<base::Decimal>>& values);

}  // namespace goals
