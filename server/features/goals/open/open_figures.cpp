#include "goals/open/open_figures.hpp"

#include <algorithm>
#include <set>
#include <tuple>

#include "goals/computed/recipe.hpp"
#include "goals/open/open_queries.hpp"
#include "goals/open/sdmx/codes.hpp"
#include "goals/open/sdmx/structure.hpp"

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

// One area's figure of one period, in total or of a group.
struct Found {
    const areas::Area& area;
    const base::ReportingPeriod& period;
    const std::string& group;
    const Figure& figure;
};

Row heading(OpenFormat format) {
    if (format == OpenFormat::csv)
        return {"indicator",   "area",     "area_name", "period",    "state",          "value", "numerator",
                "denominator", "reported", "expected",  "not_asked", "not_applicable", "group"};
    Row row{"STRUCTURE", "STRUCTURE_ID", "ACTION"};
    for (const auto& column : sdmx_columns()) row.emplace_back(column.id);
    return row;
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
            std::to_string(figure.not_applicable),
            found.group};
}

// A normal value, a missing one, or one that is missing because it is suppressed, as CL_OBS_STATUS has them.
Row sdmx_row(const Indicator& indicator, const Found& found) {
    const auto& figure = found.figure;
    return {"dataflow",
            sdmx_name_of_figures(),
            "I",
            std::string(sdmx_frequency(found.period.kind)),
            found.area.code,
            sdmx_code(indicator.code),
            sdmx_group(found.group),
            sdmx_period(found.period),
            number(figure.value),
            figure.hidden  ? "Q"
            : figure.value ? "A"
                           : "O",
            std::to_string(figure.reported),
            number(figure.expected)};
}

auto in_time(const base::ReportingPeriod& period) {
    return std::tuple(period.first, period.last, period.kind);
}

// A period with the groups that somebody has reported in it, the total first.
struct OpenPeriod {
    base::ReportingPeriod period;
    std::vector<std::string> groups;
};

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
        learn_periods(db);
        add_row(text, heading(format_));
        if (depth_ > 0)
            waiting_.push_back({});
        else if (const auto country = areas::find(db, base::AreaId{}))
            write(db, {*country}, text);
    }

    // A total has no row where nobody has reported one.
    void learn_periods(db::Session& db) {
        for (const auto& period : open_periods(db, indicator_)) groups_of(period);
        for (auto& row : list_period_groups(db, indicator_.id))
            groups_of({row.kind, row.first_day, row.last_day}).push_back(std::move(row.breakdown));
        std::ranges::stable_sort(periods_, {}, [](const OpenPeriod& open) { return in_time(open.period); });
    }
    std::vector<std::string>& groups_of(const base::ReportingPeriod& period) {
        const auto known = std::ranges::find(periods_, period, &OpenPeriod::period);
        return known == periods_.end() ? periods_.emplace_back(OpenPeriod{period, {""}}).groups : known->groups;
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
        for (const auto& [period, groups] : periods_) {
            const auto figures = list_figures_of_groups(db, indicator_, ids, period, groups);
            for (std::size_t i = 0; i < areas.size(); ++i)
                for (std::size_t g = 0; g < groups.size(); ++g) add({areas[i], period, groups[g], figures[g][i]}, text);
        }
    }

    void add(const Found& found, std::string& text) const {
        if (!is_known(found.figure)) return;
        add_row(text, format_ == OpenFormat::sdmx ? sdmx_row(indicator_, found) : csv_row(indicator_, found));
    }

    Indicator indicator_;
    int depth_;
    areas::Level level_;
    OpenFormat format_;
    bool began_ = false;
    std::vector<OpenPeriod> periods_;
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
    std::ranges::sort(periods, {}, in_time);
    periods.erase(std::ranges::unique(periods).begin(), periods.end());
    return periods;
}

http::Pieces open_figures(db::Database& database, const Indicator& indicator, areas::Level level, OpenFormat format) {
    return {[&database, walk = std::make_shared<Walk>(indicator, level, format)] { return walk->next(*database.read()); }};
}

}  // namespace goals
