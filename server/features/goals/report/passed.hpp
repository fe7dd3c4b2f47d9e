#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>

#include "base/decimal.hpp"

// How many of those who were asked pass, as the official report of the basic needs (จปฐ.) tells it. Pure.
namespace goals {

struct Passed {
    base::Decimal surveyed;
    base::Decimal passed;
    base::Decimal failed;
    base::Decimal percent_passed;  // two decimals, each rounded half away from zero for itself
    base::Decimal percent_failed;
};
BOOST_DESCRIBE_STRUCT(Passed, (), (surveyed, passed, failed, percent_passed, percent_failed))

// None where nobody was asked: a part of nothing is no percentage.
std::optional<Passed> passed_of(base::Decimal passed, base::Decimal surveyed);

// "99.78": always two decimals. 100.00 may stand beside some who fail: it is rounded, and the page says how many.
std::string percent_in_words(base::Decimal percent);

}  // namespace goals
