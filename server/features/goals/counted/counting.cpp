#include "goals/counted/counting.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <tuple>

#include "base/locale.hpp"
#include "goals/count/closing.hpp"
#include "goals/counted/counted_queries.hpp"
#include "goals/entry/entry_queries.hpp"
#include "goals/rollup/counted_values.hpp"
#include "journal/follower.hpp"

namespace goals {

namespace {

// Of different people and organisations, whose months make no year.
constexpr std::array kinds_of_different{base::PeriodKind::month, base::PeriodKind::quarter, base::PeriodKind::year,
                                        base::PeriodKind::fiscal_year};

// One value: an area in a period.
struct Spot {
    base::PeriodKind kind{};
    base::Date first;
    base::AreaId area;

    friend auto operator<=>(const Spot&, const Spot&) = default;
};

// What a month in an area makes to be counted anew: of what adds up the area itself, which those above are put together from; of what does
// not every area and every period around it.
void add_spots(std::set<Spot>& spots, Counter counter, const CountedMonth& month) {
    const auto day = *base::date_from_iso(month.month + "-01");
    if (!counts_different(counter)) {
        spots.insert({base::PeriodKind::month, day, month.area});
        return;
    }
    for (const auto kind : kinds_of_different)
        for (std::optional<base::AreaId> area = month.area; area; area = areas::parent_of(*area))
            spots.insert({kind, base::period_around(day, kind).first, *area});
}

std::optional<CountedAmount> count(db::Session& db, const Source& source, Counter counter, const Spot& spot) {
    const auto period = base::period_around(spot.first, spot.kind);
    const auto last = counts_different(counter) ? base::last_of(spot.area) : spot.area;
    return source.count(db, counter, {spot.area, last, {period.first, period.last}});
}

std::optional<ValueRow> find_standing(db::Session& db, SeriesId series, base::AreaId area) {
    const Range range{series, area, area};
    const auto rows = list_values(db, {&range, 1});
    return rows.empty() ? std::nullopt : std::optional(rows.front());
}

Origin origin_of(Counter counter) {
    return counts_different(counter) ? counted_whole : counted_part;
}

class Recounting {
  public:
    Recounting(db::Tx& tx, const Sources& sources) : tx_(tx), sources_(sources) {}

    void follow(const journal::Event& event) {
        if (event.record_id == 0) return;
        if (event.action.starts_with("goals.")) {
            if (event.action == "goals.indicator_made" || event.action == "goals.indicator_changed") anew_.insert({event.record_id});
            return;
        }
        if (event.action == "records.deleted") take_back_figures(tx_, {event.record_id});
        if (event.action == "records.restored") bring_back_figures(tx_, {event.record_id});
        for (const auto& source : sources_.list())
            for (const auto& place : source.places(tx_, {event.record_id})) note(place);
    }

    void write() {
        if (months_.empty() && anew_.empty()) return;
        for (const auto& indicator : list_counted(tx_)) {
            const auto* source = sources_.find(indicator.counter);
            if (source == nullptr) continue;
            std::set<Spot> spots;
            const bool is_anew = anew_.contains(indicator.id);
            for (const auto& month : is_anew ? all_months() : months_) add_spots(spots, indicator.counter, month);
            for (const auto& spot : spots) renew(indicator, *source, spot);
        }
        store();
    }

  private:
    void note(const CountedPlace& place) {
        const auto before = find_counted_place(tx_, place.record);
        if (before) touch(*before);
        if (before != place) put_counted_place(tx_, place);
        touch(place);
    }
    void touch(const CountedPlace& place) { months_.insert({place.area, base::to_iso(place.day).substr(0, 7)}); }

    std::set<CountedMonth> all_months() {
        const auto months = list_counted_months(tx_);
        return {months.begin(), months.end()};
    }

