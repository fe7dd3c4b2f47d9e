#pragma once

#include "db/db.hpp"
#include "goals/indicator/definition.hpp"

namespace goals {

// By the code as read_code gives it.
std::optional<Indicator> find_indicator(db::Session& db, std::string_view code);
Indicator get_indicator(db::Session& db, IndicatorId id);

// An indicator that nobody has described yet: the plain sum of what areas of the level report, for everybody to read. For imports, whose
// files name what is not here; throws db::Conflict when the code is taken.
IndicatorId create_plain(db::Tx& tx, std::string_view code, areas::Level level);

// ---- of this folder ----

void insert_traits(db::Tx& tx, IndicatorId id, std::string_view code, const Traits& traits);
void update_traits(db::Tx& tx, IndicatorId id, const Traits& traits);

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
// In the place of the one of the same year, or as a new one.
void put_definition(db::Tx& tx, IndicatorId id, const DefinitionVersion& version, base::PersonId actor);

}  // namespace goals
