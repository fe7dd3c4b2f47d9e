#include "goals/exceptions/search.hpp"

#include <algorithm>
#include <map>

#include "goals/counted/counted_queries.hpp"
#include "goals/entry/looked_at.hpp"
#include "goals/exceptions/exception_queries.hpp"
#include "goals/figures/numbers.hpp"
#include "goals/view/times.hpp"

namespace goals {

namespace {

// Its areas add up, so that what the whole aims at says nothing of a part.
bool adds_up(const Traits& traits) {
    return traits.calculation == Calculation::plain && (traits.over_areas == OverAreas::sum || traits.over_areas == OverAreas::count);
}

// Of another time than is asked for: what is told once a year is not missing in May.
bool is_told_less_often(const std::vector<base::ReportingPeriod>& measured, const std::optional<base::ReportingPeriod>& asked) {
    return asked && !measured.empty() &&
           std::ranges::all_of(measured, [&](const base::ReportingPeriod& period) { return period.kind > asked->kind; });
}

// Nothing came from there, or it was not there at that time.
bool is_silent(const Figure& figure) {
    const auto found = found_in(figure);
    return found == Found::missing || found == Found::no_area;
}

class Search {
  public:
    Search(db::Session& db, const Viewing& viewing, const ExceptionWish& wish)
        : db_(db), viewing_(viewing), wish_(wish), places_(wish.inside.empty() ? std::vector{wish.area} : wish.inside) {
        for (const auto& place : places_) ids_.push_back(place.id);
        list_.seeks_odd = areas::level_of(wish.area.id) >= areas::Level::district;
    }

    ExceptionList run() && {
        for (const auto& named : wish_.indicators) look_at_one(named);
        keep_farthest(list_, wish_.most);
        return std::move(list_);
    }

  private:
    void look_at_one(const NamedIndicator& named) {
        const auto measured = measured_of(db_, named.indicator, wish_.area.id);
        if (is_told_less_often(measured, wish_.period)) return;
        const auto periods = periods_up_to(measured, wish_.period, 2);
        if (periods.empty()) {
            add(line_of(named, wish_.area), Found::missing);
            return;
        }
        const auto figures = list_figures(db_, named.indicator, ids_, periods.back());
        if (figures.size() > 1 && std::ranges::all_of(figures, is_silent))
            add_whole(named, periods.back());
        else
            add_places(named, periods, figures);
    }

    // Nobody has reported anything: one line says so, not one for each place, unless the area has said something of itself as a whole.
    void add_whole(const NamedIndicator& named, const base::ReportingPeriod& period) {
        const auto figure = get_figure(db_, named.indicator, wish_.area.id, period);
        const auto found = found_in(figure);
        if (found == Found::hidden) {
            ++list_.hidden;
            return;
        }
        auto line = line_of(named, wish_.area, period);
        note(line, figure);
        add(std::move(line), found);
    }

    void add_places(const NamedIndicator& named, const std::vector<base::ReportingPeriod>& periods, const std::vector<Figure>& figures) {
        const auto& now = periods.back();
        std::vector<std::optional<base::Decimal>> before(figures.size());
        if (periods.size() > 1) before = list_numbers(db_, named.indicator, ids_, periods.front());
        const auto aims = aims_of(named.indicator, now);
        const auto odd = odd_of(named.indicator, now);
        for (std::size_t i = 0; i < figures.size(); ++i) {
            const auto found = found_in(figures[i]);
            if (found == Found::hidden) {
                ++list_.hidden;
                continue;
            }
            auto line = line_of(named, places_[i], now);
            note(line, figures[i]);
            if (aims[i] && line.value) {
                line.aim = aims[i];
                line.gap = gap_to(named.indicator, *aims[i], *line.value);
            }
            line.before = before[i];
            if (before[i]) line.before_title = base::title_of(periods.front(), viewing_.language);
            line.odd = odd[i];
            add(std::move(line), found);
        }
    }

