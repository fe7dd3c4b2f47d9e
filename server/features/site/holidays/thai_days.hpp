#pragma once

#include <boost/describe/enum.hpp>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "base/time.hpp"

// The public holidays of Thailand, without weekends: those on the same day each year, and those whose day is announced for each year.
namespace site {

enum class Occasion : std::uint8_t {
    new_year,
    makha_bucha,
    chakri,
    songkran,
    coronation,
    ploughing,
    visakha_bucha,
    queens_birthday,
    asalha_bucha,
    buddhist_lent,
    kings_birthday,
    mothers_day,
    navamindra,
    chulalongkorn,
    fathers_day,
    constitution,
    new_years_eve,
};
BOOST_DESCRIBE_ENUM(Occasion, new_year, makha_bucha, chakri, songkran, coronation, ploughing, visakha_bucha, queens_birthday, asalha_bucha,
                    buddhist_lent, kings_birthday, mothers_day, navamindra, chulalongkorn, fathers_day, constitution, new_years_eve)

struct ThaiDay {
    base::Date date;
    Occasion occasion{};
    friend auto operator<=>(const ThaiDay&, const ThaiDay&) = default;
};

// The table holds for the years from this one on.
inline constexpr int first_year_of_holidays = 2025;

// In the order of the calendar. Announced days only as far as they are known here: none is guessed.
std::vector<ThaiDay> thai_days(int year);

// Those whose day is announced for each year: by the moon, or by the palace.
std::span<const Occasion> announced_occasions();

}  // namespace site
