#include "goals/entry/grid.hpp"

#include <algorithm>
#include <set>

#include "goals/counted/counted_queries.hpp"
#include "goals/indicator/shown_indicator.hpp"
#include "goals/set/shown_set.hpp"

namespace goals {

namespace {

constexpr std::size_t most_rows = 300;
constexpr std::size_t most_columns = 80;
constexpr int deepest = 2;  // how many steps below the area its rows may lie

struct Named {
    std::string code;
    std::string name;  // as the set calls it
};

int depth_of_level(areas::Level level) {
    return std::min(static_cast<int>(level), depth_of_places);
}

class GridReading {
  public:
    GridReading(db::Session& db, const http::Viewer& viewer, const GridWish& wish, base::Language language)
        : db_(db), viewer_(viewer), wish_(wish), language_(language) {}

    Grid run() && {
        http::Problem problem(422, "invalid_input");
        const auto area = ask_area(db_, wish_.area, problem);
        const auto period = ask_period(wish_.period, problem);
        if (period) period_ = *period;
        const auto chosen = choose(problem);
        if (!problem.errors().empty()) throw problem;
        grid_.rights = keepings_of(db_, viewer_).in(area->id);
        if (!grid_.rights.enter) throw http::Problem(403, "not_a_keeper");
        grid_.area = place_of(db_, *area, language_);
        grid_.period = base::code_of(period_);
        grid_.period_title = base::title_of(period_, language_);
        grid_.group = wish_.group.value_or("");
        for (const auto& keeper : list_keepers_of(db_, area->id)) grid_.keepers.push_back({keeper.title, keeper.title_en, keeper.address});
        add_columns(chosen, *area);
        add_rows(*area);
        return std::move(grid_);
    }

  private:
    std::vector<Named> choose(http::Problem& problem) {
        std::vector<Named> chosen;
        if (wish_.set)
            choose_set(chosen, problem);
        else
            choose_codes(chosen);
        if (chosen.empty() && problem.errors().empty()) problem.at(wish_.set ? "/set" : "/indicators", "required");
        if (chosen.size() > most_columns) problem.at("/indicators", "too_many_columns", {{"max", most_columns}});
        return chosen;
    }
    void choose_set(std::vector<Named>& chosen, http::Problem& problem) {
        const auto found = find_readable_set(db_, viewer_, *wish_.set);
        if (!found) {
            problem.at("/set", "unknown_set");
            return;
        }
        const auto year = static_cast<int>(period_.last.year);
        for (const auto& group : show_set(db_, {viewer_, language_, year}, *found).groups)
            for (const auto& item : group.items) chosen.push_back({item.code, item.name});
    }
    void choose_codes(std::vector<Named>& chosen) const {
        const auto codes = wish_.indicators.value_or("");
        for (std::size_t at = 0; at < codes.size();) {
            const auto end = std::min(codes.find(',', at), codes.size());
            if (end > at) chosen.push_back({codes.substr(at, end - at), {}});
            at = end + 1;
        }
    }

    void add_columns(const std::vector<Named>& chosen, const areas::Area& area) {
        std::set<areas::Level> levels;
        std::set<std::string> met;
        std::optional<areas::Level> level = wish_.level;
        for (const auto& named : chosen) {
            const auto found = find_readable(db_, viewer_, named.code);
            if (!found || !met.insert(found->indicator.code).second) continue;
            levels.insert(found->indicator.level);
            if (!level) level = found->indicator.level;
            if (found->indicator.level == *level) add_column(*found, named, area);
        }
        if (met.empty()) throw http::Problem(422, "invalid_input").at(wish_.set ? "/set" : "/indicators", "unknown_indicator");
        grid_.level = *level;
        levels.erase(*level);
        grid_.other_levels.assign(levels.begin(), levels.end());
    }
    void add_column(const FoundIndicator& found, const Named& named, const areas::Area& area) {
        const auto& record = found.found.envelope;
        const bool is_renamed = !named.name.empty();
        GridColumn column{.code = found.indicator.code,
                          .title = is_renamed ? named.name : record.title,
                          .title_en = is_renamed ? named.name : record.title_en,
                          .address = indicator_address(found.indicator.code),
                          .traits = found.indicator,
                          .counter = find_counter(db_, found.indicator.id),
                          .rule = find_rule(db_, found.indicator.id),
                          .values = {}};
        for (const auto& value : look_at(db_, found.indicator, {found.indicator.id, period_, grid_.group}, area.id))
            if (areas::level_of(value.area_id) == found.indicator.level) column.values.push_back(shower_.show(found.indicator, value));
        grid_.columns.push_back(std::move(column));
    }

    void add_rows(const areas::Area& area) {
        if (depth_of_level(grid_.level) - depth_of(area.id) > deepest)
            throw http::Problem(422, "invalid_input").at("/area", "area_too_large");
        if (area.level == grid_.level)
            add_row(area);
        else
            add_rows_inside(area);
    }
    void add_rows_inside(const areas::Area& area) {
        for (const auto& inside : areas::list_inside(db_, area.id)) {
            if (inside.level == grid_.level)
                add_row(inside);
            else if (depth_of(inside.id) < depth_of_level(grid_.level))
                add_rows_inside(inside);
        }
    }
    void add_row(const areas::Area& area) {
        if (!areas::stood_within({area.id, area.begins_on, area.valid_to}, period_.first, period_.last)) return;
        if (grid_.rows.size() == most_rows) throw http::Problem(422, "invalid_input").at("/area", "area_too_large");
        grid_.rows.push_back({area.code, areas::title(area, language_)});
    }

    db::Session& db_;
    const http::Viewer& viewer_;
    const GridWish& wish_;
    base::Language language_;
    ValueShower shower_{db_, viewer_, language_};
    base::ReportingPeriod period_;
    Grid grid_;
};

}  // namespace

Grid read_grid(db::Session& db, const http::Viewer& viewer, const GridWish& wish, base::Language language) {
    return GridReading(db, viewer, wish, language).run();
}

}  // namespace goals
