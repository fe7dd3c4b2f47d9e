#include "goals/situation/situation_table.hpp"

#include "base/enum_names.hpp"

namespace goals {

namespace {

std::string text_of(const std::optional<base::Decimal>& number) {
    return number ? base::to_text(*number) : std::string();
}
std::string text_of(const std::optional<std::int64_t>& number) {
    return number ? std::to_string(*number) : std::string();
}

Row row_of(const Finding& finding, const PlaceName& area) {
    return {finding.code,
            area.code,
            finding.newest ? finding.newest->period : "",
            text_of(finding.figure.value),
            finding.title,
            area.title,
            std::string(base::name_of(finding.traits.unit)),
            std::string(base::name_of(finding.found)),
            std::to_string(finding.figure.reported),
            text_of(finding.figure.expected)};
}

Row row_of(const InsideRow& row, const InsideCell& cell, const PlaceName& area) {
    return {row.code,
            area.code,
            row.period,
            text_of(cell.value),
            row.title,
            area.title,
            std::string(base::name_of(row.traits.unit)),
            std::string(base::name_of(cell.found)),
            std::to_string(cell.reported),
            text_of(cell.expected)};
}

}  // namespace

std::vector<Row> situation_table(const Situation& situation, const Inside& inside) {
    std::vector<Row> rows{{"indicator", "area", "period", "value", "title", "area_title", "unit", "state", "reported", "expected"}};
    for (const auto& group : situation.groups)
        for (const auto& finding : group.findings) rows.push_back(row_of(finding, situation.area));
    for (const auto& row : inside.rows)
        for (std::size_t i = 0; i < inside.areas.size(); ++i) rows.push_back(row_of(row, row.cells[i], inside.areas[i]));
    return rows;
}

}  // namespace goals
