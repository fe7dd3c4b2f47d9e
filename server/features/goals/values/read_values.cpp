#include <algorithm>
#include <map>
#include <utility>

#include "base/encoding.hpp"
#include "base/json/json.hpp"
#include "goals/indicator/indicator_queries.hpp"
#include "goals/values/gate.hpp"
#include "goals/values/import.hpp"
#include "goals/values/value_import_queries.hpp"
#include "goals/values/value_step.hpp"
#include "http/problem.hpp"

namespace goals {

namespace {

constexpr std::int64_t most_rows = 100'000;  // what is longer comes in by `lomwong import values`

class ValuesReading {
  public:
    ValuesReading(db::Session& db, const imports::Order& order) : db_(db), ground_(ground_of(db, order.today)), gate_(db, order.viewer) {}

    imports::Reading run(std::string_view bytes) && {
        const auto decoded = base::decode(bytes);
        auto& report = reading_.report;
        report.encoding = base::name(decoded.encoding);
        ValueReader reader(LineReader(decoded.text), ground_);
        report.missing_columns = reader.missing_columns();
        report.unknown_columns = reader.unknown_columns();
        if (!report.missing_columns.empty()) return std::move(reading_);
        while (auto row = reader.next()) take(std::move(*row));
        plan(reader.series());
        return std::move(reading_);
    }

  private:
    void take(ValueReader::Row row) {
        auto& report = reading_.report;
        if (report.rows++ == most_rows) throw http::Problem(422, "too_many_rows", {{"max", most_rows}});
        if (auto* wrong = std::get_if<base::WrongRow>(&row)) {
            ++report.wrong;
            report.wrong_rows.push_back(std::move(*wrong));
        } else {
            values_.push_back(std::get<ReadValue>(row));
        }
    }

    // Series by series, so that what stands is read in one go for each.
    void plan(const std::vector<SeriesKey>& series) {
        std::ranges::sort(values_, {}, [](const ReadValue& value) { return std::pair(value.series, value.line); });
        for (auto begin = values_.begin(); begin != values_.end();) {
            const auto end =
                std::ranges::find_if(begin, values_.end(), [&](const ReadValue& value) { return value.series != begin->series; });
            plan(series, {begin, end});
            begin = end;
        }
        std::ranges::sort(reading_.steps, {}, &imports::Step::line);
        std::ranges::sort(reading_.report.wrong_rows, {}, &base::WrongRow::line);
    }

    void plan(const std::vector<SeriesKey>& series, std::span<const ReadValue> values) {
        const auto& key = series[values.front().series];
        const auto code = get_indicator(db_, key.indicator).code;
        const auto standing = list_standing(db_, key);
        std::optional<Reports> beside;
        const auto in_table = [&](IndicatorId other, base::AreaId area) {
            if (!beside) beside = reports_of(series, {other, key.period, key.breakdown});
            const auto at = beside->find(area);
            return at == beside->end() ? std::nullopt : std::optional(at->second);
        };
        for (const auto& value : values) {
            const auto before = standing.find(value.area);
            ValueStep step{key.indicator, code, key.period.kind, key.period.first, key.period.last, key.breakdown, value.area, {}, {}};
            step.wanted = {value.state, value.numerator, value.denominator, gate_.stage()};
            if (before != standing.end()) step.before = before->second;
            judge(value, step, gate_.refusal(key, value, step.before, in_table));
        }
    }

    void judge(const ReadValue& value, const ValueStep& step, std::string_view refused) {
        auto& report = reading_.report;
        if (step.before && stands_already(*step.before, step.wanted)) {
            ++report.unchanged;
        } else if (!refused.empty()) {
            ++report.wrong;
            report.wrong_rows.push_back({value.line, "value", std::string(refused), base::to_text(value.numerator)});
        } else {
            ++(step.before ? report.changed : report.added);
            reading_.steps.push_back({value.line, step.before ? imports::Effect::changes : imports::Effect::adds, json::write(step)});
        }
    }

    // The same number that has come further since is not brought back to a draft.
    static bool stands_already(const Standing& before, Standing wanted) {
        wanted.stage = std::max(wanted.stage, before.stage);
        return before == wanted;
    }

    using Reports = std::map<base::AreaId, Report>;
    [[nodiscard]] Reports reports_of(const std::vector<SeriesKey>& series, const SeriesKey& wanted) const {
        Reports reports;
        for (const auto& value : values_) {
            const auto& key = series[value.series];
            if (key.indicator == wanted.indicator && key.period == wanted.period && key.breakdown == wanted.breakdown)
                reports[value.area] = {value.state, value.numerator, value.denominator};
        }
        return reports;
    }

    db::Session& db_;
    Ground ground_;
    Gate gate_;
    std::vector<ReadValue> values_;
    imports::Reading reading_;
};

}  // namespace

imports::Reading read_values(db::Session& db, const imports::Order& order, std::string_view table) {
    return ValuesReading(db, order).run(table);
}

}  // namespace goals
