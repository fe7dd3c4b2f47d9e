#pragma once

#include <string>
#include <vector>

#include "base/bounded.hpp"
#include "base/json/json.hpp"
#include "site/holidays/thai_days.hpp"

namespace site {

// A day that an administrator has added, or named otherwise. With an occasion it is the day announced for that occasion this year.
struct OwnDay {
    base::Date date;
    base::Text<1, 80> name;
    std::optional<base::Text<1, 80>> name_en;
    std::optional<Occasion> occasion;
};
BOOST_DESCRIBE_STRUCT(OwnDay, (), (date, name, name_en, occasion))

// What the administrators have said of one year (CE) of the calendar.
struct OwnYear {
    std::vector<OwnDay> days;
    std::vector<base::Date> not_kept;  // days of the table that are no holidays here
};
BOOST_DESCRIBE_STRUCT(OwnYear, (), (days, not_kept))

// All that is wrong with it as the list of that year.
void check(const OwnYear& own, int year, json::Errors& errors);

enum class Origin : std::uint8_t { table, instead, own };
BOOST_DESCRIBE_ENUM(Origin, table, instead, own)

struct Holiday {
    base::Date date;
    std::string name;
    std::string name_en;
    Origin origin{};
    std::optional<Occasion> occasion;
    friend bool operator==(const Holiday&, const Holiday&) = default;
};
BOOST_DESCRIBE_STRUCT(Holiday, (), (date, name, name_en, origin, occasion))

// The holidays of a year in the order of the calendar, one a day. A public holiday on a weekend gives the next working day instead, one for
// the holidays of one weekend (resolution of the cabinet); `before` is the year before, whose New Year's Eve may do so.
std::vector<Holiday> holidays_of(int year, const OwnYear& own, const OwnYear& before);

// Announced each year, not known here and not said by the administrators.
std::vector<Occasion> missing_occasions(int year, const OwnYear& own);

}  // namespace site
