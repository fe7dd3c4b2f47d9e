#include "goals/map/map.hpp"

#include <algorithm>

#include "goals/counted/counted_queries.hpp"
#include "goals/figures/figure_queries.hpp"
#include "goals/goal/target.hpp"
#include "goals/indicator/shown_indicator.hpp"
#include "http/problem.hpp"

namespace goals {

namespace {

using areas::Level;

// The first is what lies right under an area; regions are no step of a map.
std::vector<Level> levels_inside(Level level) {
    switch (level) {
        case Level::country:
        case Level::region:
            return {Level::province};
        case Level::province:
            return {Level::district, Level::subdistrict};
        case Level::district:
            return {Level::subdistrict};
        case Level::subdistrict:
        case Level::village:
        case Level::community:
            break;
    }
    return {Level::village};
}

// In tree order; of villages the communities as well.
std::vector<areas::Area> list_within(db::Session& db, base::AreaId around, Level level) {
    auto found = areas::list_inside(db, around);
    while (!found.empty() && found.front().level < level) {
        std::vector<areas::Area> finer;
        for (const auto& area : found)
            for (auto& inside : areas::list_inside(db, area.id)) finer.push_back(std::move(inside));
        found = std::move(finer);
    }
    std::ranges::sort(found, {}, &areas::Area::id);
    return found;
}

// A wish, read.
class Asked {
  public:
    Asked(db::Session& db, const Viewing& viewing, const MapWish& wish) : db_(db), viewing_(viewing) {
        read_area(wish.area.value_or(""));
        read_indicator(wish.indicator.value_or(""));
        read_period(wish.period.value_or(""));
        if (!problem_.errors().empty()) throw http::Problem(problem_);
        const auto levels = levels_inside(area.level);
        level = wish.level && std::ranges::find(levels, *wish.level) != levels.end() ? *wish.level : levels.front();
        group = wish.group.value_or("");
    }

    areas::Area area;
    std::optional<std::string> selected;
    Level level{};
    std::optional<FoundIndicator> found;
    std::optional<base::ReportingPeriod> period;
    std::string group;

  private:
    void read_area(const std::string& code) {
        auto read = areas::find(db_, code.empty() || code == "TH" ? "th" : code);
        if (!read) {
            problem_.at("/area", "unknown_area");
            return;
        }
        area = *std::move(read);
        if (area.level < Level::village) return;
        selected = area.code;
        area = *areas::find(db_, *areas::parent_of(area.id));
    }
    void read_indicator(const std::string& code) {
        if (code.empty()) return;
        found = find_readable(db_, viewing_.viewer, code);
        if (!found) problem_.at("/indicator", "unknown_indicator");
    }
    void read_period(const std::string& text) {
        if (text.empty()) return;
        const auto read = base::read_reporting_period(text);
        if (const auto* fault = std::get_if<base::PeriodFault>(&read))
            problem_.at("/period", base::name_of(*fault));
        else
            period = std::get<base::ReportingPeriod>(read);
    }

    db::Session& db_;
    const Viewing& viewing_;
    http::Problem problem_{422, "invalid_input"};
};

// One indicator of one time.
class Colouring {
  public:
    Colouring(db::Session& db, const Viewing& viewing, const Asked& asked, Indicator indicator)
        : db_(db), viewing_(viewing), asked_(asked), indicator_(std::move(indicator)) {}

    std::optional<MapNumbers> run(std::string title, std::string title_en) const {
        const auto periods = list_measured(db_, indicator_.id, asked_.area.id);
        const auto period = asked_.period ? asked_.period : newest(periods);
        if (!period) return {};
        MapNumbers numbers{.code = indicator_.code,
                           .title = std::move(title),
                           .title_en = std::move(title_en),
                           .traits = indicator_,
                           .counted = find_counter(db_, indicator_.id).has_value(),
                           .period = base::code_of(*period),
                           .period_title = base::title_of(*period, viewing_.language),
                           .periods = {},
                           .group = asked_.group,
                           .groups = list_breakdowns(db_, indicator_.id, {period->first, period->last}),
                           .found = {},
                           .whole = get_figure(db_, indicator_, asked_.area.id, *period, asked_.group),
                           .aim = aim_of(asked_.area.id, *period, {}),
                           .by = {},
                           .classes = {},
                           .tiles = {}};
        numbers.found = found_in(numbers.whole);
        if (numbers.aim && numbers.whole.value) numbers.aim->gap = gap_to(indicator_, *numbers.aim, *numbers.whole.value);
        std::erase(numbers.groups, std::string());
        for (const auto& one : periods) numbers.periods.push_back({base::code_of(one), base::title_of(one, viewing_.language)});
        colour(numbers, *period);
        return numbers;
    }

