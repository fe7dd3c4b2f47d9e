#include "goals/open/analytics.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "goals/dhis/data_value_set.hpp"
#include "goals/figures/figure.hpp"
#include "goals/figures/figure_queries.hpp"
#include "goals/indicator/shown_indicator.hpp"
#include "goals/open/node.hpp"
#include "http/problem.hpp"

namespace goals {

namespace {

constexpr std::size_t most_rows = 50'000;
constexpr std::size_t most_areas = 10'000;

std::vector<std::string> split(std::string_view list) {
    std::vector<std::string> items;
    while (!list.empty()) {
        const auto end = std::min(list.find(';'), list.size());
        if (end > 0) items.emplace_back(list.substr(0, end));
        list.remove_prefix(std::min(end + 1, list.size()));
    }
    return items;
}

// "LEVEL-3" → province.
std::optional<areas::Level> level_named(std::string_view item) {
    constexpr std::string_view prefix = "LEVEL-";
    constexpr char first = '1';
    constexpr char last = '6';
    if (!item.starts_with(prefix) || item.size() != prefix.size() + 1) return {};
    const char digit = item.back();
    if (digit < first || digit > last) return {};
    return static_cast<areas::Level>(digit - first);
}

// One indicator in one period, in these groups; "" is the total.
struct Asked {
    const FoundIndicator& found;
    const base::ReportingPeriod& period;
    std::vector<std::string> groups;
};

// The name that DHIS2 has for what is in no group.
std::string option_combo(const std::string& group) {
    return group.empty() ? "default" : group;
}

// What was asked for, found.
class Question {
  public:
    Question(db::Session& db, const AnalyticsWish& wish) : db_(db) {
        for (const auto& dimension : wish.dimension) take(dimension);
        for (const auto* name : {"dx", "pe", "ou"})
            if (!seen_.contains(name)) problem_.at("?dimension", "dimension_missing", {{"name", name}});
        if (problem_.errors().empty()) ask();
        if (!problem_.errors().empty()) throw problem_;
    }

    std::vector<FoundIndicator> indicators;
    std::vector<base::ReportingPeriod> periods;
    std::map<base::AreaId, areas::Area> areas;
    std::vector<Asked> asked;
    bool by_group = false;
    bool every_group = false;

  private:
    void ask() {
        if (indicators.size() * periods.size() * areas.size() > most_rows) throw too_many(most_rows);
        std::size_t rows = 0;
        std::set<std::string> known{""};
        for (const auto& found : indicators)
            for (const auto& period : periods) {
                const auto there = list_breakdowns(db_, found.indicator.id, {period.first, period.last});
                known.insert(there.begin(), there.end());
                asked.push_back({found, period, every_group ? with_total_last(there) : groups_});
                rows += asked.back().groups.size() * areas.size();
            }
        for (const auto& group : groups_)
            if (!known.contains(group)) unknown(group);
        if (rows > most_rows) throw too_many(most_rows);
    }
    static std::vector<std::string> with_total_last(std::vector<std::string> groups) {
        std::erase(groups, std::string());
        groups.emplace_back();
        return groups;
    }
    static http::Problem too_many(std::size_t most) { return {422, "too_many_values", {{"max", static_cast<std::int64_t>(most)}}}; }

    void take_groups(const std::vector<std::string>& items) {
        by_group = true;
        every_group = items.empty();
        groups_.clear();
        for (const auto& item : items) groups_.push_back(dhis::is_default(item) ? "" : item);
    }

    void take(const std::string& dimension) {
        const auto colon = dimension.find(':');
        const auto name = dimension.substr(0, colon);
        const auto items = split(colon == std::string::npos ? "" : std::string_view(dimension).substr(colon + 1));
        seen_[name] = true;
        if (name == "dx")
            for (const auto& item : items) take_indicator(item);
        else if (name == "pe")
            for (const auto& item : items) take_period(item);
        else if (name == "ou")
            take_areas(items);
        else if (name == "co")
            take_groups(items);
        else
            unknown(name);
    }

    void unknown(std::string_view item) { problem_.at("?dimension", "dimension_unknown", {{"item", item}}); }

    void take_indicator(const std::string& code) {
        if (auto found = find_readable(db_, {}, code))
            indicators.push_back(*std::move(found));
        else
            unknown(code);
    }

    void take_period(const std::string& text) {
        const auto read = base::read_reporting_period(text);
        if (const auto* period = std::get_if<base::ReportingPeriod>(&read))
            periods.push_back(*period);
        else
            unknown(text);
    }

    void take_areas(const std::vector<std::string>& items) {
        std::vector<areas::Area> named;
        std::optional<areas::Level> level;
        for (const auto& item : items) {
            if (const auto wanted = level_named(item)) {
                level = wanted;
                continue;
            }
            if (auto area = areas::find(db_, item == "TH" ? "th" : item))
                named.push_back(*std::move(area));
            else
                unknown(item);
        }
        if (level && named.empty())
            if (auto country = areas::find(db_, base::AreaId{})) named.push_back(*std::move(country));
        for (const auto& area : named) {
            if (level)
                go_down(area, *level);
            else
                areas.emplace(area.id, area);
        }
    }

