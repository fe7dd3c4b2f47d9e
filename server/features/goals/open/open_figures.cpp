#include "goals/open/open_figures.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "goals/computed/recipe.hpp"
#include "goals/open/open_queries.hpp"

namespace goals {

namespace {

using Row = std::vector<std::string>;

// RFC 4180.
void add_row(std::string& text, const Row& row) {
    for (const auto& cell : row) {
        if (&cell != &row.front()) text += ',';
        if (cell.find_first_of(",\"\r\n") == std::string::npos) {
            text += cell;
            continue;
        }
        text += '"';
        for (const char c : cell) text.append(c == '"' ? 2 : 1, c);
        text += '"';
    }
    text += "\r\n";
}

std::string number(const std::optional<base::Decimal>& value) {
    return value ? base::to_text(*value) : std::string();
}
std::string number(const std::optional<std::int64_t>& value) {
    return value ? std::to_string(*value) : std::string();
}

// Whether anybody has said anything of it.
bool is_known(const Figure& figure) {
    return figure.hidden || figure.value || figure.reported > 0 || figure.not_asked > 0 || figure.not_applicable > 0;
}

std::string_view state_of(const Figure& figure) {
    if (figure.hidden) return "hidden";
    if (figure.value) return "value";
    return "none";
}

std::string_view frequency_of(base::PeriodKind kind) {
    using enum base::PeriodKind;
    switch (kind) {
        case day:
            return "D";
        case week:
            return "W";
        case month:
            return "M";
        case quarter:
            return "Q";
        case half_year:
        case fiscal_half:
            return "S";
        case year:
        case fiscal_year:
            return "A";
        case five_years:
            return "A5";
    }
    return "A";
}

// One area's figure of one period.
struct Found {
    const areas::Area& area;
    const base::ReportingPeriod& period;
    const Figure& figure;
};

Row heading(OpenFormat format) {
    if (format == OpenFormat::sdmx)
        return {"STRUCTURE",   "STRUCTURE_ID", "ACTION",     "FREQ",     "REF_AREA", "INDICATOR",
                "TIME_PERIOD", "OBS_VALUE",    "OBS_STATUS", "REPORTED", "EXPECTED"};
    return {"indicator", "area",        "area_name", "period",   "state",     "value",
            "numerator", "denominator", "reported",  "expected", "not_asked", "not_applicable"};
}

Row csv_row(const Indicator& indicator, const Found& found) {
    const auto& figure = found.figure;
    return {indicator.code,
            found.area.code,
            areas::title(found.area, base::Language::th),
            base::code_of(found.period),
            std::string(state_of(figure)),
            number(figure.value),
            number(figure.numerator),
            number(figure.denominator),
            std::to_string(figure.reported),
            number(figure.expected),
            std::to_string(figure.not_asked),
            std::to_string(figure.not_applicable)};
}

// A normal value, a missing one, or one that is missing because it is suppressed, as CL_OBS_STATUS has them.
Row sdmx_row(const Indicator& indicator, const Found& found) {
    const auto& figure = found.figure;
    return {"dataflow",
            "LOMWONG:INDICATORS(1.0)",
            "I",
            std::string(frequency_of(found.period.kind)),
            found.area.code,
            indicator.code,
            sdmx_period(found.period),
            number(figure.value),
            figure.hidden  ? "Q"
            : figure.value ? "A"
                           : "O",
            std::to_string(figure.reported),
            number(figure.expected)};
}

// From the country down to the level, a piece for what lies under one area.
class Walk {
  public:
    Walk(Indicator indicator, areas::Level level, OpenFormat format)
        : indicator_(std::move(indicator)), depth_(std::min(static_cast<int>(level), depth_of_places)), level_(level), format_(format) {}

    std::string next(db::Session& db) {
        std::string text;
        if (!began_) begin(db, text);
        while (text.empty() && !waiting_.empty()) {
            const auto area = waiting_.back();
            waiting_.pop_back();
            look_under(db, area, text);
        }
        return text;
    }

