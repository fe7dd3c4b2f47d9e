#include "goals/executive/executive.hpp"

#include <algorithm>
#include <set>
#include <tuple>

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

// Each indicator that the pictures show, once for an area, a period and a group: over the last periods of its area.
Numbers numbers_in(const std::vector<Block>& blocks) {
    std::set<std::tuple<std::string, base::AreaId, std::string, std::string>> known;
    Numbers numbers;
    for (const auto& block : blocks) {
        if (!shows_figures(block) || block.look == BlockLook::exceptions) continue;
        for (const auto& code : block.indicators.value_or(Codes{})) {
            // The country is area 0, and so is none: then it is that of the dashboard.
            const auto area = block.area ? base::AreaId{block.area->value + 1} : base::AreaId{};
            const bool is_new = known.insert({code.value, area, base::or_empty(block.period), base::or_empty(block.group)}).second;
            if (is_new) numbers.add(block, code);
        }
    }
    return numbers;
}

std::vector<Block> lists_in(const LookedAtDashboard& looked, const std::vector<Block>& numbers) {
    std::vector<Block> lists;
    for (const auto& block : looked.content.blocks)
        if (block.look == BlockLook::exceptions && lists.size() < most_lists) lists.push_back(block);
    if (!lists.empty() || numbers.empty()) return lists;
    Block all;
    all.look = BlockLook::exceptions;
    if (looked.period) all.period = {base::code_of(*looked.period)};
    all.indicators = Codes{};
    for (const auto& number : numbers) {
        const auto& code = number.indicators->front();
        const auto is_same = [&](const base::Text<1, 64>& known) { return known.value == code.value; };
        if (std::ranges::none_of(*all.indicators, is_same)) all.indicators->push_back(code);
    }
    lists.push_back(std::move(all));
    return lists;
}

}  // namespace

ExecutiveReport read_executive(db::Session& db, const Viewing& viewing, const records::Found& found, const DashboardAt& at) {
    const auto& record = found.envelope;
    const auto looked = look_at_dashboard(db, record, at);
    const auto owner = records::cards(db, viewing.viewer, {record.owner_id});
    const auto numbers = numbers_in(looked.content.blocks);
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
                           .exceptions = show_blocks(db, viewing, looked.area, lists_in(looked, numbers.blocks))};
    for (auto& shown : show_blocks(db, viewing, looked.area, numbers.blocks))
        if (!shown.fault) report.numbers.push_back({shown.indicators.front(), shown.areas.front(), base::or_empty(shown.block.group)});
    std::erase_if(report.exceptions, [](const ShownBlock& shown) { return !shown.exceptions; });
    return report;
}

}  // namespace goals
