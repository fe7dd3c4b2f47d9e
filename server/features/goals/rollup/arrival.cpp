#include "goals/rollup/arrival.hpp"

#include "goals/rollup/bulk_queries.hpp"

namespace goals {

namespace {

using Key = std::pair<SeriesId, base::AreaId>;

Key key_of(const ValueRow& row) {
    return {row.series_id, row.area_id};
}
Key key_of(const NewValue& value) {
    return {value.series, value.area};
}

// Whole subdistricts, since their figures are made of all that is in them; of coarser areas nothing but their own.
std::vector<Range> ranges_around(std::span<const NewValue> values) {
    std::vector<Range> ranges;
    for (const auto& value : values) {
        const auto first = depth_of(value.area) == depth_of_places ? *areas::parent_of(value.area) : value.area;
        if (!ranges.empty() && ranges.back().series == value.series && ranges.back().first == first) continue;
        ranges.push_back({value.series, first, depth_of(first) < depth_of_places - 1 ? first : base::last_of(first)});
    }
    return ranges;
}

Report report_of(const NewValue& value) {
    return {value.state, value.numerator, value.denominator};
}

ValueRow row_of(const NewValue& value, const Writing& writing) {
    return {.series_id = value.series,
            .area_id = value.area,
            .state = static_cast<std::int64_t>(value.state),
            .stage = static_cast<std::int64_t>(writing.stage),
            .numerator = value.numerator,
            .denominator = value.denominator,
            .entry_id = writing.entry,
            .made = static_cast<std::int64_t>(writing.origin)};
}

bool is_same(const ValueRow& a, const ValueRow& b) {
    return a.report() == b.report() && a.stage == b.stage && a.made == b.made;
}

}  // namespace

Stored Arrival::write() {
    const auto stood = list_values(tx_, ranges_around(values_));
    Stored stored;
    auto old = stood.begin();
    standing_.reserve(stood.size() + values_.size());
    for (std::size_t i = 0; i < values_.size(); ++i) {
        for (; old != stood.end() && key_of(*old) < key_of(values_[i]); ++old) standing_.push_back(*old);
        const bool is_there = old != stood.end() && key_of(*old) == key_of(values_[i]);
        place(i, is_there ? &*old++ : nullptr, stored);
    }
    standing_.insert(standing_.end(), old, stood.end());
    stored.written = std::ssize(added_) + std::ssize(changed_);
    stored.unchanged = std::ssize(values_) - stored.written - std::ssize(stored.locked);
    if (!added_.empty()) insert_values(tx_, added_);
    if (!changed_.empty()) put_values(tx_, writing_, changed_);
    return stored;
}

void Arrival::place(std::size_t at, const ValueRow* stood, Stored& stored) {
    const auto& value = values_[at];
    const auto row = row_of(value, writing_);
    const bool is_locked = stood != nullptr && static_cast<Stage>(stood->stage) == Stage::locked;
    if (is_locked && stood->report() != report_of(value)) stored.locked.push_back(at);
    const bool stays = stood != nullptr && (is_locked || is_same(*stood, row));
    standing_.push_back(stays ? *stood : row);
    if (stood == nullptr)
        added_.push_back(row);
    else if (!stays)
        changed_.push_back(value);
}

}  // namespace goals
