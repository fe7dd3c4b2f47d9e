#pragma once

#include <vector>

#include "base/person.hpp"
#include "db/db.hpp"
#include "goals/count/tally.hpp"
#include "goals/rollup/series.hpp"
#include "goals/set/set.hpp"

namespace goals {

struct CountTag {
    static constexpr std::string_view kind = "hand_count";
};
using CountId = base::Id<CountTag>;

struct CountRow {
    CountId id;
    SetId set_id;  // 0: indicators of their own
    int year{};    // CE
    std::int64_t present{};
    std::vector<std::string> groups{};  // in which the hall sits apart; none: all together
    std::string led_by{};
    std::int64_t on{};  // the indicator that is being read aloud
    std::int64_t revision{};
    std::optional<base::Instant> closed_at{};

    [[nodiscard]] bool is_open() const { return !closed_at; }
    // Where nobody sits apart all of them are one group without a name.
    [[nodiscard]] std::size_t cells_a_level() const { return groups.empty() ? 1 : groups.size(); }
    [[nodiscard]] base::ReportingPeriod period() const;
};

struct ItemRow {
    std::int64_t position{};
    IndicatorId indicator_id;
    std::string name;  // what the set calls it; empty: as the indicator itself
    Way way{};
    bool closed{};
};
BOOST_DESCRIBE_STRUCT(ItemRow, (), (position, indicator_id, name, way, closed))

// One number that somebody counted.
struct CellRow {
    std::int64_t position{};
    std::int64_t group_at{};
    std::int64_t level{};
    std::int64_t hands{};
    base::PersonId written_by;
    base::Instant written_at;
};
BOOST_DESCRIBE_STRUCT(CellRow, (), (position, group_at, level, hands, written_by, written_at))

struct ClosingRow {
    base::PersonId closed_by;
    base::Instant closed_at;
};
BOOST_DESCRIBE_STRUCT(ClosingRow, (), (closed_by, closed_at))

void insert_count(db::Tx& tx, const CountRow& count, const std::vector<ItemRow>& items);
std::optional<CountRow> find_count(db::Session& db, CountId id);
CountRow get_count(db::Session& db, CountId id);
std::vector<ItemRow> list_items(db::Session& db, CountId id);
std::vector<CellRow> list_cells(db::Session& db, CountId id);
// What came late and differs from what stands.
std::vector<CellRow> list_late_cells(db::Session& db, CountId id);
std::vector<ClosingRow> list_closings(db::Session& db, CountId id);

// Each of these is heard by all who listen.
// `written_at` is when it was counted. One that was counted before what stands there does not go over it: it is kept beside, and shown.
void put_cell(db::Tx& tx, CountId id, const CellRow& cell);
void set_item(db::Tx& tx, CountId id, const ItemRow& item);
void set_present(db::Tx& tx, CountId id, std::int64_t present);
void set_on(db::Tx& tx, CountId id, std::int64_t position);
void insert_closing(db::Tx& tx, CountId id, EntryId entry, base::PersonId actor);
void reopen_count(db::Tx& tx, CountId id);

// Where the numbers of an earlier closing still stand.
std::vector<SeriesId> list_written_series(db::Session& db, CountId id, base::AreaId area);

// A count as lists show it.
struct CountLine {
    records::RecordId id;
    std::string address;
    std::string title;
    std::string title_en;
    base::AreaId area_id;
    base::Date happened_on;
    int year{};
    std::int64_t present{};
    bool is_open{};
};
BOOST_DESCRIBE_STRUCT(CountLine, (), (id, address, title, title_en, area_id, happened_on, year, present, is_open))
// Published ones that the viewer may read, the newest first.
std::vector<CountLine> list_counts_of(db::Session& db, base::PersonId viewer, IndicatorId indicator);

}  // namespace goals
