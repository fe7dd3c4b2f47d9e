#include <algorithm>
#include <array>
#include <tuple>

#include "goals/rollup/arrival.hpp"
#include "goals/rollup/bulk_queries.hpp"
#include "goals/rollup/counted_values.hpp"
#include "goals/rollup/totals.hpp"

namespace goals {

namespace {

// An area's figure of one series.
struct Spot {
    SeriesId series;
    base::AreaId area;
    friend auto operator<=>(const Spot&, const Spot&) = default;
};

// Makes the figures true again above values that have changed: depth by depth from below, each from what lies right under it.
class Ascent {
  public:
    explicit Ascent(db::Tx& tx) : tx_(tx) {}

    // A value of this area was written or is gone.
    void touch(SeriesId series, base::AreaId area) {
        if (depth_of(area) == depth_of_places) area = *areas::parent_of(area);
        wait({series, area});
    }

    // All that stands in the subdistricts of values that were just written, so that it need not be read again.
    void remember(std::vector<ValueRow> places) { places_ = std::move(places); }
    void forget() { places_.reset(); }

    void climb() {
        for (int depth = depth_of_places - 1; depth >= 0; --depth) renew(depth);
    }

  private:
    void wait(const Spot& spot) {
        auto& spots = waiting_.at(static_cast<std::size_t>(depth_of(spot.area)));
        if (spots.empty() || spots.back() != spot) spots.push_back(spot);
    }

    void renew(int depth) {
        auto& spots = waiting_.at(static_cast<std::size_t>(depth));
        std::ranges::sort(spots);
        spots.erase(std::ranges::unique(spots).begin(), spots.end());
        if (spots.empty()) return;
        learn_levels(spots);
        put_figures(tx_, depth == depth_of_places - 1 ? from_places(spots) : from_figures(spots, depth));
        for (const auto& spot : spots)
            if (const auto above = areas::parent_of(spot.area)) wait({spot.series, *above});
    }

    void learn_levels(std::span<const Spot> spots) {
        std::vector<SeriesId> unknown;
        for (const auto& spot : spots)
            if (!levels_.contains(spot.series) && (unknown.empty() || unknown.back() != spot.series)) unknown.push_back(spot.series);
        levels_.merge(find_levels(tx_, unknown));
    }

    // Villages and communities, and the subdistrict itself, stand side by side in the table of values.
    std::vector<FigureRow> from_places(std::span<const Spot> spots) {
        const auto values = places_ ? *std::move(places_) : list_values(tx_, ranges(spots, base::last_of));
        std::vector<FigureRow> figures;
        auto value = values.begin();
        for (const auto& spot : spots) {
            Summary below;
            std::optional<Report> own;
            while (value != values.end() && std::pair(value->series_id, value->area_id) < std::pair(spot.series, spot.area)) ++value;
            for (; value != values.end() && is_in(*value, spot); ++value) {
                if (!value->counts()) continue;
                if (value->area_id == spot.area)
                    take(*value, own, below);
                else
                    below = combine(below, summary_of(value->area_id, levels_.at(spot.series), value->report(), {}));
            }
            figures.push_back(figure(spot, own, below));
        }
        return figures;
    }

    std::vector<FigureRow> from_figures(std::span<const Spot> spots, int depth) {
        const auto below = combine_figures(tx_, depth + 1, ranges(spots, base::last_of));
        const auto values = list_values(tx_, ranges(spots, [](base::AreaId area) { return area; }));
        std::vector<FigureRow> figures;
        auto value = values.begin();
        for (std::size_t i = 0; i < spots.size(); ++i) {
            std::optional<Report> own;
            auto inside = below[i];
            for (; value != values.end() && is_in(*value, spots[i]); ++value)
                if (value->counts()) take(*value, own, inside);
            figures.push_back(figure(spots[i], own, inside));
        }
        return figures;
    }

