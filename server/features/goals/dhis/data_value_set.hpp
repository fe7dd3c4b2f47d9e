#pragma once

#include <boost/describe.hpp>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/json/json.hpp"

// Data value sets as DHIS2 writes them (its developer's manual, /api/dataValueSets): JSON, or CSV by the places of its columns. An orgUnit
// is an area's official code, a dataElement an indicator's, a categoryOptionCombo the name of a group. Pure.
namespace goals::dhis {

struct DataValue {
    std::size_t index{};  // its place in what was sent, from 0
    std::string data_element{};
    std::string period{};
    std::string org_unit{};
    std::string group{};  // "": the total
    std::string attribute_option_combo{};
    std::string value{};
    bool is_deleted{};
};

struct DataValueSet {
    std::string data_set;
    bool is_complete{};  // it says that nothing more will come
    std::vector<DataValue> values;
};

// Throw http::Problem 422 for what is no such set at all.
DataValueSet read_json(std::string_view text);
DataValueSet read_csv(std::string_view text);

// DHIS2's own name for "no category" means none here as well.
bool is_default(std::string_view option_combo);

// NOLINTBEGIN(readability-identifier-naming): the names are DHIS2's
struct ImportCount {
    std::int64_t imported{};
    std::int64_t updated{};
    std::int64_t ignored{};
    std::int64_t deleted{};
};
BOOST_DESCRIBE_STRUCT(ImportCount, (), (imported, updated, ignored, deleted))

struct Conflict {
    std::string object;
    std::map<std::string, std::string> objects;
    std::string value;
    std::string errorCode;
    std::string property;
    std::vector<std::int64_t> indexes;
};
BOOST_DESCRIBE_STRUCT(Conflict, (), (object, objects, value, errorCode, property, indexes))

struct ImportOptions {
    bool dryRun{};
    std::string importStrategy;
};
BOOST_DESCRIBE_STRUCT(ImportOptions, (), (dryRun, importStrategy))

struct ImportSummary {
    std::string responseType = "ImportSummary";
    std::string status;
    ImportOptions importOptions;
    std::string description;
    ImportCount importCount;
    std::vector<Conflict> conflicts;
    std::vector<std::int64_t> rejectedIndexes;
    std::string dataSetComplete = "false";
};
BOOST_DESCRIBE_STRUCT(ImportSummary, (),
                      (responseType, status, importOptions, description, importCount, conflicts, rejectedIndexes, dataSetComplete))

struct ImportReply {
    std::string httpStatus;
    std::int64_t httpStatusCode{};
    std::string status;
    std::string message;
    ImportSummary response;
};
BOOST_DESCRIBE_STRUCT(ImportReply, (), (httpStatus, httpStatusCode, status, message, response))
// NOLINTEND(readability-identifier-naming)

// What was wrong with one value is added to the conflict of the same kind, as DHIS2 gathers them.
void reject(ImportSummary& summary, const DataValue& value, std::string_view why);
// A locale key's name as DHIS2's property and code.
struct Blame {
    std::string_view property;
    std::string_view code;
};
Blame blame_of(std::string_view why);

// With its status: 200 where all came in, 409 where something did not.
ImportReply reply_of(ImportSummary summary);

}  // namespace goals::dhis
