#include "goals/executive/executive.hpp"

#include <algorithm>
#include <set>
#include <tuple>

#include "goals/view/cards.hpp"

namespace goals {

namespace {

constexpr std::size_t most_numbers = 20;
constexpr std::size_t most_lists = 3;
constexpr std::int64_t periods_of_a_trend = 4;

using Codes = std::vector<base::Text<1, 64>>;

struct Numbers {
    std::vector<Block> blocks;
    std::size_t more{};

    void add(const Block& block, const base::Text<1, 64>& code) {
        if (blocks.size() == most_numbers) {
            ++more;
            return;
        }
        auto& number = blocks.emplace_back(block);
        number.look = BlockLook::trend;
        number.indicators = Codes{code};
        number.newest = {periods_of_a_trend};
    }
};

// What a picture shows; of a ladder the indicator of its goal, in the area whose goal it is.
Block with_figures(db::Session& db, const Viewing& viewing, const LookedAtDashboard& looked, const Block& block) {
    const auto card =
        block.look == BlockLook::ladder ? find_card(db, viewing.viewer, block.goal.value_or(records::RecordId{})) : std::nullopt;
    const auto goal = card ? find_goal(db, {card->id.value}) : std::nullopt;
    if (!goal || !goal->indicator_id) return block;
    Block figures;
    figures.look = BlockLook::trend;
    figures.area = card->area_id;
    figures.indicators = Codes{{get_indicator(db, goal->indicator_id).code}};
    if (looked.period) figures.period = {base::code_of(*looked.period)};
    return figures;
}

// Each indicator that the pictures show, once for an area, a period and a group: over the last periods of its area.
Numbers numbers_in(db::Session& db, const Viewing& viewing, const LookedAtDashboard& looked) {
    std::set<std::tuple<std::string, base::AreaId, std::string, std::string>> known;
    Numbers numbers;
    for (const auto& picture : looked.content.blocks) {
        const auto block = with_figures(db, viewing, looked, picture);
        if (!shows_figures(block) || block.look == BlockLook::exceptions) continue;
        for (const auto& code : block.indicators.value_or(Codes{})) {
            const auto area = block.area.value_or(looked.area.id);
            const bool is_new = known.insert({code.value, area, base::or_empty(block.period), base::or_empty(block.group)}).second;
            if (is_new) numbers.add(block, code);
        }
    }
    return numbers;
}

struct Lists {
    std::vector<Block> blocks;
    std::size_t all{};  // of the dashboard
};

Lists lists_in(const std::vector<Block>& blocks) {
    Lists lists;
    for (const auto& block : blocks) {
        if (block.look != BlockLook::exceptions) continue;
        ++lists.all;
        if (lists.blocks.size() < most_lists) lists.blocks.push_back(block);
    }
    return lists;
}

// Of all indicators that the pictures show.
Block usual_list(const LookedAtDashboard& looked, const std::vector<Block>& numbers) {
    Block all;
    all.look = BlockLook::exceptions;
    if (looked.period) all.period = {base::code_of(*looked.period)};
    all.indicators = Codes{};
    for (const auto& number : numbers) {
        const auto& code = number.indicators->front();
        const auto is_same = [&](const base::Text<1, 64>& known) { return known.value == code.value; };
        if (std::ranges::none_of(*all.indicators, is_same)) all.indicators->push_back(code);
    }
    return all;
}

void take(ExecutiveReport& report, ShownBlock shown) {
    if (shown.exceptions)
        report.exceptions.push_back(std::move(shown));
    else if (!shown.fault && shown.block.look != BlockLook::exceptions)
        report.numbers.push_back({shown.indicators.front(), shown.areas.front(), base::or_empty(shown.block.group)});
}

}  // namespace

ExecutiveReport read_executive(db::Session& db, const Viewing& viewing, const records::Found& found, const DashboardAt& at) {
    const auto& record = found.envelope;
    const auto looked = look_at_dashboard(db, record, at);
    const auto owner = records::cards(db, viewing.viewer, {record.owner_id});
    const auto numbers = numbers_in(db, viewing, looked);
    const auto lists = lists_in(looked.content.blocks);
    ExecutiveReport report{.title = record.title,
                           .title_en = record.title_en,
                           .address = record.address,
                           .owner = owner.empty() ? "" : owner.front().title,
                           .owner_en = owner.empty() ? "" : owner.front().title_en,
                           .area = name_of_place(looked.area, viewing.language),
                           .path = areas::path(db, looked.area.id, viewing.language),
                           .period_title = looked.period ? base::title_of(*looked.period, viewing.language) : "",
                           .numbers = {},
                           .more_numbers = numbers.more,
                           .exceptions = {},
                           .more_lists = lists.all,
                           .blocks = looked.content.blocks.size()};
    auto together = numbers.blocks;
    together.insert(together.end(), lists.blocks.begin(), lists.blocks.end());
    for (auto& shown : show_blocks(db, viewing, looked.area, together)) take(report, std::move(shown));
    report.more_lists -= report.exceptions.size();
    if (report.exceptions.empty() && !numbers.blocks.empty())
        for (auto& shown : show_blocks(db, viewing, looked.area, {usual_list(looked, numbers.blocks)})) take(report, std::move(shown));
    return report;
}

}  // namespace goals
