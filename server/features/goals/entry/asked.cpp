#include "goals/entry/asked.hpp"

#include "goals/indicator/shown_indicator.hpp"

namespace goals {

EntryPlace place_of(db::Session& db, const areas::Area& area, base::Language language) {
    const auto above = areas::parent_of(area.id);
    return {area.code, areas::title(area, language), above ? areas::path(db, *above, language) : std::string()};
}

std::optional<base::ReportingPeriod> ask_period(const std::string& text, http::Problem& problem, const std::string& pointer) {
    const auto read = base::read_reporting_period(text);
    if (const auto* period = std::get_if<base::ReportingPeriod>(&read)) return *period;
    const auto fault = std::get<base::PeriodFault>(read);
    problem.at(pointer + "/period", fault == base::PeriodFault::empty ? "required" : base::name_of(fault));
    return std::nullopt;
}

std::optional<areas::Area> ask_area(db::Session& db, const std::string& code, http::Problem& problem, const std::string& pointer) {
    auto area = areas::find(db, area_code(code));
    if (!area) problem.at(pointer + "/area", "unknown_area");
    return area;
}

std::optional<Indicator> ask_indicator(db::Session& db, const http::Viewer& viewer, const std::string& code, http::Problem& problem,
                                       const std::string& pointer) {
    const auto found = find_readable(db, viewer, code);
    if (found) return found->indicator;
    problem.at(pointer + "/indicator", "unknown_indicator");
    return std::nullopt;
}

std::optional<Batch> ask_batch(db::Session& db, const http::Viewer& viewer, const BatchName& name, http::Problem& problem,
                               const std::string& pointer) {
    const auto indicator = ask_indicator(db, viewer, name.indicator, problem, pointer);
    const auto area = ask_area(db, name.area, problem, pointer);
    const auto period = ask_period(name.period, problem, pointer);
    if (!indicator || !area || !period) return std::nullopt;
    return Batch{
        .indicator = *indicator, .key = {indicator->id, *period, name.group.value_or("")}, .inside = area->id, .newest = name.newest};
}

}  // namespace goals
