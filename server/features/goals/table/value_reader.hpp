#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <variant>
#include <vector>

#include "areas/areas.hpp"
#include "base/decimal.hpp"
#include "base/import.hpp"
#include "base/reporting_period.hpp"
#include "goals/indicator/indicator.hpp"
#include "goals/rollup/summary.hpp"
#include "goals/table/line_reader.hpp"
#include "goals/table/report_reader.hpp"

// Tables of values: indicator,area,period,value and, if wished, group and denominator. Pure.
namespace goals {

// What a table is read against.
struct Ground {
    std::unordered_map<std::string, areas::Life> areas;  // by code
    std::function<std::optional<Indicator>(const std::string& code)> find_indicator;
    base::Date today;
};

// The code that a cell means: Thai digits count, and the country is TH.
std::string area_code(std::string_view cell);

// What a row is of.
struct SeriesKey {
    IndicatorId indicator;
    base::ReportingPeriod period;
    std::string breakdown;  // "": the total
};

struct ReadValue {
    std::int64_t line{};
    std::size_t series{};  // its place in ValueReader::series()
    base::AreaId area;
    State state{};
    base::Decimal numerator;
    std::optional<base::Decimal> denominator;
};

class ValueReader {
  public:
    // Reads the heading. `ground` outlives the reader.
    ValueReader(LineReader lines, const Ground& ground);

    // Without these nothing is read; and columns that mean nothing here.
    [[nodiscard]] const std::vector<std::string>& missing_columns() const { return missing_; }
    [[nodiscard]] const std::vector<std::string>& unknown_columns() const { return unknown_; }

    // A row that can be stored, or the first thing that is wrong with it.
    using Row = std::variant<ReadValue, base::WrongRow>;
    std::optional<Row> next();

    [[nodiscard]] const std::vector<SeriesKey>& series() const { return series_; }
    [[nodiscard]] const Remarks& remarks() const { return remarks_; }

    enum Cell : std::size_t { indicator, area, period, value, group, denominator };

    // The cells of the next row as they stand there, empty where the table has no such column; for a first look.
    struct Cells {
        std::int64_t line{};
        std::array<std::string_view, 6> cells;
        std::string_view fault{};  // of the row as a whole
        bool is_ended{};
    };
    std::optional<Cells> next_cells();

  private:
    struct Subject {
        SeriesKey key;
        Indicator indicator;
    };
    struct Fault {
        Cell cell;
        std::string_view code;
    };
    template <class T>
    using Or = std::variant<T, Fault>;

    void read_heading();
    std::string_view fault_of(const LineReader::Line& line);
    Or<ReadValue> judge(const Cells& row);
    Or<std::size_t> read_series(const Cells& row);
    Or<Subject> read_subject(const Cells& row);
    Or<base::AreaId> read_area(const Cells& row, std::size_t series);
    std::optional<Fault> read_numbers(const Cells& row, const Indicator& of, ReadValue& read);
    bool is_new(std::size_t series, base::AreaId area);

    LineReader lines_;
    const Ground& ground_;
    char separator_ = ',';
    std::vector<std::optional<std::size_t>> places_;  // of our columns in the table
    std::size_t width_ = 0;
    std::vector<std::string> missing_;
    std::vector<std::string> unknown_;
    std::vector<std::string_view> split_;
    std::vector<std::string> unquoted_;

    // What was met before, so that a row asks for little; all of it bounded, whatever the table says.
    std::unordered_map<std::string, std::size_t> series_of_text_;  // indicator, period and group as they were written
    std::map<std::tuple<std::int64_t, base::Date, base::Date, std::string>, std::size_t> series_of_key_;
    std::vector<SeriesKey> series_;
    std::vector<Indicator> indicators_;                    // of each series
    std::unordered_map<std::int64_t, std::size_t> order_;  // of areas that were met
    std::vector<std::vector<bool>> met_;                   // series × area
    Remarks remarks_;
};

}  // namespace goals
