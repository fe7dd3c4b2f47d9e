#include "goals/dashboard/dashboard.hpp"

#include "base/enum_names.hpp"
#include "base/first_words.hpp"
#include "base/reporting_period.hpp"

namespace goals {

static constexpr std::size_t most_blocks = 30;
static constexpr std::size_t most_lines = 6;       // that can be told apart in one picture
static constexpr std::size_t most_rows = 20;       // of a table
static constexpr std::size_t most_together = 300;  // periods of indicators on one page
static constexpr std::size_t usual_periods = 8;
static constexpr std::size_t usual_lines = 10;

static bool is_of_a_set(const Block& block) {
    return block.look == BlockLook::exceptions && !base::or_empty(block.set).empty();
}

static std::size_t indicators_in(const Block& block) {
    if (is_of_a_set(block)) return most_of_a_set;
    return block.indicators ? block.indicators->size() : 0;
}

BlockBy by_of(const Block& block) {
    return block.by.value_or(BlockBy::areas);
}

bool is_of_many_areas(const Block& block) {
    if (block.look == BlockLook::bars) return true;
    const bool may_be = block.look == BlockLook::multiples || block.look == BlockLook::table || block.look == BlockLook::exceptions;
    return may_be && by_of(block) == BlockBy::areas;
}

bool shows_figures(const Block& block) {
    return block.look != BlockLook::ladder && block.look != BlockLook::text;
}

std::size_t lines_in(const Block& block) {
    return block.lines ? static_cast<std::size_t>(block.lines->value) : usual_lines;
}

std::size_t periods_in(const Block& block) {
    if (block.look == BlockLook::number || block.look == BlockLook::exceptions) return 2;  // with the one before, to say which way it goes
    if (block.look == BlockLook::bars) return 1;
    if (block.look == BlockLook::table && by_of(block) == BlockBy::areas) return 1;
    return block.newest ? static_cast<std::size_t>(block.newest->value) : usual_periods;
}

// ---- what is typed ----

static std::size_t most_indicators(const Block& block) {
    switch (block.look) {
        case BlockLook::number:
        case BlockLook::bars:
            return 1;
        case BlockLook::trend:
            return most_lines;
        case BlockLook::multiples:
            return by_of(block) == BlockBy::areas ? 1 : most_rows;
        case BlockLook::table:
            return most_rows;
        case BlockLook::exceptions:
            return is_of_a_set(block) ? most_of_a_set : most_rows;
        default:
            return 0;
    }
}

static void check_period(const Block& block, const std::string& at, json::Errors& errors) {
    if (base::or_empty(block.period).empty()) return;
    const auto read = base::read_reporting_period(block.period->value);
    if (const auto* fault = std::get_if<base::PeriodFault>(&read)) errors.add(at + "/period", base::name_of(*fault));
}

static void check_block(const Block& block, const std::string& at, json::Errors& errors) {
    if (block.look == BlockLook::ladder && !block.goal.value_or(records::RecordId{})) errors.add(at + "/goal", "required");
    if (block.look == BlockLook::text && base::or_empty(block.text).empty()) errors.add(at + "/text", "required");
    if (!shows_figures(block)) return;
    const auto most = most_indicators(block);
    if (indicators_in(block) == 0) errors.add(at + "/indicators", "required");
    if (indicators_in(block) > most) errors.add(at + "/indicators", "too_many_values", {{"max", static_cast<std::int64_t>(most)}});
    check_period(block, at, errors);
}

void check_blocks(const std::vector<Block>& blocks, json::Errors& errors) {
    if (blocks.size() > most_blocks) {
        errors.add("/blocks", "too_many_values", {{"max", std::int64_t{most_blocks}}});
        return;
    }
    std::size_t together = 0;
    bool has_a_set = false;
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        const auto at = "/blocks/" + std::to_string(i);
        check_block(blocks[i], at, errors);
        if (has_a_set && is_of_a_set(blocks[i])) errors.add(at + "/set", "one_whole_set");
        has_a_set = has_a_set || is_of_a_set(blocks[i]);
        if (shows_figures(blocks[i])) together += indicators_in(blocks[i]) * periods_in(blocks[i]);
    }
    if (together > most_together) errors.add("/blocks", "too_many_numbers", {{"max", std::int64_t{most_together}}});
}

void check(const DashboardContent& content, json::Errors& errors) {
    check_blocks(content.blocks, errors);
}

// ---- for lists and search ----

records::Description describe(const DashboardContent& content, base::Language language) {
    return {.title = content.title.value,
            .title_en = base::or_empty(content.title_en),
            .summary = base::first_words(base::or_empty(content.purpose)),
            .area_id = content.area,
            .language = language};
}

std::string searchable(const DashboardContent& content) {
    auto text = base::or_empty(content.purpose);
    for (const auto& block : content.blocks) {
        for (const auto& words : {base::or_empty(block.title), base::or_empty(block.text)})
            if (!words.empty()) text.append("\n").append(words);
    }
    return text;
}

}  // namespace goals
