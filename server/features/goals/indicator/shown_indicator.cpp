#include "goals/indicator/shown_indicator.hpp"

#include <algorithm>

#include "goals/open/open_figures.hpp"

namespace goals {

std::optional<FoundIndicator> find_readable(db::Session& db, const http::Viewer& viewer, std::string_view code) {
    const auto kept = read_code(code);
    const auto indicator = kept ? find_indicator(db, *kept) : std::nullopt;
    if (!indicator) return {};
    auto found = records::find(db, viewer, records::record_id(indicator->id));
    if (!found || !records::may_read(records::guard(found->envelope), found->ties)) return {};
    return FoundIndicator{*std::move(found), *indicator};
}

std::string writer_of(db::Session& db, const http::Viewer& viewer, base::PersonId person) {
    const auto cards = records::cards(db, viewer, {records::record_id(person)});
    return cards.empty() ? "" : cards.front().title;
}

static std::vector<ShownDefinition> show_versions(db::Session& db, const http::Viewer& viewer,
                                                  const std::vector<DefinitionVersion>& versions) {
    std::vector<ShownDefinition> shown;
    shown.reserve(versions.size());
    for (const auto& version : versions)
        shown.push_back(
            {version.from_year, version.content, version.changed, writer_of(db, viewer, version.written_by), version.written_at});
    return shown;
}

static std::optional<LatestFigure> latest_of(db::Session& db, const Indicator& indicator, base::Language language) {
    auto period = find_latest_period(db, indicator.id);
    if (!period)
        if (const auto of_parts = open_periods(db, indicator); !of_parts.empty()) period = of_parts.back();
    if (!period) return {};
    return LatestFigure{base::code_of(*period), base::title_of(*period, language), get_figure(db, indicator, {}, *period)};
}

ShownIndicator show_indicator(db::Session& db, const IndicatorView& view, const FoundIndicator& found) {
    const auto versions = list_definitions(db, found.indicator.id);
    const auto holds = [&](const DefinitionVersion& version) { return !view.year || version.from_year <= *view.year; };
    const auto holding = std::ranges::find_if(versions, holds);
    const auto& version = holding == versions.end() ? versions.back() : *holding;
    auto owners = records::cards(db, view.viewer, {found.found.envelope.owner_id});
    return {.code = found.indicator.code,
            .address = indicator_address(found.indicator.code),
            .record = found.found.envelope,
            .rights = records::rights(found.found),
            .owner = owners.empty() ? std::nullopt : std::optional(std::move(owners.front())),
            .traits = found.indicator,
            .aggregation_type = std::string(aggregation_type(found.indicator.over_areas, found.indicator.over_time)),
            .from_year = version.from_year,
            .definition = version.content,
            .versions = show_versions(db, view.viewer, versions),
            .latest = latest_of(db, found.indicator, view.language)};
}

}  // namespace goals

goals::FoundIndicator http::Argument<goals::FoundIndicator>::take(Call& call) {
    auto found = goals::find_readable(call.read(), call.viewer(), call.next_segment());
    if (!found) throw not_found();
    return *std::move(found);
}
