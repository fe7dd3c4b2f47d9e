#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "areas/areas.hpp"
#include "base/csv.hpp"
#include "base/person.hpp"

// Villages and municipal communities come as tables: one row a place.
namespace areas {

// One thing that is wrong with one row. `code` is a locale key without "field_".
struct WrongRow {
    std::int64_t line{};
    std::string column;
    std::string code;
    std::string value;
};
BOOST_DESCRIBE_STRUCT(WrongRow, (), (line, column, code, value))

struct ImportReport {
    std::string encoding;  // in which the file was written
    std::int64_t rows{};
    std::int64_t added{};
    std::int64_t changed{};
    std::int64_t unchanged{};
    std::int64_t wrong{};                      // rows with at least one mistake; they are left out, the others come in
    std::vector<WrongRow> wrong_rows;          // the first thousand
    std::vector<std::string> missing_columns;  // without these nothing is read
    std::vector<std::string> unknown_columns;  // not used
};
BOOST_DESCRIBE_STRUCT(ImportReport, (), (encoding, rows, added, changed, unchanged, wrong, wrong_rows, missing_columns, unknown_columns))

enum class ImportMode : std::uint8_t { preview, apply };
BOOST_DESCRIBE_ENUM(ImportMode, preview, apply)

struct ImportOrder {
    base::PersonId actor;
    base::Date today;
    ImportMode mode = ImportMode::preview;
};

// Reads a table in any Thai encoding. Writes in chunks, one journal event each, and lets others write between them; the same file
// again changes nothing.
ImportReport import_places(db::Database& database, const ImportOrder& order, std::string_view bytes);

// One row as it is understood, or what is wrong with it.
struct PlaceRow {
    AreaId id;  // none for a community whose number is still to be given
    AreaId subdistrict;
    std::string code;
    std::string name;
    std::string name_en;
    std::optional<double> latitude;
    std::optional<double> longitude;
};

// Reads rows of one table, one after the other.
class PlaceReader {
  public:
    // `subdistricts`: official code -> area.
    using Subdistricts = std::unordered_map<std::string, AreaId>;
    PlaceReader(std::string_view text, const Subdistricts& subdistricts);

    [[nodiscard]] const base::csv::Table& table() const { return table_; }

    struct Read {
        std::int64_t line{};
        PlaceRow place;
        std::vector<WrongRow> wrong;  // empty if the row is good
    };
    std::optional<Read> next();

  private:
    base::csv::Table table_;
    const Subdistricts& subdistricts_;
    std::unordered_map<std::int64_t, std::int64_t> line_of_;  // of places met before
};

}  // namespace areas
