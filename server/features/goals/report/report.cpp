#include "goals/report/report.hpp"

#include <algorithm>
#include <set>
#include <span>

#include "goals/situation/situation_queries.hpp"
#include "goals/view/words.hpp"

namespace goals {

namespace {

constexpr std::size_t most_periods = 12;

class Reporting {
  public:
    Reporting(db::Session& db, const Viewing& viewing, const ReportKey& key)
        : db_(db), viewing_(viewing), key_(key), newest_(base::period_around(key.today, base::PeriodKind::year)) {}

    SetReport run() {
        auto set = show_set(db_, {viewing_.viewer, viewing_.language, {}}, key_.set);
        report_.key = set.key;
        report_.title = set.record.title;
        report_.title_en = set.record.title_en;
        report_.address = set.address;
        report_.path = areas::path(db_, key_.area.id, viewing_.language);
        tell_periods(set);
        period_ = key_.period ? *key_.period : newest_;
        // By the version of the set that holds then.
        set = show_set(db_, {viewing_.viewer, viewing_.language, static_cast<int>(period_.last.year)}, key_.set);
        report_.period = base::code_of(period_);
        report_.period_title = base::title_of(period_, viewing_.language);
        add_parts({key_.area}, set);
        if (key_.inner == Inner::shown) add_inner(set);
        return std::move(report_);
    }

  private:
    void tell_periods(const ShownSet& set) {
        std::set<IndicatorId> of_set;
        for (const auto& group : set.groups)
            for (const auto& item : group.items)
                if (const auto found = item.indicator ? find_indicator(db_, item.code) : std::nullopt) of_set.insert(found->id);
        std::vector<base::ReportingPeriod> periods;
        for (const auto& row : list_periods_here(db_, key_.area.id)) {
            const base::ReportingPeriod period{row.kind, row.first_day, row.last_day};
            if (of_set.contains(row.indicator_id) && std::ranges::find(periods, period) == periods.end()) periods.push_back(period);
        }
        std::ranges::sort(periods, std::ranges::greater{}, [](const base::ReportingPeriod& period) { return period.last; });
        if (periods.size() > most_periods) periods.resize(most_periods);
        if (!periods.empty()) newest_ = periods.front();
        for (const auto& period : periods) report_.periods.push_back({base::code_of(period), base::title_of(period, viewing_.language)});
    }

    void add_inner(const ShownSet& set) {
        auto inside = areas::list_inside(db_, key_.area.id);
        std::erase_if(inside, [&](const areas::Area& area) {
            return !areas::stood_within({area.id, area.begins_on, area.valid_to}, period_.first, period_.last);
        });
        add_parts(inside, set);
    }

    // Areas of one depth.
    void add_parts(const std::vector<areas::Area>& areas, const ShownSet& set) {
        if (areas.empty()) return;
        std::vector<base::AreaId> ids;
        ids.reserve(areas.size());
        const auto first = report_.parts.size();
        for (const auto& area : areas) {
            ids.push_back(area.id);
            report_.parts.push_back({name_of_place(area, viewing_.language), {}});
        }
        std::int64_t number = 0;
        for (const auto& group : set.groups) {
            for (std::size_t i = 0; i < areas.size(); ++i) report_.parts[first + i].groups.push_back({group.name, group.name_en, {}});
            for (const auto& item : group.items) add_rows(std::span(report_.parts).subspan(first), ids, ++number, item);
        }
    }
    void add_rows(std::span<ReportPart> parts, const std::vector<base::AreaId>& ids, std::int64_t number, const ShownSetItem& item) {
        const auto indicator = item.indicator ? find_indicator(db_, item.code) : std::nullopt;
        if (!indicator) return;
        const auto figures = list_figures(db_, *indicator, ids, period_);
        for (std::size_t i = 0; i < parts.size(); ++i) parts[i].groups.back().rows.push_back(row_of(number, *indicator, item, figures[i]));
    }

    ReportRow row_of(std::int64_t number, const Indicator& indicator, const ShownSetItem& item, const Figure& figure) const {
        const bool is_renamed = !item.name.empty();
        ReportRow row{.number = number,
                      .code = indicator.code,
                      .title = is_renamed ? item.name : item.indicator->title,
                      .title_en = is_renamed ? item.name : item.indicator->title_en,
                      .traits = indicator,
                      .found = found_in(figure),
                      .passed = {},
                      .value = {},
                      .said = {},
                      .coverage = coverage_in_words(figure, viewing_.language)};
        constexpr int percentage = 100;
        const bool is_share = indicator.calculation == Calculation::ratio && indicator.factor.value == percentage;
        if (is_share && figure.numerator && figure.denominator)
            row.passed = passed_of(*figure.numerator, *figure.denominator);
        else
            row.value = figure.value;
        if (!row.passed) row.said = found_in_words(indicator, figure, viewing_.language);
        return row;
    }

    db::Session& db_;
    const Viewing& viewing_;
    const ReportKey& key_;
    base::ReportingPeriod newest_;
    base::ReportingPeriod period_;
    SetReport report_;
};

}  // namespace

SetReport report_of(db::Session& db, const Viewing& viewing, const ReportKey& key) {
    return Reporting(db, viewing, key).run();
}

}  // namespace goals
