#pragma once

#include "goals/indicator/shown_indicator.hpp"

// What stands here as a data value set of DHIS2 (its developer's manual, GET /api/dataValueSets), so that a tool reads back what it sent.
namespace goals::dhis {

// NOLINTBEGIN(readability-identifier-naming): the names are DHIS2's
struct ReadingWish {
    std::optional<std::vector<std::string>> dataSet;      // keys of sets of indicators …
    std::optional<std::vector<std::string>> dataElement;  // … or codes of indicators
    std::vector<std::string> period;
    std::vector<std::string> orgUnit;   // codes of areas
    std::optional<bool> children;       // and everything in them
    std::optional<std::string> format;  // "json" or "csv", where no Accept says it
};
BOOST_DESCRIBE_STRUCT(ReadingWish, (), (dataSet, dataElement, period, orgUnit, children, format))

struct ReadValue {
    std::string dataElement;
    std::string period;
    std::string orgUnit;
    std::string categoryOptionCombo;   // the group; "default" is the total
    std::string attributeOptionCombo;  // always "default"
    std::string value;
    std::string storedBy;  // empty for the system, and for somebody whom the viewer may not know
    base::Instant lastUpdated;
    std::string comment;  // where it came from
    bool followup{};
};
BOOST_DESCRIBE_STRUCT(ReadValue, (),
                      (dataElement, period, orgUnit, categoryOptionCombo, attributeOptionCombo, value, storedBy, lastUpdated, comment,
                       followup))

struct ReadSet {
    std::optional<std::string> dataSet;
    std::optional<std::string> period;
    std::optional<std::string> orgUnit;
    std::vector<ReadValue> dataValues;
};
BOOST_DESCRIBE_STRUCT(ReadSet, (), (dataSet, period, orgUnit, dataValues))
// NOLINTEND(readability-identifier-naming)

// What areas themselves reported: of those whose figures the viewer looks after all of it, of others what is approved and not of so few
// people that one could be known. Throws http::Problem 422 that names what is wrong with the wish.
ReadSet read_back(db::Session& db, const http::Viewer& viewer, const ReadingWish& wish);
std::string csv_of(const ReadSet& set);

}  // namespace goals::dhis
