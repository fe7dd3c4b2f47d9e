#pragma once

#include "goals/dashboard/dashboard.hpp"
#include "goals/exceptions/exceptions.hpp"
#include "goals/ladder/ladder.hpp"
#include "goals/situation/situation.hpp"

// All numbers of a dashboard at once: what its reader may see of them, hidden where they would tell of one to four people.
namespace goals {

// Why a block has no picture. What its reader may not see is as if it were not there.
enum class BlockFault : std::uint8_t { no_such_indicator, no_such_goal, no_such_area, no_such_set };
BOOST_DESCRIBE_ENUM(BlockFault, no_such_indicator, no_such_goal, no_such_area, no_such_set)

struct BlockPeriod {
    std::string period;  // as it is written
    std::string title;
};
BOOST_DESCRIBE_STRUCT(BlockPeriod, (), (period, title))

struct BlockCell {
    Found found{};
    std::optional<base::Decimal> value;
    std::int64_t reported{};
    std::optional<std::int64_t> expected;
    bool entered{};  // by the area itself
};
BOOST_DESCRIBE_STRUCT(BlockCell, (), (found, value, reported, expected, entered))

// One area over the periods of its indicator.
struct BlockRow {
    std::vector<BlockCell> cells;
};
BOOST_DESCRIBE_STRUCT(BlockRow, (), (cells))

struct BlockIndicator {
    std::string code;
    std::string title;
    std::string title_en;
    Traits traits;
    std::optional<AimedAt> aim;        // of the area itself, in the last of the periods; its gap is that of this area
    std::optional<Turn> turn;          // of the last two periods of the area itself
    std::vector<BlockPeriod> periods;  // the oldest first; none where nobody has reported
    std::vector<BlockRow> rows;        // in the order of the areas
};
BOOST_DESCRIBE_STRUCT(BlockIndicator, (), (code, title, title_en, traits, aim, turn, periods, rows))

struct GoalName {
    std::string title;
    std::string title_en;
    std::string address;
};
BOOST_DESCRIBE_STRUCT(GoalName, (), (title, title_en, address))

// A block with its numbers.
struct ShownBlock {
    Block block;
    std::optional<BlockFault> fault;
    std::vector<PlaceName> areas;            // the area itself first, and then what lies right under it, where the block tells of many
    std::vector<BlockIndicator> indicators;  // of exceptions without periods: what they tell stands in their lines
    std::optional<GoalName> goal;
    std::optional<Ladder> ladder;
    std::optional<SetName> set;
    std::optional<ExceptionList> exceptions;
};
BOOST_DESCRIBE_STRUCT(ShownBlock, (), (block, fault, areas, indicators, goal, ladder, set, exceptions))

// `area`: that of the blocks that have none of their own.
std::vector<ShownBlock> show_blocks(db::Session& db, const Viewing& viewing, const areas::Area& area, const std::vector<Block>& blocks);

}  // namespace goals
