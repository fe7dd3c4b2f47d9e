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
        std::vector<base::WrongRow> wrong;  // empty if the row is good
    };
    std::optional<Read> next();

  private:
    base::csv::Table table_;
    const Subdistricts& subdistricts_;
    std::unordered_map<std::int64_t, std::int64_t> line_of_;  // of places met before
};

}  // namespace areas
