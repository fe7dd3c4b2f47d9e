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

void add_reports(db::Tx& tx, const json::object& told) {
    const auto period = base::read_reporting_period(told.at("period").as_string());
    const auto indicator = goals::find_indicator(tx, told.at("indicator").as_string());
    const auto series = goals::get_series(tx, indicator.value().id, std::get<base::ReportingPeriod>(period), "");
    std::vector<goals::NewValue> values;
    for (const auto& [code, told_value] : told.at("values").as_object()) {
        values.push_back(value_of(told_value));
        values.back().series = series;
        values.back().area = areas::find(tx, code).value().id;
    }
    std::ranges::sort(values, {}, &goals::NewValue::area);
    goals::store(tx, goals::insert_entry(tx, {.by = {}, .source = "ตัวเลขสมมุติของข้อมูลตัวอย่าง"}), goals::Stage::approved, values);
}

}  // namespace

void add_values(Installation& installation, const json::object& told) {
    add_villages(installation, list(told, "villages"));
    for (const auto& reports : list(told, "values"))
        installation.database->write([&](db::Tx& tx) { add_reports(tx, reports.as_object()); });
}

}  // namespace app::demo
