#pragma once

#include "base/reporting_period.hpp"
#include "db/db.hpp"
#include "goals/indicator/definition.hpp"

namespace goals {

// By the code as read_code gives it.
std::optional<Indicator> find_indicator(db::Session& db, std::string_view code);
Indicator get_indicator(db::Session& db, IndicatorId id);

// An indicator that nobody has described yet: the plain sum of what areas of the level report, for everybody to read. For imports, whose
// files name what is not here; throws db::Conflict when the code is taken.
IndicatorId create_plain(db::Tx& tx, std::string_view code, areas::Level level);

// ---- of this feature ----

// Which indicators a list shows; what is left empty does not narrow it.
struct IndicatorWish {
    std::optional<base::Text<0, 200>> text;  // in the title, the code, or anything that is said of it
    std::optional<areas::Level> level;
    std::optional<Unit> unit;
    std::optional<records::RecordId> owner;
    std::optional<records::RecordId> after;
    std::optional<base::Whole<1, 200>> limit;
};
BOOST_DESCRIBE_STRUCT(IndicatorWish, (), (text, level, unit, owner, after, limit))

struct IndicatorCard {
    records::RecordId id;
    std::string code;
    std::string title;
    std::string title_en;
    std::string summary;
    std::string address;
    std::string owner_title;  // empty for what is shipped
    areas::Level level{};
    Unit unit{};
    std::string unit_name;
    Direction direction{};
    Calculation calculation{};
};
BOOST_DESCRIBE_STRUCT(IndicatorCard, (),
                      (id, code, title, title_en, summary, address, owner_title, level, unit, unit_name, direction, calculation))
// Published ones that the viewer may read, in the order of a dictionary; one more than the limit where there is more.
std::vector<IndicatorCard> list_indicators(db::Session& db, base::PersonId viewer, const IndicatorWish& wish);
// Of these codes, as far as they are here and the viewer may read them.
std::vector<IndicatorCard> list_indicators_of(db::Session& db, base::PersonId viewer, const std::vector<std::string>& codes);

void insert_traits(db::Tx& tx, IndicatorId id, std::string_view code, const Traits& traits);
void update_traits(db::Tx& tx, IndicatorId id, const Traits& traits);
// Whether anybody has reported numbers of it.
bool has_values(db::Session& db, IndicatorId id);
// The last time for which any count, in total; what only waits for its approval is no news.
std::optional<base::ReportingPeriod> find_latest_period(db::Session& db, IndicatorId id);

// A definition with the year from which it holds.
struct DefinitionVersion {
    int from_year{};  // CE
    Definition content{};
    std::string changed{};  // what is new in it, and why
    base::PersonId written_by{};
    base::Instant written_at{};
};
// The newest first.
std::vector<DefinitionVersion> list_definitions(db::Session& db, IndicatorId id);
// What holds in a year; before all of them the first.
std::optional<Definition> find_definition(db::Session& db, IndicatorId id, int year);
// In the place of the one of the same year, or as a new one.
void put_definition(db::Tx& tx, IndicatorId id, const DefinitionVersion& version, base::PersonId actor);

}  // namespace goals