    [[nodiscard]] ExceptionLine line_of(const NamedIndicator& named, const areas::Area& place,
                                        const std::optional<base::ReportingPeriod>& period = {}) const {
        return {.area = name_of_place(place, viewing_.language),
                .code = named.indicator.code,
                .title = named.title,
                .title_en = named.title_en,
                .traits = named.indicator,
                .period = period ? base::code_of(*period) : std::string(),
                .period_title = period ? base::title_of(*period, viewing_.language) : std::string(),
                .reasons = {},
                .value = {},
                .aim = {},
                .gap = {},
                .before = {},
                .before_title = {},
                .reported = 0,
                .expected = {},
                .odd = 0};
    }

    // What an area said of itself as a whole is no gap in the reports below it.
    static void note(ExceptionLine& line, const Figure& figure) {
        line.value = figure.value;
        line.reported = figure.reported;
        const bool says_itself = figure.value && figure.entered && figure.reported == 0;
        if (!says_itself) line.expected = figure.expected;
    }

    void add(ExceptionLine line, Found found) {
        if (found == Found::no_area || found == Found::not_asked || found == Found::not_applicable) return;
        ++list_.looked_at;
        line.reasons = reasons_of(line, found);
        if (!line.reasons.empty()) list_.lines.push_back(std::move(line));
    }

    // What each place adopted itself, else what is aimed at around it.
    std::vector<std::optional<AimedAt>> aims_of(const Indicator& indicator, const base::ReportingPeriod& period) {
        const auto aiming = list_aiming(db_, indicator.id, wish_.area.id);
        const auto usual = find_usual_aim(db_, indicator.id, period);
        const auto aim_in = [&](base::AreaId area) {
            return aiming.contains(area) ? find_aim(db_, {indicator, area, period, viewing_.language}) : usual;
        };
        const auto around = aim_in(wish_.area.id);
        std::vector<std::optional<AimedAt>> aims;
        aims.reserve(places_.size());
        for (const auto& place : places_) {
            if (place.id == wish_.area.id || (!adds_up(indicator) && !aiming.contains(place.id)))
                aims.push_back(around);
            else if (aiming.contains(place.id) || place.level == indicator.level)
                aims.push_back(aim_in(place.id));
            else
                aims.emplace_back();
        }
        return aims;
    }

    // How many values in each place look odd and are not explained.
    std::vector<std::int64_t> odd_of(const Indicator& indicator, const base::ReportingPeriod& period) {
        std::vector<std::int64_t> odd(places_.size(), 0);
        if (!list_.seeks_odd || find_counter(db_, indicator.id)) return odd;
        for (const auto area : odd_areas(indicator, period)) {
            const auto place = std::ranges::find_if(ids_, [&](base::AreaId id) { return lies_in(area, id); });
            if (place != ids_.end()) ++odd[static_cast<std::size_t>(place - ids_.begin())];
        }
        return odd;
    }

    // Only of what counts and is told: what is still being looked through is not for readers.
    std::vector<base::AreaId> odd_areas(const Indicator& indicator, const base::ReportingPeriod& period) {
        std::map<int, std::vector<base::AreaId>> by_depth;
        for (const auto& value : look_at(db_, indicator, {indicator.id, period, ""}, wish_.area.id))
            if (counts(static_cast<Stage>(value.stage)) && !value.is_answered()) by_depth[depth_of(value.area_id)].push_back(value.area_id);
        std::vector<base::AreaId> odd;
        for (const auto& [depth, areas] : by_depth) {
            const auto figures = list_figures(db_, indicator, areas, period);
            for (std::size_t i = 0; i < areas.size(); ++i)
                if (!figures[i].hidden) odd.push_back(areas[i]);
        }
        return odd;
    }

    db::Session& db_;
    const Viewing& viewing_;
    const ExceptionWish& wish_;
    const std::vector<areas::Area> places_;
    std::vector<base::AreaId> ids_;
    ExceptionList list_{};
};

}  // namespace

ExceptionList find_exceptions(db::Session& db, const Viewing& viewing, const ExceptionWish& wish) {
    return Search(db, viewing, wish).run();
}

}  // namespace goals
