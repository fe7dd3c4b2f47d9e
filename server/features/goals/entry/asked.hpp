#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "goals/entry/stages.hpp"
#include "http/problem.hpp"

// What somebody asks about, by the names that outside programs and pages use: read, or named as wrong.
namespace goals {

struct EntryPlace {
    std::string code;
    std::string title;
    std::string path;
};
BOOST_DESCRIBE_STRUCT(EntryPlace, (), (code, title, path))
EntryPlace place_of(db::Session& db, const areas::Area& area, base::Language language);

// Each adds what is wrong to `problem`, at `pointer` and the field's name.
std::optional<base::ReportingPeriod> ask_period(const std::string& text, http::Problem& problem, const std::string& pointer = "");
std::optional<areas::Area> ask_area(db::Session& db, const std::string& code, http::Problem& problem, const std::string& pointer = "");
std::optional<Indicator> ask_indicator(db::Session& db, const http::Viewer& viewer, const std::string& code, http::Problem& problem,
                                       const std::string& pointer = "");

// Values of one series in an area.
struct BatchName {
    std::string indicator;
    std::string area;
    std::string period;
    std::optional<std::string> group;
    std::optional<EntryId> newest;
};
BOOST_DESCRIBE_STRUCT(BatchName, (), (indicator, area, period, group, newest))
std::optional<Batch> ask_batch(db::Session& db, const http::Viewer& viewer, const BatchName& name, http::Problem& problem,
                               const std::string& pointer = "");

}  // namespace goals
