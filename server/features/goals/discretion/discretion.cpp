#include "goals/discretion/discretion.hpp"

#include <algorithm>

#include "goals/figures/standing.hpp"

namespace goals {

bool counts_people(const Traits& traits, std::string_view breakdown) {
    if (traits.unit == Unit::person || traits.calculation == Calculation::score) return true;
    return !breakdown.empty() && traits.unit == Unit::household;
}

// One area in one group, as far as it counts people.
struct Head {
    Cell cell;
    bool has_few_below = true;
};

// What stands in one group.
class Discretion::Reading {
  public:
    Reading(const Discretion& asked, std::string_view group, Standings standings)
        : indicator_(asked.indicator_), kind_(asked.period_.kind), group_(group), standings_(std::move(standings)) {}

    [[nodiscard]] std::vector<base::AreaId> areas() const { return standings_.areas(); }

    [[nodiscard]] Head of(base::AreaId area) const {
        for (const auto& series : standings_.series()) {
            if (series.kind != kind_) continue;
            const auto summary = standings_.of(series, area).summary;
            if (summary != Summary{}) return head(amount_of(indicator_, summary), summary.lowest);
        }
        const auto shorter = standings_.fullest(area);
        if (!shorter) return {{}, false};
        const auto lowest = [](const Part& part) { return part.summary.lowest; };
        return head(amount_over_time(indicator_, shorter->parts), lowest(std::ranges::min(shorter->parts, {}, lowest)));
    }

  private:
    [[nodiscard]] Head head(const Amount& amount, base::Decimal lowest) const {
        const bool is_plain = indicator_.calculation == Calculation::plain;
        Head head{{is_plain && amount.numerator ? amount.numerator : is_plain ? amount.value : amount.denominator, false}, true};
        if (is_plain) head.has_few_below = lowest < base::whole(5);
        if (!head.cell.people || !counts_people(indicator_, group_)) return head;
        head.cell.hidden = is_few(*head.cell.people) || (names_one(indicator_) && amount.value && is_few(*amount.value));
        return head;
    }
    // The number of a single area below.
    static bool names_one(const Indicator& indicator) {
        return indicator.over_areas == OverAreas::min || indicator.over_areas == OverAreas::max;
    }

    const Indicator& indicator_;
    base::PeriodKind kind_;
    std::string group_;
    Standings standings_;
};

Discretion::Discretion(db::Session& db, const Indicator& indicator, const base::ReportingPeriod& period)
    : db_(db), indicator_(indicator), period_(period) {
    const bool may_hide = counts_people(indicator, "any group");
    if (may_hide) groups_ = list_breakdowns(db, indicator.id, {period.first, period.last});
    if (groups_.empty() || !groups_.front().empty()) groups_.insert(groups_.begin(), "");
    if (!may_hide) rows_[{}] = {{Cell{}}, false};
}

bool Discretion::hides(base::AreaId area, std::string_view breakdown) {
    const auto group = std::ranges::find(groups_, breakdown);
    if (group == groups_.end()) return false;
    const auto* row = row_of(area);
    return row != nullptr && row->cells[static_cast<std::size_t>(group - groups_.begin())].hidden;
}

bool Discretion::hides(const std::optional<Entered>& entered, std::string_view breakdown) const {
    if (!entered || !entered->value || indicator_.calculation != Calculation::plain) return false;
    return counts_people(indicator_, breakdown) && is_few(*entered->value);
}

const Discretion::Row* Discretion::row_of(base::AreaId area) {
    if (const auto known = rows_.find(area); known != rows_.end()) return &known->second;
    const auto above = areas::parent_of(area);
    if (!above) return &look_at_country();
    const auto* row = row_of(*above);
    if (row == nullptr || !row->has_few_below || !looked_under_.insert(*above).second) return nullptr;
    look_under(*above, *row);
    const auto found = rows_.find(area);
    return found == rows_.end() ? nullptr : &found->second;
}

Discretion::Row Discretion::row(const std::vector<Reading>& readings, base::AreaId area) {
    Row row{{}, false};
    for (const auto& reading : readings) {
        const auto head = reading.of(area);
        row.cells.push_back(head.cell);
        row.has_few_below |= head.has_few_below;
    }
    return row;
}

const Discretion::Row& Discretion::look_at_country() {
    constexpr base::AreaId country{};
    std::vector<Reading> readings;
    readings.reserve(groups_.size());
    for (const auto& group : groups_)
        readings.emplace_back(*this, group, Standings{db_, {indicator_.id, group, {period_.first, period_.last}}, std::span(&country, 1)});
    auto found = row(readings, country);
    CellTable table{std::move(found.cells)};
    hide_what_tells(table);
    return keep(country, {table.front(), found.has_few_below});
}

// What is hidden for the sake of others must not follow from what is told below it.
const Discretion::Row& Discretion::keep(base::AreaId area, Row row) {
    row.has_few_below |= std::ranges::any_of(row.cells, &Cell::hidden);
    return rows_[area] = std::move(row);
}

void Discretion::look_under(base::AreaId area, const Row& above) {
    std::vector<Reading> readings;
    readings.reserve(groups_.size());
    std::set<base::AreaId> areas;
    for (const auto& group : groups_) {
        readings.emplace_back(*this, group, Standings{db_, {indicator_.id, group, {period_.first, period_.last}}, area});
        for (const auto below : readings.back().areas()) areas.insert(below);
    }
    std::vector<Row> rows;
    rows.reserve(areas.size());
    for (const auto below : areas) rows.push_back(row(readings, below));
    CellTable table{above.cells};
    table.reserve(rows.size() + 1);
    for (const auto& row : rows) table.push_back(row.cells);
    hide_what_tells(table);
    for (std::size_t i = 0; const auto below : areas) {
        keep(below, {table[i + 1], rows[i].has_few_below});
        ++i;
    }
}

}  // namespace goals
