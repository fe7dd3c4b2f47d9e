#include "goals/opened/opened.hpp"

#include <algorithm>

#include "goals/counted/counted_queries.hpp"
#include "goals/goal/target.hpp"
#include "goals/opened/opened_queries.hpp"

namespace goals {

namespace {

constexpr int most_brought = 20;
constexpr std::size_t most_missing = 100;
constexpr std::size_t most_points = 24;
constexpr int most_counted = 50;

OpenedTile tile_of(const areas::Area& area, Figure figure, base::Language language) {
    OpenedTile tile;
    static_cast<PlaceName&>(tile) = name_of_place(area, language);
    tile.found = found_in(figure);
    tile.figure = std::move(figure);
    return tile;
}

class Opening {
  public:
    Opening(db::Session& db, const Viewing& viewing, const FigureKey& key)
        : db_(db), viewing_(viewing), key_(key), indicator_(key.found.indicator) {}

    Opened run() {
        Opened opened;
        opened.whole = tile_of(key_.area, get_figure(db_, indicator_, key_.area.id, key_.period), viewing_.language);
        tell_names(opened);
        tell_definition(opened);
        tell_trend(opened);
        tell_aim(opened);
        tell_difference(opened);
        tell_children(opened);
        tell_carried(opened);
        tell_groups(opened);
        if (const auto series = find_series()) tell_rows(opened, *series);
        return opened;
    }

  private:
    void tell_names(Opened& opened) const {
        opened.code = indicator_.code;
        opened.title = key_.found.found.envelope.title;
        opened.title_en = key_.found.found.envelope.title_en;
        opened.traits = indicator_;
        for (const auto& each : areas::lineage(db_, key_.area.id))
            if (each.id != key_.area.id) opened.around.push_back(name_of_place(each, viewing_.language));
        opened.path = areas::path(db_, key_.area.id, viewing_.language);
        opened.period = base::code_of(key_.period);
        opened.period_title = base::title_of(key_.period, viewing_.language);
    }

    void tell_definition(Opened& opened) const {
        const auto versions = list_definitions(db_, indicator_.id);
        const auto holds = [&](const DefinitionVersion& version) { return version.from_year <= key_.period.last.year; };
        const auto found = std::ranges::find_if(versions, holds);
        const auto& version = found == versions.end() ? versions.back() : *found;
        opened.from_year = version.from_year;
        opened.definition = version.content;
    }

    void tell_trend(Opened& opened) const {
        for (const auto& period : list_measured(db_, indicator_.id, key_.area.id)) {
            if (period.kind != key_.period.kind || opened.trend.size() == most_points) continue;
            const auto figure = get_figure(db_, indicator_, key_.area.id, period);
            if (figure.value) opened.trend.push_back({base::code_of(period), base::title_of(period, viewing_.language), figure.value});
        }
        std::ranges::reverse(opened.trend);
    }

    void tell_aim(Opened& opened) const {
        opened.aim = find_aim(db_, {indicator_, key_.area.id, key_.period, viewing_.language});
        if (opened.aim && opened.whole.figure.value) opened.aim->gap = gap_to(indicator_, *opened.aim, *opened.whole.figure.value);
    }

    static void tell_difference(Opened& opened) {
        const auto& figure = opened.whole.figure;
        if (figure.value && figure.entered && figure.entered->value && *figure.entered->value != *figure.value)
            opened.difference = base::Decimal{figure.entered->value->value - figure.value->value};
    }

    void tell_children(Opened& opened) const {
        const auto inside = areas::list_inside(db_, key_.area.id, {key_.period.first, key_.period.last});
        std::vector<base::AreaId> ids;
        ids.reserve(inside.size());
        for (const auto& each : inside) ids.push_back(each.id);
        if (ids.empty()) return;
        auto figures = list_figures(db_, indicator_, ids, key_.period);
        for (std::size_t i = 0; i < inside.size(); ++i) {
            auto tile = tile_of(inside[i], std::move(figures[i]), viewing_.language);
            if (tile.found != Found::no_area) opened.children.push_back(std::move(tile));
        }
    }

    void tell_carried(Opened& opened) const {
        const auto origins = areas::trace_origins(db_, key_.area, {key_.period.first, key_.period.last}, indicator_.level);
        if (origins.areas == std::vector{key_.area.id}) return;
        Carried carried{.certainty = origins.certainty, .from = {}, .tile = {}};
        for (const auto id : origins.areas)
            if (const auto area = areas::find(db_, id)) carried.from.push_back(name_of_place(*area, viewing_.language));
        if (origins.certainty == areas::Certainty::known)
            carried.tile =
                tile_of(key_.area, get_carried_figure(db_, indicator_, key_.area.id, origins.areas, key_.period), viewing_.language);
        opened.carried = std::move(carried);
    }