  private:
    std::optional<base::ReportingPeriod> newest(const std::vector<base::ReportingPeriod>& periods) const {
        return periods.empty() ? find_latest_period(db_, indicator_.id) : std::optional(periods.front());
    }

    // Targets are of the total.
    std::optional<AimedAt> aim_of(base::AreaId area, const base::ReportingPeriod& period, const std::optional<base::Decimal>& value) const {
        if (!asked_.group.empty()) return {};
        auto aim = find_aim(db_, {indicator_, area, period, viewing_.language});
        if (aim && value) aim->gap = gap_to(indicator_, *aim, *value);
        return aim;
    }

    // What the whole is to come to says nothing of its parts where these are added up.
    std::optional<Aim> aim_of_parts(const std::optional<AimedAt>& aim) const {
        const bool adds_up = indicator_.calculation == Calculation::plain && indicator_.over_areas == OverAreas::sum;
        return aim && !adds_up ? std::optional<Aim>(*aim) : std::nullopt;
    }

    void colour(MapNumbers& numbers, const base::ReportingPeriod& period) const {
        const auto inside = list_within(db_, asked_.area.id, asked_.level);
        std::vector<base::AreaId> ids;
        ids.reserve(inside.size());
        for (const auto& area : inside) ids.push_back(area.id);
        if (ids.empty()) return;
        const auto figures = list_figures(db_, indicator_, ids, period, asked_.group);
        std::vector<std::optional<base::Decimal>> values;
        values.reserve(figures.size());
        for (const auto& figure : figures) values.push_back(figure.value);
        auto classes = classes_of(indicator_, aim_of_parts(numbers.aim), values);
        numbers.by = classes.by;
        numbers.classes = std::move(classes.list);
        for (std::size_t i = 0; i < inside.size(); ++i) {
            MapTile tile;
            static_cast<PlaceName&>(tile) = name_of_place(inside[i], viewing_.language);
            tile.found = found_in(figures[i]);
            tile.value = figures[i].value;
            tile.reported = figures[i].reported;
            tile.expected = figures[i].expected;
            tile.in_class = classes.of[i];
            if (tile.value) tile.aim = aim_of(ids[i], period, tile.value);
            tile.opens = inside[i].level < Level::village;
            numbers.tiles.push_back(std::move(tile));
        }
    }

    db::Session& db_;
    const Viewing& viewing_;
    const Asked& asked_;
    const Indicator indicator_;
};

std::optional<MapNumbers> numbers_of(db::Session& db, const Viewing& viewing, const Asked& asked, const std::vector<LookedAt>& looked_at) {
    const auto is_wanted = [&](const LookedAt& looked) { return !asked.found || looked.indicator.id == asked.found->indicator.id; };
    const auto looked = std::ranges::find_if(looked_at, is_wanted);
    if (looked != looked_at.end()) return Colouring(db, viewing, asked, looked->indicator).run(looked->title, looked->title_en);
    if (!asked.found) return {};
    const auto& record = asked.found->found.envelope;
    return Colouring(db, viewing, asked, asked.found->indicator).run(record.title, record.title_en);
}

}  // namespace

FiguresMap show_map(db::Session& db, const Viewing& viewing, const MapWish& wish) {
    const Asked asked(db, viewing, wish);
    FiguresMap map{.area = name_of_place(asked.area, viewing.language),
                   .path = areas::path(db, asked.area.id, viewing.language),
                   .around = {},
                   .selected = asked.selected,
                   .level = asked.level,
                   .levels = levels_inside(asked.area.level),
                   .indicators = {},
                   .numbers = {}};
    for (const auto& each : areas::lineage(db, asked.area.id))
        if (each.id != asked.area.id && each.level != Level::region) map.around.push_back(name_of_place(each, viewing.language));
    auto looked_at = look_at(db, viewing, asked.area).indicators;
    std::erase_if(looked_at, [](const LookedAt& looked) { return looked.periods.empty(); });
    for (const auto& looked : looked_at) map.indicators.push_back({looked.indicator.code, looked.title, looked.title_en});
    map.numbers = numbers_of(db, viewing, asked, looked_at);
    return map;
}

}  // namespace goals
