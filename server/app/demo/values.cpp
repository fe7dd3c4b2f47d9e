#include "app/demo/values.hpp"

#include <algorithm>
#include <stdexcept>

#include "app/demo/told.hpp"
#include "areas/areas.hpp"
#include "goals/goals.hpp"

namespace app::demo {

namespace json = boost::json;

namespace {

// As a table of them comes in.
void add_villages(Installation& installation, const json::array& rows) {
    if (rows.empty()) return;
    std::string table = "code,subdistrict_code,moo,name,name_en,latitude,longitude\n";
    for (const auto& row : rows) table.append(row.as_string()) += '\n';
    const auto& places = installation.subjects.at("places");
    const imports::Order order{.viewer = {}, .entered_by = {}, .today = base::bangkok_date(installation.clock.now())};
    installation.database->write([&](db::Tx& tx) {
        const auto reading = places.read(tx, order, table);
        if (!reading.report.wrong_rows.empty()) throw std::runtime_error("the example holds a village that is none");
        for (const auto& step : reading.steps) places.write(tx, order, step.plan, [](std::int64_t) { return std::int64_t{0}; });
    });
}

// A number, one of how many, or the name of a state.
goals::NewValue value_of(const json::value& told) {
    goals::NewValue value;
    if (told.is_string()) {
        value.state = told.as_string() == "not_asked" ? goals::State::not_asked : goals::State::not_applicable;
    } else if (told.is_array()) {
        value.numerator = base::whole(told.as_array().at(0).as_int64());
        value.denominator = base::whole(told.as_array().at(1).as_int64());
    } else {
        value.numerator = base::whole(told.as_int64());
    }
    return value;
}

// Approved, where nothing else is told.
goals::Stage stage_of(const json::object& told) {
    return told.contains("stage") ? base::named<goals::Stage>(text(told, "stage")).value() : goals::Stage::approved;
}

base::ReportingPeriod period_of(const json::object& told) {
    return std::get<base::ReportingPeriod>(base::read_reporting_period(told.at("period").as_string()));
}

void store(db::Tx& tx, goals::Stage stage, std::vector<goals::NewValue> values) {
    std::ranges::sort(values, {}, [](const goals::NewValue& value) { return std::pair(value.series, value.area); });
    goals::store(tx, goals::insert_entry(tx, {.by = {}, .source = "ตัวเลขสมมุติของข้อมูลตัวอย่าง"}), stage, values);
}

goals::SeriesId series_of(db::Tx& tx, std::string_view indicator, const json::object& told) {
    return goals::get_series(tx, goals::find_indicator(tx, indicator).value().id, period_of(told), text(told, "group"));
}

// One indicator, in total or of one group.
void add_reports(db::Tx& tx, const json::object& told) {
    const auto series = series_of(tx, told.at("indicator").as_string(), told);
    std::vector<goals::NewValue> values;
    for (const auto& [code, told_value] : told.at("values").as_object()) {
        values.push_back(value_of(told_value));
        values.back().series = series;
        values.back().area = areas::find(tx, code).value().id;
    }
    store(tx, stage_of(told), std::move(values));
}

// A column an area, a row an indicator: its code, and what each of them reported.
void add_table(db::Tx& tx, const json::object& told) {
    std::vector<base::AreaId> columns;
    for (const auto& code : told.at("areas").as_array()) columns.push_back(areas::find(tx, code.as_string()).value().id);
    std::vector<goals::NewValue> values;
    for (const auto& row : told.at("rows").as_array()) {
        const auto& cells = row.as_array();
        const auto series = series_of(tx, cells.at(0).as_string(), told);
        for (std::size_t i = 0; i < columns.size(); ++i) {
            values.push_back(value_of(cells.at(i + 1)));
            values.back().series = series;
            values.back().area = columns[i];
        }
    }
    store(tx, stage_of(told), std::move(values));
}

}  // namespace

void add_values(Installation& installation, const json::object& told) {
    add_villages(installation, list(told, "villages"));
    for (const auto& reports : list(told, "values"))
        installation.database->write([&](db::Tx& tx) { add_reports(tx, reports.as_object()); });
    for (const auto& table : list(told, "tables")) installation.database->write([&](db::Tx& tx) { add_table(tx, table.as_object()); });
}

}  // namespace app::demo