    void renew(const CountedIndicator& indicator, const Source& source, const Spot& spot) {
        const auto amount = count(tx_, source, indicator.counter, spot);
        const auto period = base::period_around(spot.first, spot.kind);
        const auto series =
            amount ? std::optional(get_series(tx_, indicator.id, period, "")) : find_series(tx_, {indicator.id, period, ""});
        if (!series) return;
        const auto standing = find_standing(tx_, *series, spot.area);
        if (!amount) {
            if (standing && is_counted(*standing)) gone_[*series].push_back(spot.area);
            return;
        }
        if (standing && is_counted(*standing) && standing->numerator == amount->numerator && standing->denominator == amount->denominator)
            return;
        values_[origin_of(indicator.counter)].push_back({*series, spot.area, State::value, amount->numerator, amount->denominator});
    }

    void store() {
        if (values_.empty() && gone_.empty()) return;
        if (!values_.empty()) store_values();
        for (auto& [series, areas] : gone_) {
            std::ranges::sort(areas);
            remove(tx_, series, areas);
        }
        journal::record(tx_, {}, "goals.values_counted", journal::Revision{});
    }

    void store_values() {
        const auto entry = insert_entry(tx_, {.by = {}, .source = base::say(base::Language::th, "goals_counted_source")});
        for (auto& [origin, values] : values_) {
            std::ranges::sort(values, {}, [](const NewValue& value) { return std::tuple(value.series, value.area); });
            store_counted(tx_, entry, origin, values);
        }
    }

    db::Tx& tx_;
    const Sources& sources_;
    std::set<CountedMonth> months_;
    std::set<IndicatorId> anew_;
    std::map<Origin, std::vector<NewValue>> values_;
    std::map<SeriesId, std::vector<base::AreaId>> gone_;
};

}  // namespace

std::int64_t follow(db::Database& database, const Sources& sources, std::span<const journal::Event> events) {
    return database.write([&](db::Tx& tx) {
        Recounting recounting(tx, sources);
        for (const auto& event : events) recounting.follow(event);
        recounting.write();
        journal::move_to(tx, "goals", events.back().sequence);
        return events.back().sequence;
    });
}

// What stands there beside what is counted now; nothing where the two are the same.
static std::optional<WrongCount> wrong_at(db::Session& db, const CountedIndicator& indicator, const Source& source, const Spot& spot) {
    const auto period = base::period_around(spot.first, spot.kind);
    const auto series = find_series(db, {indicator.id, period, ""});
    const auto standing = series ? find_standing(db, *series, spot.area) : std::nullopt;
    const auto amount = count(db, source, indicator.counter, spot);
    const auto stands = standing ? std::optional(standing->numerator) : std::nullopt;
    const auto counted = amount ? std::optional(amount->numerator) : std::nullopt;
    const bool is_same = stands == counted && (!standing || standing->denominator == amount->denominator);
    if (is_same) return std::nullopt;
    return WrongCount{indicator.code, base::code_of(period), spot.area, stands, counted};
}

CountVerdict list_wrong_counts(db::Database& database, const Sources& sources) {
    auto lease = database.read();
    CountVerdict verdict{.behind = journal::last_sequence(*lease) - journal::position(*lease, "goals") + journal::count_unsealed(*lease),
                         .wrong = {}};
    if (verdict.behind > 0) return verdict;
    for (const auto& indicator : list_counted(*lease)) {
        const auto* source = sources.find(indicator.counter);
        if (source == nullptr) continue;
        std::set<Spot> spots;
        for (const auto& month : list_counted_months(*lease)) add_spots(spots, indicator.counter, month);
        for (const auto& spot : spots)
            if (auto wrong = wrong_at(*lease, indicator, *source, spot)) verdict.wrong.push_back(std::move(*wrong));
    }
    return verdict;
}

std::string describe(const WrongCount& wrong) {
    const auto said = [](const std::optional<base::Decimal>& number) { return number ? base::to_text(*number) : std::string("nothing"); };
    return fmt::format("{} {} {}: {} stands, {} counted", wrong.indicator, wrong.period, wrong.area.value, said(wrong.stands),
                       said(wrong.counted));
}

}  // namespace goals
