#include "goals/situation/inside.hpp"

#include <algorithm>

namespace goals {

namespace {

std::optional<base::Decimal> median_in(const std::vector<Figure>& figures) {
    std::vector<base::Decimal> there;
    for (const auto& figure : figures)
        if (figure.value) there.push_back(*figure.value);
    return there.size() < 2 ? std::nullopt : median_of(std::move(there));
}

InsideCell cell_of(const Indicator& indicator, const std::optional<Aim>& aim, const std::optional<base::Decimal>& median,
                   const Figure& figure) {
    InsideCell cell{.found = found_in(figure), .value = figure.value, .turn = {}, .reported = figure.reported, .expected = figure.expected};
    if (median && figure.value) cell.turn = turn_of(indicator, aim, *median, *figure.value);
    return cell;
}

struct Around {
    base::AreaId area;
    std::vector<base::AreaId> inside;
    base::Language language{};
};

InsideRow row_of(db::Session& db, const LookedAt& looked, const Around& around) {
    const auto& period = looked.periods.front();
    const auto figures = list_figures(db, looked.indicator, around.inside, period);
    InsideRow row{.code = looked.indicator.code,
                  .title = looked.title,
                  .title_en = looked.title_en,
                  .traits = looked.indicator,
                  .period = base::code_of(period),
                  .period_title = base::title_of(period, around.language),
                  .median = median_in(figures),
                  .cells = {}};
    const auto aim = find_aim(db, {looked.indicator, around.area, period, around.language});
    for (const auto& figure : figures) row.cells.push_back(cell_of(looked.indicator, aim, row.median, figure));
    return row;
}

// Areas that were there in none of the periods: of another time.
void leave_out_the_gone(Inside& inside) {
    for (std::size_t i = inside.areas.size(); i-- > 0;) {
        const auto is_gone = [&](const InsideRow& row) { return row.cells[i].found == Found::no_area; };
        if (!std::ranges::all_of(inside.rows, is_gone)) continue;
        const auto at = static_cast<std::ptrdiff_t>(i);
        inside.areas.erase(inside.areas.begin() + at);
        for (auto& row : inside.rows) row.cells.erase(row.cells.begin() + at);
    }
}

}  // namespace

Inside show_inside(db::Session& db, const Viewing& viewing, const areas::Area& area) {
    Inside inside;
    Around around{area.id, {}, viewing.language};
    for (const auto& each : areas::list_inside(db, area.id)) {
        around.inside.push_back(each.id);
        inside.areas.push_back(name_of_place(each, viewing.language));
    }
    if (around.inside.empty()) return inside;
    for (const auto& looked : look_at(db, viewing, area).indicators)
        if (!looked.periods.empty()) inside.rows.push_back(row_of(db, looked, around));
    leave_out_the_gone(inside);
    return inside;
}

}  // namespace goals
