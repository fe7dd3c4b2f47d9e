#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/language.hpp"
#include "base/time.hpp"
#include "db/db.hpp"
#include "http/response.hpp"

// What a table of SDMX-CSV is made by: dataflow, data structure, concepts and code lists, as an SDMX-JSON 2.0 structure message
// (https://github.com/sdmx-twg/sdmx-json), asked for as SDMX's REST API does (https://github.com/sdmx-twg/sdmx-rest, structure queries).
namespace goals {

// A column of the tables. `values` is the code list that it has its values from, or the kind of value that stands in it.
enum class SdmxRole : std::uint8_t { dimension, time, measure, attribute };
struct SdmxColumn {
    std::string_view id;
    SdmxRole role{};
    std::string_view values;
    std::string_view thai;
    std::string_view english;
};
// In the order in which they stand in a row.
const std::vector<SdmxColumn>& sdmx_columns();

// What comes beside what is asked for: what it refers to, what refers to it, or only those of one kind.
enum class SdmxReferences : std::uint8_t {
    none,
    parents,
    parentsandsiblings,
    ancestors,
    children,
    descendants,
    all,
    dataflow,
    datastructure,
    conceptscheme,
    codelist
};
BOOST_DESCRIBE_ENUM(SdmxReferences, none, parents, parentsandsiblings, ancestors, children, descendants, all, dataflow, datastructure,
                    conceptscheme, codelist)
// A stub has a name and nothing in it. What is partial or raw elsewhere is whole here.
enum class SdmxDetail : std::uint8_t { full, allstubs, referencestubs, allcompletestubs, referencecompletestubs, referencepartial, raw };
BOOST_DESCRIBE_ENUM(SdmxDetail, full, allstubs, referencestubs, allcompletestubs, referencecompletestubs, referencepartial, raw)

struct SdmxWish {
    std::optional<SdmxReferences> references;
    std::optional<SdmxDetail> detail;
};
BOOST_DESCRIBE_STRUCT(SdmxWish, (), (references, detail))

// "dataflow", "LOMWONG", "INDICATORS", "2.0.0": each may be several with commas between, or "*"; the version "~" or "+" as well.
struct SdmxKey {
    std::string type;
    std::string agency;
    std::string id;
    std::string version;
};
struct SdmxQuestion {
    SdmxKey key;
    SdmxWish wish;
    base::Language language{};
    std::string origin;
    base::Instant now;
};

// Where all that the tables are made by is described.
std::string sdmx_structure_address();

// Of what anybody may read, and nobody more. Goes out while it is made, since there are many areas; `database` outlives it. Nothing is of
// that name: http::Problem 404.
http::Pieces sdmx_structure(db::Session& db, db::Database& database, const SdmxQuestion& question);

}  // namespace goals
