#include "goals/report/passed.hpp"

#include <fmt/format.h>

namespace goals {

namespace {

constexpr std::int64_t a_hundredth = base::Decimal::one / 100;

// Exactly from the two counts: rounding a rounded number again would print 99.994999… as 100.00.
base::Decimal percent(base::Decimal part, base::Decimal whole) {
    __extension__ using Wide = __int128;
    const Wide twice = Wide{part.value} * 10'000 * 2;
    const Wide hundredths = (twice + (twice < 0 ? -Wide{whole.value} : Wide{whole.value})) / (Wide{whole.value} * 2);
    return {static_cast<std::int64_t>(hundredths) * a_hundredth};
}

}  // namespace

std::optional<Passed> passed_of(base::Decimal passed, base::Decimal surveyed) {
    if (surveyed <= base::Decimal{}) return {};
    const base::Decimal failed{surveyed.value - passed.value};
    return Passed{surveyed, passed, failed, percent(passed, surveyed), percent(failed, surveyed)};
}

std::string percent_in_words(base::Decimal percent) {
    const auto hundredths = percent.value / a_hundredth;
    return fmt::format("{}.{:02}", hundredths / 100, hundredths % 100);
}

}  // namespace goals