    void tell_groups(Opened& opened) const {
        for (auto& name : list_breakdowns(db_, indicator_.id, {key_.period.first, key_.period.last})) {
            if (name.empty()) continue;
            auto figure = get_figure(db_, indicator_, key_.area.id, key_.period, name);
            if (figure.value || figure.hidden) opened.groups.push_back({std::move(name), found_in(figure), std::move(figure)});
        }
    }

    // Of exactly this period.
    std::optional<SeriesRow> find_series() const {
        for (const auto& series : list_series(db_, {indicator_.id, "", {key_.period.first, key_.period.last}}))
            if (series.kind == key_.period.kind) return series;
        return {};
    }

    void tell_rows(Opened& opened, const SeriesRow& series) const {
        const Range range{series.id, key_.area.id, base::last_of(key_.area.id)};
        for (auto& row : list_brought(db_, range, most_brought))
            opened.brought.push_back({writer_of(db_, viewing_.viewer, row.person_id), row.entered_at, std::move(row.source), row.brought});
        if (opened.whole.figure.expected) tell_missing(opened, series, key_.area);
    }

    // From the nation down only to where somebody is missing, and there by name.
    void tell_missing(Opened& opened, const SeriesRow& series, const areas::Area& area) const {
        if (area.level >= areas::Level::district || area.level >= series.level) return name_missing(opened, series, area);
        const auto inside = areas::list_inside(db_, area.id, {key_.period.first, key_.period.last});
        std::vector<base::AreaId> ids;
        ids.reserve(inside.size());
        for (const auto& each : inside) ids.push_back(each.id);
        const auto figures = list_whole_figures(db_, indicator_, ids, key_.period);
        for (std::size_t i = 0; i < inside.size() && opened.missing.size() < most_missing; ++i)
            if (figures[i].expected && figures[i].reported < *figures[i].expected) tell_missing(opened, series, inside[i]);
    }

    void name_missing(Opened& opened, const SeriesRow& series, const areas::Area& around) const {
        const Range range{series.id, around.id, base::last_of(around.id)};
        const auto heard = list_heard(db_, range, std::min(static_cast<int>(series.level), depth_of_places));
        std::vector<areas::Area> asked;
        list_asked(around, series.level, asked);
        for (const auto& area : asked) {
            if (std::ranges::binary_search(heard, area.id)) continue;
            if (opened.missing.size() == most_missing) return;
            opened.missing.push_back(name_of_place(area, viewing_.language));
        }
    }

    // Areas of the level that stood in the period, in an area and itself.
    void list_asked(const areas::Area& area, areas::Level level, std::vector<areas::Area>& asked) const {
        if (!areas::stood_within({area.id, area.begins_on, area.valid_to}, key_.period.first, key_.period.last)) return;
        if (area.level == level)
            asked.push_back(area);
        else
            for (const auto& inside : areas::list_inside(db_, area.id, {key_.period.first, key_.period.last}))
                list_asked(inside, level, asked);
    }

    db::Session& db_;
    const Viewing& viewing_;
    const FigureKey& key_;
    const Indicator& indicator_;
};

}  // namespace

// A number that is hidden is not told by what is in it.
static void tell_counted(Opened& opened, db::Session& db, const Viewing& viewing, const FigureKey& key, const Source& source) {
    if (!opened.whole.figure.value) return;
    const CountedSpan span{key.area.id, base::last_of(key.area.id), {key.period.first, key.period.last}};
    for (auto& card : records::cards(db, viewing.viewer, source.list(db, *opened.counter, span, most_counted)))
        opened.counted.push_back({std::move(card.title), std::move(card.address), card.happened_on});
}

Opened open_figure(db::Session& db, const Viewing& viewing, const FigureKey& key, const Sources* sources) {
    auto opened = Opening(db, viewing, key).run();
    opened.counter = find_counter(db, key.found.indicator.id);
    if (!opened.counter) return opened;
    opened.difference = {};  // what is counted at the area itself is a part, and no second opinion
    const auto* source = sources != nullptr ? sources->find(*opened.counter) : nullptr;
    if (source != nullptr) tell_counted(opened, db, viewing, key, *source);
    return opened;
}

}  // namespace goals