    void go_down(const areas::Area& area, areas::Level level) {
        if (areas.size() > most_areas) throw too_many(most_areas);
        if (area.level == level) areas.emplace(area.id, area);
        if (area.level >= level) return;
        for (const auto& below : areas::list_inside(db_, area.id)) go_down(below, level);
    }

    db::Session& db_;
    std::map<std::string, bool> seen_;
    std::vector<std::string> groups_{""};
    http::Problem problem_{422, "invalid_input"};
};

json::Raw header(const std::string& name, const std::string& column, bool is_value) {
    return Node()
        .with("name", name)
        .with("column", column)
        .with("valueType", is_value ? "NUMBER" : "TEXT")
        .with("type", is_value ? "java.lang.Double" : "java.lang.String")
        .with("hidden", false)
        .with("meta", !is_value)
        .raw();
}

class Answer {
  public:
    Answer(db::Session& db, const Question& question, base::Language language) : question_(question), language_(language) {
        for (const auto& [id, area] : question.areas) by_depth_[depth_of(id)].push_back(id);
        for (const auto& asked : question.asked)
            for (const auto& [depth, ids] : by_depth_)
                add(asked, ids, list_figures_of_groups(db, asked.found.indicator, ids, asked.period, asked.groups));
    }

    [[nodiscard]] std::string text() const {
        std::vector headers{header("dx", "Data", false), header("pe", "Period", false), header("ou", "Organisation unit", false),
                            header("value", "Value", true)};
        if (question_.by_group) headers.insert(headers.begin() + 1, header("co", "Category option combo", false));
        return Node()
            .with("headers", headers)
            .with("metaData", meta())
            .with("rows", rows_)
            .with("width", headers.size())
            .with("headerWidth", headers.size())
            .with("height", rows_.size())
            .text();
    }

  private:
    void add(const Asked& asked, const std::vector<base::AreaId>& ids, const std::vector<std::vector<Figure>>& figures) {
        for (std::size_t i = 0; i < ids.size(); ++i) {
            bool is_told = false;
            for (std::size_t g = 0; g < asked.groups.size(); ++g) {
                const bool is_total_beside_groups = question_.every_group && asked.groups[g].empty() && is_told;
                if (!is_total_beside_groups && add(asked, asked.groups[g], ids[i], figures[g][i])) is_told = true;
            }
        }
    }
    // False where nothing was reported.
    bool add(const Asked& asked, const std::string& group, base::AreaId area, const Figure& figure) {
        if (!figure.hidden && !figure.value) return false;
        hidden_ += figure.hidden ? 1 : 0;
        if (question_.by_group) groups_.insert(option_combo(group));
        if (figure.value) add(asked, group, question_.areas.at(area).code, *figure.value);
        return true;
    }
    void add(const Asked& asked, const std::string& group, const std::string& area, base::Decimal value) {
        std::vector<std::string> row{asked.found.indicator.code, base::code_of(asked.period), area, base::to_text(value)};
        if (question_.by_group) row.insert(row.begin() + 1, option_combo(group));
        rows_.push_back(std::move(row));
    }

    [[nodiscard]] Node meta() const {
        Node items;
        std::vector<std::string> dx;
        std::vector<std::string> pe;
        std::vector<std::string> ou;
        const auto name = [&](std::vector<std::string>& codes, const std::string& code, const std::string& title) {
            codes.push_back(code);
            items.with(code, Node().with("name", title));
        };
        const std::vector<std::string> co(groups_.begin(), groups_.end());
        for (const auto& group : co) items.with(group, Node().with("name", group));
        for (const auto& found : question_.indicators) name(dx, found.indicator.code, found.found.envelope.title);
        for (const auto& period : question_.periods) name(pe, base::code_of(period), base::title_of(period, language_));
        for (const auto& [id, area] : question_.areas) name(ou, area.code, areas::title(area, language_));
        const auto dimensions = Node().with("dx", dx).with("pe", pe).with("ou", ou).with("co", co);
        return Node().with("items", items).with("dimensions", dimensions).with("hidden", hidden_);
    }

    const Question& question_;
    base::Language language_;
    std::map<int, std::vector<base::AreaId>> by_depth_;
    std::vector<std::vector<std::string>> rows_;
    std::set<std::string> groups_;  // of which there is something
    std::int64_t hidden_ = 0;
};

}  // namespace

std::string analytics_text(db::Session& db, const AnalyticsWish& wish, base::Language language) {
    const Question question(db, wish);
    return Answer(db, question, language).text();
}

}  // namespace goals
