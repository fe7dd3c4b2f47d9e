#pragma once

#include "goals/report/passed.hpp"
#include "goals/situation/situation.hpp"

// A set of indicators in one area and time in the shape of the official report: how many were asked, how many pass and how many do not.
namespace goals {

struct ReportRow {
    std::int64_t number{};  // its place in the set
    std::string code;
    std::string title;  // what the set calls it
    std::string title_en;
    Traits traits;
    Found found{};
    std::optional<Passed> passed;        // of a percentage; none where there is no number
    std::optional<base::Decimal> value;  // of everything else
    std::string said;                    // where there is no share: the value, or why there is none, in words
    std::string coverage;                // in words
};
BOOST_DESCRIBE_STRUCT(ReportRow, (), (number, code, title, title_en, traits, found, passed, value, said, coverage))

struct ReportGroup {
    std::string name;
    std::string name_en;
    std::vector<ReportRow> rows;
};
BOOST_DESCRIBE_STRUCT(ReportGroup, (), (name, name_en, rows))

struct ReportPart {
    PlaceName place;
    std::vector<ReportGroup> groups;
};
BOOST_DESCRIBE_STRUCT(ReportPart, (), (place, groups))

struct ReportTime {
    std::string code;
    std::string title;
};
BOOST_DESCRIBE_STRUCT(ReportTime, (), (code, title))

struct SetReport {
    std::string key;
    std::string title;
    std::string title_en;
    std::string address;
    std::string path;  // of the area
    std::string period;
    std::string period_title;
    std::vector<ReportTime> periods;  // in which the area knows something of the set, the newest first
    std::vector<ReportPart> parts;    // the area, and then, if they are asked for, those right under it
};
BOOST_DESCRIBE_STRUCT(SetReport, (), (key, title, title_en, address, path, period, period_title, periods, parts))

enum class Inner : std::uint8_t { left_out, shown };

struct ReportKey {
    const FoundSet& set;
    const areas::Area& area;
    std::optional<base::ReportingPeriod> period;  // the newest with a number, without one
    Inner inner{};
    base::Date today;
};
SetReport report_of(db::Session& db, const Viewing& viewing, const ReportKey& key);

}  // namespace goals
