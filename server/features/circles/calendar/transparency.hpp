#pragma once

#include <string>
#include <vector>

#include "base/language.hpp"
#include "circles/session/session.hpp"
#include "db/db.hpp"
#include "http/viewer.hpp"

namespace circles {

// One held session as the yearly transparency assessment (ITA, participation) asks for it.
struct TransparencyRow {
    base::Date date;
    std::string circle;
    std::optional<std::int64_t> ordinal;
    std::string title;
    std::string organiser;
    std::string place;
    std::string issue;
    std::string took_part;
    std::optional<std::int64_t> people;
    std::string result;
    std::string result_use;
    std::string address;
};
BOOST_DESCRIBE_STRUCT(TransparencyRow, (),
                      (date, circle, ordinal, title, organiser, place, issue, took_part, people, result, result_use, address))

struct YearWanted {
    base::Whole<2400, 3000> year;  // fiscal year of this installation, พ.ศ.
    std::optional<records::RecordId> organiser{};
    std::optional<base::AreaId> area{};
};
BOOST_DESCRIBE_STRUCT(YearWanted, (), (year, organiser, area))

std::vector<TransparencyRow> list_held_in(db::Session& db, const http::Viewer& viewer, const YearWanted& wanted);

// A table that spreadsheets open as it is: CSV (RFC 4180) in UTF-8 with its mark; what could be a formula is text. `origin` is put
// before addresses.
std::string transparency_table(const std::vector<TransparencyRow>& rows, base::Language language, const std::string& origin);

}  // namespace circles
