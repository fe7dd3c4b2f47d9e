#include "goals/dhis/reading_back.hpp"

#include <algorithm>
#include <map>

#include "goals/discretion/discretion.hpp"
#include "goals/entry/asked.hpp"
#include "goals/entry/entry_queries.hpp"
#include "goals/entry/keepers.hpp"
#include "goals/entry/rule.hpp"
#include "goals/figures/figure_queries.hpp"
#include "goals/set/shown_set.hpp"

namespace goals::dhis {

namespace {

constexpr std::size_t most_values = 50'000;

std::string word_of(const Indicator& indicator, const Report& report) {
    if (report.state != State::value) return std::string(base::name_of(report.state));
    const auto value = value_of(indicator, report);
    return value ? base::to_text(*value) : std::string();
}

class ReadingBack {
  public:
    ReadingBack(db::Session& db, const http::Viewer& viewer, const ReadingWish& wish)
        : db_(db), viewer_(viewer), wish_(wish), keepings_(keepings_of(db, viewer)) {}

    ReadSet run() && {
        read_wish();
        for (const auto& indicator : indicators_)
            for (const auto& period : periods_) add(indicator, period);
        if (wish_.dataSet && wish_.dataSet->size() == 1) set_.dataSet = wish_.dataSet->front();
        if (wish_.period.size() == 1) set_.period = base::code_of(periods_.front());
        if (wish_.orgUnit.size() == 1) set_.orgUnit = wish_.orgUnit.front();
        return std::move(set_);
    }

  private:
    void read_wish() {
        http::Problem problem(422, "invalid_input");
        if (!wish_.dataSet && !wish_.dataElement) problem.at("/dataSet", "required");
        for (const auto& period : wish_.period)
            if (const auto read = ask_period(period, problem)) periods_.push_back(*read);
        for (const auto& code : wish_.orgUnit)
            if (const auto area = ask_area(db_, code, problem)) areas_.push_back(area->id);
        for (const auto& code : wish_.dataElement.value_or(std::vector<std::string>{}))
            if (const auto indicator = ask_indicator(db_, viewer_, code, problem)) indicators_.push_back(*indicator);
        for (const auto& key : wish_.dataSet.value_or(std::vector<std::string>{})) add_set(key, problem);
        if (!problem.errors().empty()) throw problem;
    }
    void add_set(const std::string& key, http::Problem& problem) {
        const auto found = find_readable_set(db_, viewer_, small_letters(key));
        if (!found) {
            problem.at("/dataSet", "unknown_set");
            return;
        }
        for (const auto& group : show_set(db_, {viewer_, base::Language::th, {}}, *found).groups)
            for (const auto& item : group.items)
                if (const auto indicator = find_readable(db_, viewer_, item.code)) indicators_.push_back(indicator->indicator);
    }

    void add(const Indicator& indicator, const base::ReportingPeriod& period) {
        Discretion discretion(db_, indicator, period);
        for (const auto& group : list_breakdowns(db_, indicator.id, {period.first, period.last})) {
            const auto series = find_series(db_, {indicator.id, period, group});
            if (!series) continue;
            for (const auto& row : list_wished(*series))
                if (is_told(indicator, row, group, discretion)) add(shown(indicator, period, group, row));
        }
    }
    void add(ReadValue value) {
        if (set_.dataValues.size() == most_values) throw http::Problem(422, "too_many_values", {{"max", std::int64_t{most_values}}});
        set_.dataValues.push_back(std::move(value));
    }
    std::vector<EnteredRow> list_wished(SeriesId series) {
        std::vector<EnteredRow> rows;
        for (const auto area : areas_) {
            const auto last = wish_.children.value_or(false) ? base::last_of(area) : area;
            std::ranges::move(list_entered(db_, series, area, last), std::back_inserter(rows));
        }
        return rows;
    }

    bool is_told(const Indicator& indicator, const EnteredRow& row, const std::string& group, Discretion& discretion) {
        if (keepings_.in(row.area_id).enter) return true;
        if (!counts(static_cast<Stage>(row.stage)) || discretion.hides(row.area_id, group)) return false;
        const auto report = row.report();
        if (report.state != State::value || !counts_people(indicator, group)) return true;
        const auto people = indicator.calculation == Calculation::plain ? report.numerator : report.denominator.value_or(base::Decimal{});
        return !is_few(people);
    }

    ReadValue shown(const Indicator& indicator, const base::ReportingPeriod& period, const std::string& group, const EnteredRow& row) {
        return {.dataElement = indicator.code,
                .period = base::code_of(period),
                .orgUnit = code_of(row.area_id),
                .categoryOptionCombo = group.empty() ? "default" : group,
                .attributeOptionCombo = "default",
                .value = word_of(indicator, row.report()),
                .storedBy = name_of(row.person_id),
                .lastUpdated = row.entered_at,
                .comment = row.source,
                .followup = false};
    }
    const std::string& code_of(base::AreaId area) {
        const auto [at, is_new] = codes_.try_emplace(area);
        if (is_new)
            if (const auto found = areas::find(db_, area)) at->second = found->code;
        return at->second;
    }
    const std::string& name_of(base::PersonId person) {
        const auto [at, is_new] = names_.try_emplace(person);
        if (is_new && person) at->second = writer_of(db_, viewer_, person);
        return at->second;
    }

    db::Session& db_;
    const http::Viewer& viewer_;
    const ReadingWish& wish_;
    Keepings keepings_;
    std::vector<Indicator> indicators_;
    std::vector<base::ReportingPeriod> periods_;
    std::vector<base::AreaId> areas_;
    std::map<base::AreaId, std::string> codes_;
    std::map<base::PersonId, std::string> names_;
    ReadSet set_;
};

}  // namespace

ReadSet read_back(db::Session& db, const http::Viewer& viewer, const ReadingWish& wish) {
    return ReadingBack(db, viewer, wish).run();
}

// Every cell in quotes, as DHIS2 writes them.
static void add_line(std::string& text, const std::vector<std::string>& cells) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
        text += i == 0 ? "\"" : ",\"";
        for (const char letter : cells[i]) text.append(letter == '"' ? 2 : 1, letter);
        text += '"';
    }
    text += '\n';
}

std::string csv_of(const ReadSet& set) {
    std::string text;
    add_line(text, {"dataelement", "period", "orgunit", "categoryoptioncombo", "attributeoptioncombo", "value", "storedby", "lastupdated",
                    "comment", "followup"});
    for (const auto& value : set.dataValues)
        add_line(text, {value.dataElement, value.period, value.orgUnit, value.categoryOptionCombo, value.attributeOptionCombo, value.value,
                        value.storedBy, base::to_iso(value.lastUpdated), value.comment, value.followup ? "true" : "false"});
    return text;
}

}  // namespace goals::dhis
