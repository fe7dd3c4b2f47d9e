#include "goals/dashboard/blocks.hpp"

#include <algorithm>
#include <map>

#include "goals/exceptions/search.hpp"
#include "goals/view/times.hpp"

namespace goals {

namespace {

BlockCell cell_of(const Figure& figure) {
    return {.found = found_in(figure),
            .value = figure.value,
            .reported = figure.reported,
            .expected = figure.expected,
            .entered = figure.entered.has_value()};
}

// The one that the block names; none: the newest.
std::optional<base::ReportingPeriod> period_of(const Block& block) {
    const auto typed = base::or_empty(block.period);
    if (typed.empty()) return {};
    const auto read = base::read_reporting_period(typed);
    const auto* period = std::get_if<base::ReportingPeriod>(&read);
    return period == nullptr ? std::nullopt : std::optional(*period);
}

// What several blocks of one page ask for again and again.
class Showing {
  public:
    Showing(db::Session& db, const Viewing& viewing, const areas::Area& area) : db_(db), viewing_(viewing), area_(area) {}

    ShownBlock of(const Block& block) {
        ShownBlock shown{.block = block, .fault = {}, .areas = {}, .indicators = {}, .goal = {}, .ladder = {}, .set = {}, .exceptions = {}};
        if (block.look == BlockLook::ladder)
            add_ladder(shown);
        else if (block.look == BlockLook::exceptions)
            add_exceptions(shown);
        else if (block.look != BlockLook::text)
            add_figures(shown);
        return shown;
    }

  private:
    void add_ladder(ShownBlock& shown) {
        const auto cards = records::cards(db_, viewing_.viewer, {shown.block.goal.value_or(records::RecordId{})});
        const auto row = cards.empty() ? std::nullopt : find_goal(db_, {cards.front().id.value});
        if (!row) {
            shown.fault = BlockFault::no_such_goal;
            return;
        }
        shown.goal = {cards.front().title, cards.front().title_en, cards.front().address};
        if (!row->indicator_id || records::cards(db_, viewing_.viewer, {records::record_id(row->indicator_id)}).empty()) return;
        shown.ladder =
            ladder_of(db_, get_indicator(db_, row->indicator_id), cards.front().area_id, get_marks(db_, row->id), viewing_.language);
    }

    void add_figures(ShownBlock& shown) {
        const auto area = shown.block.area ? areas::find(db_, *shown.block.area) : std::optional(area_);
        if (!area) {
            shown.fault = BlockFault::no_such_area;
            return;
        }
        const auto inside = is_of_many_areas(shown.block) ? inside_of(area->id) : std::vector<areas::Area>{};
        shown.areas.push_back(name_of_place(*area, viewing_.language));
        for (const auto& each : inside) shown.areas.push_back(name_of_place(each, viewing_.language));
        for (const auto& code : shown.block.indicators.value_or(std::vector<base::Text<1, 64>>{}))
            if (const auto* indicator = find(code.value)) shown.indicators.push_back(indicator_in(shown.block, *indicator, *area, inside));
        if (shown.indicators.empty()) shown.fault = BlockFault::no_such_indicator;
        leave_out_the_gone(shown);
    }

    void add_exceptions(ShownBlock& shown) {
        const auto area = shown.block.area ? areas::find(db_, *shown.block.area) : std::optional(area_);
        if (!area) {
            shown.fault = BlockFault::no_such_area;
            return;
        }
        shown.areas.push_back(name_of_place(*area, viewing_.language));
        const auto named = named_in(shown);
        for (const auto& each : named) shown.indicators.push_back(name_alone(each));
        if (shown.fault) return;
        if (named.empty()) {
            shown.fault = BlockFault::no_such_indicator;
            return;
        }
        const std::vector<areas::Area> none;
        const auto& inside = is_of_many_areas(shown.block) ? inside_of(area->id) : none;
        shown.exceptions = find_exceptions(db_, viewing_, {*area, inside, named, period_of(shown.block), lines_in(shown.block)});
    }

    // Those that the block names, or those of its set.
    std::vector<NamedIndicator> named_in(ShownBlock& shown) {
        std::vector<NamedIndicator> named;
        const auto add = [&](const std::string& code, const std::string& called) {
            const auto* found = named.size() < most_of_a_set ? find(code) : nullptr;
            if (found == nullptr) return;
            const auto& record = found->found.envelope;
            named.push_back({found->indicator, called.empty() ? record.title : called, called.empty() ? record.title_en : ""});
        };
        const auto key = base::or_empty(shown.block.set);
        if (key.empty()) {
            for (const auto& code : shown.block.indicators.value_or(std::vector<base::Text<1, 64>>{})) add(code.value, "");
            return named;
        }
        const auto set = find_readable_set(db_, viewing_.viewer, key);
        if (!set) {
            shown.fault = BlockFault::no_such_set;
            return named;
        }
        const auto said = show_set(db_, {viewing_.viewer, viewing_.language, {}}, *set);
        shown.set = SetName{said.record.title, said.record.title_en, said.address};
        for (const auto& group : said.groups)
            for (const auto& item : group.items) add(item.code, item.name);
        return named;
    }

