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

// The holidays of this installation from `from` to `to`, both included, in their order: what a rhythm of meetings skips or shifts.
std::vector<Holiday> holidays(db::Session& db, base::Date from, base::Date to);

}  // namespace site