    // What an area itself reported stands where nothing finer does; what was counted at it stands beside.
    static void take(const ValueRow& value, std::optional<Report>& own, Summary& below) {
        if (value.made == static_cast<std::int64_t>(counted_part))
            below = combine(below, summary_of({}, areas::Level::village, value.report(), {}));
        else
            own = value.report();
    }

    static std::vector<Range> ranges(std::span<const Spot> spots, base::AreaId (*last)(base::AreaId)) {
        std::vector<Range> ranges;
        for (const auto& spot : spots) ranges.push_back({spot.series, spot.area, last(spot.area)});
        return ranges;
    }

    template <class Row>
    static bool is_in(const Row& row, const Spot& spot) {
        return row.series_id == spot.series && spot.area <= row.area_id && row.area_id <= base::last_of(spot.area);
    }

    FigureRow figure(const Spot& spot, const std::optional<Report>& own, const Summary& below) const {
        FigureRow row;
        static_cast<Summary&>(row) = summary_of(spot.area, levels_.at(spot.series), own, below);
        row.series_id = spot.series;
        row.depth = depth_of(spot.area);
        row.area_id = spot.area;
        return row;
    }

    db::Tx& tx_;
    std::map<SeriesId, areas::Level> levels_;
    std::array<std::vector<Spot>, depth_of_places> waiting_;
    std::optional<std::vector<ValueRow>> places_;
};

}  // namespace

// Totals that are made of groups first, since they go up as well.
static void climb(Ascent& ascent, Totals& totals) {
    const auto changed = totals.renew();
    if (!changed.empty()) ascent.forget();
    for (const auto& [series, area] : changed) ascent.touch(series, area);
    ascent.climb();
}

static Stored store(db::Tx& tx, const Writing& writing, std::span<const NewValue> values) {
    take_turn(tx);
    Arrival arrival(tx, writing, values);
    auto stored = arrival.write();
    if (stored.written == 0) return stored;
    Ascent ascent(tx);
    ascent.remember(arrival.take_standing());
    Totals totals(tx, Totals::After::writing);
    for (const auto& value : values) {
        ascent.touch(value.series, value.area);
        totals.touch(value.series, value.area);
    }
    climb(ascent, totals);
    return stored;
}

Stored store(db::Tx& tx, EntryId entry, Stage stage, std::span<const NewValue> values) {
    return store(tx, {entry, stage, Origin::entered}, values);
}

Stored store_counted(db::Tx& tx, EntryId entry, Origin origin, std::span<const NewValue> values) {
    return store(tx, {entry, Stage::approved, origin}, values);
}

std::int64_t remove(db::Tx& tx, SeriesId series, std::span<const base::AreaId> areas) {
    take_turn(tx);
    const auto gone = delete_values(tx, series, areas);
    Ascent ascent(tx);
    Totals totals(tx, Totals::After::change);
    for (const auto area : areas) {
        ascent.touch(series, area);
        totals.touch(series, area);
    }
    climb(ascent, totals);
    return gone;
}

std::int64_t set_stage(db::Tx& tx, SeriesId series, base::AreaId inside, Stage stage) {
    take_turn(tx);
    const Range range{series, inside, base::last_of(inside)};
    Ascent ascent(tx);
    Totals totals(tx, Totals::After::change);
    for (const auto& value : list_values(tx, {&range, 1})) {
        ascent.touch(series, value.area_id);
        totals.touch(series, value.area_id);
    }
    const auto moved = set_stage_of_values(tx, range, stage);
    climb(ascent, totals);
    return moved;
}

std::int64_t set_stage(db::Tx& tx, SeriesId series, std::span<const base::AreaId> areas, Stage stage) {
    take_turn(tx);
    Ascent ascent(tx);
    std::int64_t moved = 0;
    for (const auto area : areas) {
        moved += set_stage_of_values(tx, {series, area, area}, stage);
        ascent.touch(series, area);
    }
    ascent.climb();
    return moved;
}

}  // namespace goals
