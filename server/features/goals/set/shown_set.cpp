#include "goals/set/shown_set.hpp"

#include <algorithm>
#include <map>

#include "goals/view/cards.hpp"

namespace goals {

std::vector<SetCard> show_set_lines(db::Session& db, std::vector<SetLine> lines, base::Language language) {
    std::vector<SetCard> cards;
    for (auto& line : lines) {
        const auto area = line.area_id ? areas::find(db, line.area_id) : std::nullopt;
        cards.push_back({std::move(line), area ? areas::title(*area, language) : ""});
    }
    return cards;
}

std::optional<FoundSet> find_readable_set(db::Session& db, const http::Viewer& viewer, std::string_view key) {
    const auto row = find_set(db, key);
    if (!row) return {};
    auto found = records::find(db, viewer, records::record_id(row->id));
    if (!found || !records::may_read(records::guard(found->envelope), found->ties)) return {};
    return FoundSet{*std::move(found), *row};
}

std::optional<SetPlace> place_of(db::Session& db, base::AreaId id, base::Language language) {
    const auto area = id ? areas::find(db, id) : std::nullopt;
    if (!area) return {};
    return SetPlace{id, area->code, areas::title(*area, language), areas::path(db, id, language), "/areas/" + area->code};
}

static std::vector<ShownSetGroup> with_indicators(db::Session& db, base::PersonId viewer, const std::vector<MergedGroup>& groups) {
    std::vector<std::string> codes;
    for (const auto& group : groups)
        for (const auto& item : group.items) codes.push_back(item.code);
    std::map<std::string, IndicatorCard> known;
    for (auto& card : list_indicators_of(db, viewer, codes)) known.emplace(card.code, std::move(card));
    std::vector<ShownSetGroup> shown;
    for (const auto& group : groups) {
        auto& each = shown.emplace_back(ShownSetGroup{group.name, group.name_en, group.core_name, {}});
        for (const auto& item : group.items) {
            const auto card = known.find(item.code);
            each.items.push_back(
                {item.code, item.name, item.weight, item.is_core, card == known.end() ? std::nullopt : std::optional(card->second)});
        }
    }
    return shown;
}

static std::vector<ShownSetVersion> show_versions(db::Session& db, const http::Viewer& viewer, const std::vector<SetVersion>& versions) {
    std::vector<ShownSetVersion> shown;
    shown.reserve(versions.size());
    for (const auto& version : versions)
        shown.push_back(
            {version.from_year, version.content, version.changed, writer_of(db, viewer, version.written_by), version.written_at});
    return shown;
}

ShownSet show_set(db::Session& db, const SetView& view, const FoundSet& found) {
    const auto& envelope = found.found.envelope;
    const auto version = get_set_version(db, found.row.id, view.year);
    const auto core = found.row.base_id ? std::optional(get_set_version(db, found.row.base_id, view.year)) : std::nullopt;
    return {.key = found.row.key,
            .address = envelope.address,
            .record = envelope,
            .rights = records::rights(found.found),
            .owner = find_card(db, view.viewer, envelope.owner_id),
            .area = place_of(db, envelope.area_id, view.language),
            .base = find_card(db, view.viewer, records::record_id(found.row.base_id)),
            .from_year = version.from_year,
            .content = version.content,
            .groups = with_indicators(db, view.viewer.person, merge(core ? &core->content : nullptr, version.content)),
            .versions = show_versions(db, view.viewer, list_set_versions(db, found.row.id)),
            .adopted = show_set_lines(db, list_sets_from(db, view.viewer.person, found.row.id), view.language)};
}

}  // namespace goals

goals::FoundSet http::Argument<goals::FoundSet>::take(Call& call) {
    auto found = goals::find_readable_set(call.read(), call.viewer(), call.next_segment());
    if (!found) throw not_found();
    return *std::move(found);
}