  private:
    void begin(db::Session& db, std::string& text) {
        began_ = true;
        periods_ = open_periods(db, indicator_);
        add_row(text, heading(format_));
        if (depth_ > 0)
            waiting_.push_back({});
        else if (const auto country = areas::find(db, base::AreaId{}))
            write(db, {*country}, text);
    }

    void look_under(db::Session& db, base::AreaId area, std::string& text) {
        auto below = areas::list_inside(db, area);
        if (depth_of(area) + 1 < depth_) {
            std::ranges::reverse(below);
            for (const auto& one : below) waiting_.push_back(one.id);
            return;
        }
        std::erase_if(below, [&](const areas::Area& one) { return one.level != level_; });
        write(db, below, text);
    }

    void write(db::Session& db, const std::vector<areas::Area>& areas, std::string& text) {
        if (areas.empty()) return;
        std::vector<base::AreaId> ids;
        ids.reserve(areas.size());
        for (const auto& area : areas) ids.push_back(area.id);
        for (const auto& period : periods_) {
            const auto figures = list_figures(db, indicator_, ids, period);
            for (std::size_t i = 0; i < areas.size(); ++i)
                if (is_known(figures[i])) {
                    const Found found{areas[i], period, figures[i]};
                    add_row(text, format_ == OpenFormat::sdmx ? sdmx_row(indicator_, found) : csv_row(indicator_, found));
                }
        }
    }

    Indicator indicator_;
    int depth_;
    areas::Level level_;
    OpenFormat format_;
    bool began_ = false;
    std::vector<base::ReportingPeriod> periods_;
    std::vector<base::AreaId> waiting_;
};

void add_periods(db::Session& db, const Indicator& indicator, std::set<std::string>& seen, std::vector<base::ReportingPeriod>& periods) {
    if (!seen.insert(indicator.code).second) return;
    for (const auto& period : list_periods(db, indicator.id)) periods.push_back(period);
    const auto recipe = find_recipe(db, indicator.id, base::period_around(base::Date{9999, 1, 1}, base::PeriodKind::year));
    if (!recipe) return;
    for (const auto& code : parts_of(*recipe))
        if (const auto part = find_indicator(db, code)) add_periods(db, *part, seen, periods);
}

}  // namespace

std::vector<base::ReportingPeriod> open_periods(db::Session& db, const Indicator& indicator) {
    std::vector<base::ReportingPeriod> periods;
    std::set<std::string> seen;
    add_periods(db, indicator, seen, periods);
    const auto in_time = [](const base::ReportingPeriod& period) { return std::tuple(period.first, period.last, period.kind); };
    std::ranges::sort(periods, {}, in_time);
    periods.erase(std::ranges::unique(periods).begin(), periods.end());
    return periods;
}

std::string sdmx_period(const base::ReportingPeriod& period) {
    using enum base::PeriodKind;
    auto first = base::to_iso(period.first);
    const int in_year = static_cast<int>(period.first.month);
    switch (period.kind) {
        case day:
            return first;
        case month:
            return first.substr(0, 7);
        case quarter:
            return fmt::format("{}-Q{}", first.substr(0, 4), (in_year - 1) / 3 + 1);
        case half_year:
            return fmt::format("{}-S{}", first.substr(0, 4), (in_year - 1) / 6 + 1);
        case year:
            return first.substr(0, 4);
        case week:
            return first + "/P7D";
        case fiscal_half:
            return first + "/P6M";
        case fiscal_year:
            return first + "/P1Y";
        case five_years:
            return first + "/P5Y";
    }
    return first;
}

http::Pieces open_figures(db::Database& database, const Indicator& indicator, areas::Level level, OpenFormat format) {
    return {[&database, walk = std::make_shared<Walk>(indicator, level, format)] { return walk->next(*database.read()); }};
}

}  // namespace goals
