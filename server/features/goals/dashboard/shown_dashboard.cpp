#include "goals/dashboard/shown_dashboard.hpp"

#include "base/json/json.hpp"
#include "http/problem.hpp"

namespace goals {

DashboardContent content_of(db::Session& db, const records::Envelope& record) {
    auto words = get_dashboard_words(db, {record.id.value});
    json::Errors errors;
    auto blocks = json::read<std::vector<Block>>(words.blocks, errors);
    if (!errors.list().empty()) blocks.clear();
    return {.title = {record.title},
            .title_en = {{record.title_en}},
            .purpose = {{std::move(words.purpose)}},
            .area = record.area_id,
            .blocks = std::move(blocks)};
}

// An area that is gone gives way to the country, so that the rest can still be read.
static areas::Area area_for(db::Session& db, const records::Envelope& record, const std::optional<std::string>& code) {
    auto area = code ? areas::find(db, *code == "TH" ? "th" : *code) : areas::find(db, record.area_id);
    if (!area && code) throw http::Problem(422, "invalid_input").at("/area", "unknown_area");
    return area ? *std::move(area) : areas::find(db, "th").value();
}

ShownDashboard show_dashboard(db::Session& db, const Viewing& viewing, const records::Found& found,
                              const std::optional<std::string>& code) {
    const auto& record = found.envelope;
    const auto area = area_for(db, record, code);
    const auto content = content_of(db, record);
    auto owner = records::cards(db, viewing.viewer, {record.owner_id});
    ShownDashboard shown{.record = record,
                         .rights = records::rights(found),
                         .owner = owner.empty() ? std::nullopt : std::optional(std::move(owner.front())),
                         .purpose = base::or_empty(content.purpose),
                         .area = name_of_place(area, viewing.language),
                         .around = {},
                         .inside = {},
                         .blocks = show_blocks(db, viewing, area, content.blocks)};
    for (const auto& each : areas::lineage(db, area.id))
        if (each.id != area.id) shown.around.push_back(name_of_place(each, viewing.language));
    for (const auto& each : areas::list_inside(db, area.id)) shown.inside.push_back(name_of_place(each, viewing.language));
    return shown;
}

}  // namespace goals
