#pragma once

#include "db/db.hpp"
#include "site/holidays/holiday.hpp"

namespace site {

// The section that keeps what is said of one year.
std::string section_of_year(int year);

struct KeptYear {
    OwnYear own;
    std::int64_t version{};
};
KeptYear find_year(db::Session& db, int year);

// Days of a year that are announced for each year, and that nobody has entered yet.
struct YearToEnter {
    int year{};  // CE
    std::vector<Occasion> missing;
};
BOOST_DESCRIBE_STRUCT(YearToEnter, (), (year, missing))

// What is not known of the holidays from `from` to `to`: who lays out those years asks for it. All announced days lie before September.
std::vector<YearToEnter> years_to_enter(db::Session& db, base::Date from, base::Date to);

// The holidays of this installation from `from` to `to`, both included, in their order: what a rhythm of meetings skips or shifts.
std::vector<Holiday> holidays(db::Session& db, base::Date from, base::Date to);

}  // namespace site