    static BlockIndicator name_alone(const NamedIndicator& named) {
        return {.code = named.indicator.code,
                .title = named.title,
                .title_en = named.title_en,
                .traits = named.indicator,
                .aim = {},
                .turn = {},
                .periods = {},
                .rows = {}};
    }

    BlockIndicator indicator_in(const Block& block, const FoundIndicator& found, const areas::Area& area,
                                const std::vector<areas::Area>& inside) {
        const auto& indicator = found.indicator;
        BlockIndicator shown{.code = indicator.code,
                             .title = found.found.envelope.title,
                             .title_en = found.found.envelope.title_en,
                             .traits = indicator,
                             .aim = {},
                             .turn = {},
                             .periods = {},
                             .rows = std::vector<BlockRow>(inside.size() + 1)};
        std::vector<base::AreaId> ids;
        ids.reserve(inside.size());
        for (const auto& each : inside) ids.push_back(each.id);
        const auto group = base::or_empty(block.group);
        const auto periods = periods_up_to(measured_of(db_, indicator, area.id), period_of(block), periods_in(block));
        for (const auto& period : periods) {
            shown.periods.push_back({base::code_of(period), base::title_of(period, viewing_.language)});
            shown.rows.front().cells.push_back(cell_of(get_figure(db_, indicator, area.id, period, group)));
            if (ids.empty()) continue;
            const auto figures = list_figures(db_, indicator, ids, period, group);
            for (std::size_t i = 0; i < figures.size(); ++i) shown.rows[i + 1].cells.push_back(cell_of(figures[i]));
        }
        if (!periods.empty() && group.empty()) add_aim(shown, indicator, area.id, periods.back());
        return shown;
    }

    // Where it stands against what is aimed at, and against the time before.
    void add_aim(BlockIndicator& shown, const Indicator& indicator, base::AreaId area, const base::ReportingPeriod& period) {
        shown.aim = find_aim(db_, {indicator, area, period, viewing_.language});
        const auto& cells = shown.rows.front().cells;
        const auto now = cells.back().value;
        if (!now) return;
        if (shown.aim) shown.aim->gap = gap_to(indicator, *shown.aim, *now);
        if (cells.size() > 1 && cells[cells.size() - 2].value)
            shown.turn = turn_of(indicator, shown.aim, *cells[cells.size() - 2].value, *now);
    }

    static bool is_of_another_time(const BlockRow& row) {
        return std::ranges::all_of(row.cells, [](const BlockCell& cell) { return cell.found == Found::no_area; });
    }

    // Areas that were there in none of the periods.
    static void leave_out_the_gone(ShownBlock& shown) {
        for (std::size_t i = shown.areas.size(); i-- > 1;) {
            const auto is_gone = [&](const BlockIndicator& indicator) { return is_of_another_time(indicator.rows[i]); };
            const auto has_cells = [&](const BlockIndicator& indicator) { return !indicator.rows[i].cells.empty(); };
            if (std::ranges::none_of(shown.indicators, has_cells) || !std::ranges::all_of(shown.indicators, is_gone)) continue;
            const auto at = static_cast<std::ptrdiff_t>(i);
            shown.areas.erase(shown.areas.begin() + at);
            for (auto& indicator : shown.indicators) indicator.rows.erase(indicator.rows.begin() + at);
        }
    }

    const std::vector<areas::Area>& inside_of(base::AreaId area) {
        const auto known = inside_.find(area);
        return known != inside_.end() ? known->second : inside_.emplace(area, areas::list_inside(db_, area)).first->second;
    }

    const FoundIndicator* find(const std::string& code) {
        auto known = indicators_.find(code);
        if (known == indicators_.end()) known = indicators_.emplace(code, find_readable(db_, viewing_.viewer, code)).first;
        return known->second ? &*known->second : nullptr;
    }

    db::Session& db_;
    const Viewing& viewing_;
    const areas::Area& area_;
    std::map<base::AreaId, std::vector<areas::Area>> inside_;
    std::map<std::string, std::optional<FoundIndicator>> indicators_;
};

}  // namespace

std::vector<ShownBlock> show_blocks(db::Session& db, const Viewing& viewing, const areas::Area& area, const std::vector<Block>& blocks) {
    Showing showing(db, viewing, area);
    std::vector<ShownBlock> shown;
    shown.reserve(blocks.size());
    for (const auto& block : blocks) shown.push_back(showing.of(block));
    return shown;
}

}  // namespace goals
