#include "goals/entry/enter.hpp"

#include <algorithm>
#include <set>
#include <tuple>

#include "goals/counted/counted_queries.hpp"
#include "goals/entry/deed.hpp"
#include "goals/entry/entry_queries.hpp"
#include "goals/indicator/indicator_queries.hpp"
#include "journal/journal.hpp"

namespace goals {

SeenValue seen(const Report& report) {
    if (report.state != State::value) return {report.state, {}, {}};
    return {report.state, report.numerator, report.denominator};
}

namespace {

class Round {
  public:
    Round(db::Tx& tx, const Entering& entering) : tx_(tx), entering_(entering), keepings_(keepings_of(tx, entering.viewer)) {}

    Taken run(const std::vector<ValueWish>& wishes) && {
        taken_.done.reserve(wishes.size());
        for (const auto& wish : wishes) taken_.done.push_back(judge(wish));
        if (entering_.doing == Doing::write) write();
        return std::move(taken_);
    }

  private:
    Judged judge(const ValueWish& wish) {
        if (!keepings_.in(wish.area).enter) return {Outcome::refused, "not_a_keeper"};
        if (is_counted(wish.indicator.id)) return {Outcome::refused, "value_counted"};
        const auto series = series_of(wish.key);
        if (!touched_.emplace(name_of(wish.key), wish.area).second) return {Outcome::refused, "value_twice_in_file"};
        const auto standing = find_standing(series, wish.area);
        if (const auto refused = refusal(wish, standing)) return *refused;
        take(wish, series);
        if (!wish.report) return {Outcome::removed};
        return {standing ? Outcome::updated : Outcome::imported};
    }

    [[nodiscard]] std::optional<Judged> refusal(const ValueWish& wish, const std::optional<ValueRow>& standing) {
        const auto stands = standing ? std::optional(standing->report()) : std::nullopt;
        if (stands == wish.report) return Judged{Outcome::unchanged};
        if (standing && static_cast<Stage>(standing->stage) == Stage::locked) return Judged{Outcome::refused, "value_locked"};
        if (standing && standing->counts()) return Judged{Outcome::refused, "value_approved"};
        if (wish.over && *wish.over != (stands ? std::optional(seen(*stands)) : std::nullopt)) return Judged{Outcome::conflict};
        if (standing && entering_.over == Over::nothing_only) return Judged{Outcome::refused, "value_there"};
        if (!standing && entering_.over == Over::something_only) return Judged{Outcome::refused, "value_not_there"};
        if (!wish.report) return std::nullopt;
        const auto broken = broken_by(rule_of(wish.indicator), wish.indicator, *wish.report, other_of(wish));
        return broken.empty() ? std::nullopt : std::optional(Judged{Outcome::refused, broken});
    }

    void take(const ValueWish& wish, SeriesId series) {
        if (wish.report) {
            values_.push_back({series, wish.area, wish.report->state, wish.report->numerator, wish.report->denominator});
            typed_[{wish.indicator.code, wish.area}] = *wish.report;
        } else {
            removals_[series].push_back(wish.area);
        }
    }

    void write() {
        if (values_.empty() && removals_.empty()) return;
        const auto by = entering_.viewer.person;
        if (!values_.empty()) {
            std::ranges::sort(values_, {}, [](const NewValue& value) { return std::tuple(value.series, value.area); });
            taken_.entry = insert_entry(tx_, {.by = by, .source = entering_.source});
            store(tx_, *taken_.entry, Stage::draft, values_);
        }
        for (const auto& value : values_) {
            const Report report{value.state, value.numerator, value.denominator};
            insert_deed(tx_, {.series = value.series, .area = value.area, .act = Act::entered, .by = by, .report = report});
        }
        for (auto& [series, areas] : removals_) {
            std::ranges::sort(areas);
            remove(tx_, series, areas);
            for (const auto area : areas) insert_deed(tx_, {.series = series, .area = area, .act = Act::removed, .by = by});
        }
        journal::record(tx_, by, "goals.values_entered", journal::Revision{});
    }

    using SeriesName = std::tuple<IndicatorId, base::Date, base::Date, std::string>;
    static SeriesName name_of(const SeriesKey& key) { return {key.indicator, key.period.first, key.period.last, key.breakdown}; }

    // Nothing stands in one that is looked for and not there: no series has the number 0.
    SeriesId series_of(const SeriesKey& key) {
        const auto [at, is_new] = series_.try_emplace(name_of(key));
        if (is_new && entering_.doing == Doing::look) at->second = find_series(tx_, key).value_or(SeriesId{});
        if (is_new && entering_.doing == Doing::write) at->second = get_series(tx_, key.indicator, key.period, key.breakdown);
        return at->second;
    }
    std::optional<ValueRow> find_standing(SeriesId series, base::AreaId area) {
        const Range range{series, area, area};
        const auto rows = list_values(tx_, {&range, 1});
        return rows.empty() ? std::nullopt : std::optional(rows.front());
    }
    bool is_counted(IndicatorId indicator) {
        const auto [at, is_new] = counted_.try_emplace(indicator);
        if (is_new) at->second = find_counter(tx_, indicator).has_value();
        return at->second;
    }
    const Rule& rule_of(const Indicator& indicator) {
        const auto [at, is_new] = rules_.try_emplace(indicator.id);
        if (is_new) at->second = find_rule(tx_, indicator.id);
        return at->second;
    }
    // What the indicator that this one may not exceed reported there, in this round or before.
    std::optional<Report> other_of(const ValueWish& wish) {
        const auto& rule = rule_of(wish.indicator);
        if (!rule.not_above) return std::nullopt;
        if (const auto typed = typed_.find({*rule.not_above, wish.area}); typed != typed_.end()) return typed->second;
        const auto other = find_indicator(tx_, *rule.not_above);
        const auto series = other ? find_series(tx_, {other->id, wish.key.period, wish.key.breakdown}) : std::nullopt;
        const auto standing = series ? find_standing(*series, wish.area) : std::nullopt;
        return standing ? std::optional(standing->report()) : std::nullopt;
    }

    db::Tx& tx_;
    const Entering& entering_;
    Keepings keepings_;
    Taken taken_;
    std::map<SeriesName, SeriesId> series_;
    std::map<IndicatorId, Rule> rules_;
    std::map<IndicatorId, bool> counted_;
    std::set<std::pair<SeriesName, base::AreaId>> touched_;
    std::map<std::pair<std::string, base::AreaId>, Report> typed_;  // by code
    std::vector<NewValue> values_;
    std::map<SeriesId, std::vector<base::AreaId>> removals_;
};

}  // namespace

Taken enter(db::Tx& tx, const Entering& entering, const std::vector<ValueWish>& wishes) {
    return Round(tx, entering).run(wishes);
}

}  // namespace goals
