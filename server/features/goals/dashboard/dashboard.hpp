#pragma once

#include <optional>
#include <vector>

#include "goals/indicator/indicator.hpp"
#include "records/records.hpp"

// A page of numbers that somebody put together for a meeting, an office or a reader. Pure.
namespace goals {

struct DashboardTag {
    static constexpr std::string_view kind = "dashboard";
};
using DashboardId = base::Id<DashboardTag>;

// number: one, big. trend: lines over periods. bars: the areas inside an area. multiples: small lines, of one indicator over these areas,
// or of many indicators. ladder: of a goal. table: of areas or of periods. exceptions: a list of what to look into, of the areas inside an
// area or of the indicators of the area itself.
enum class BlockLook : std::uint8_t { number, trend, bars, multiples, ladder, table, text, exceptions };
BOOST_DESCRIBE_ENUM(BlockLook, number, trend, bars, multiples, ladder, table, text, exceptions)

enum class BlockWidth : std::uint8_t { half, full };
BOOST_DESCRIBE_ENUM(BlockWidth, half, full)

// What stands beside each other in small multiples and tables (areas or periods), and under each other in exceptions (areas or indicators).
enum class BlockBy : std::uint8_t { areas, periods, indicators };
BOOST_DESCRIBE_ENUM(BlockBy, areas, periods, indicators)

struct Block {
    BlockLook look{};
    BlockWidth width{};
    std::optional<base::Text<0, 200>> title;                   // in place of what its numbers are called
    std::optional<std::vector<base::Text<1, 64>>> indicators;  // codes
    std::optional<base::AreaId> area;                          // none: that of the dashboard, which its reader may change
    std::optional<base::Text<0, 40>> period;                   // the last one, as base::read_reporting_period reads it; none: the newest
    std::optional<base::Whole<1, 24>> newest;                  // how many periods up to it; 8
    std::optional<base::Text<0, 300>> group;                   // of a breakdown; none: the total
    std::optional<BlockBy> by;                                 // of multiples, tables and exceptions; areas
    std::optional<base::Text<0, 64>> set;                      // of exceptions, in place of indicators: the key of a set
    std::optional<base::Whole<1, 20>> lines;                   // of exceptions, at most; 10
    std::optional<records::RecordId> goal;                     // of a ladder
    std::optional<base::Text<0, 5000>> text;                   // Markdown
};
BOOST_DESCRIBE_STRUCT(Block, (), (look, width, title, indicators, area, period, newest, group, by, set, lines, goal, text))

struct DashboardContent {
    base::Line title;
    std::optional<base::Text<0, 300>> title_en;
    std::optional<base::Text<0, 1000>> purpose;  // for whom, and what it is looked at for
    base::AreaId area;                           // what it shows until its reader chooses another one
    std::vector<Block> blocks;
};
BOOST_DESCRIBE_STRUCT(DashboardContent, (), (title, title_en, purpose, area, blocks))
// Each block has what its picture needs, one at most looks through a whole set, and all together ask for no more than a page can show.
void check(const DashboardContent& content, json::Errors& errors);
void check_blocks(const std::vector<Block>& blocks, json::Errors& errors);

// How many periods of each indicator it shows.
std::size_t periods_in(const Block& block);
BlockBy by_of(const Block& block);
// Besides the area itself, what lies right under it.
bool is_of_many_areas(const Block& block);
// It has numbers, of an area in a period.
bool shows_figures(const Block& block);
// So many indicators of a set are looked through.
inline constexpr std::size_t most_of_a_set = 40;
std::size_t lines_in(const Block& block);

records::Description describe(const DashboardContent& content, base::Language language);
// Every word that somebody typed, for search.
std::string searchable(const DashboardContent& content);

}  // namespace goals
