#pragma once

#include "db/db.hpp"
#include "goals/set/set.hpp"

namespace goals {

struct SetRow {
    SetId id;
    std::string key;
    SetId base_id;  // 0: a set of its own
};
BOOST_DESCRIBE_STRUCT(SetRow, (), (id, key, base_id))

std::optional<SetRow> find_set(db::Session& db, std::string_view key);
SetRow get_set(db::Session& db, SetId id);
void insert_set(db::Tx& tx, const SetRow& row);

// What is in it from a year on.
struct SetVersion {
    int from_year{};  // CE
    SetContent content{};
    std::string changed{};
    base::PersonId written_by{};
    base::Instant written_at{};
};
// The newest first.
std::vector<SetVersion> list_set_versions(db::Session& db, SetId id);
// The one that holds in a year: the newest without one, the first for a year before all.
SetVersion get_set_version(db::Session& db, SetId id, std::optional<int> year);
// In the place of the one of the same year, or as a new one. Its codes are here.
void put_set_version(db::Tx& tx, SetId id, const SetVersion& version, base::PersonId actor);
// Those of the codes that no indicator has.
std::vector<std::string> unknown_codes(db::Session& db, const std::set<std::string>& codes);

// A set as lists show it.
struct SetLine {
    records::RecordId id;
    std::string key;
    std::string title;
    std::string title_en;
    std::string summary;
    std::string address;
    base::AreaId area_id;
    std::string owner_title;  // empty for what is shipped
    std::string base_title;   // of the set that it comes from
    std::string base_title_en;
    std::string base_address;
    std::int64_t indicators{};  // that it names itself
};
BOOST_DESCRIBE_STRUCT(SetLine, (),
                      (id, key, title, title_en, summary, address, area_id, owner_title, base_title, base_title_en, base_address,
                       indicators))
// Published ones that the viewer may read: those of their own first, then those that areas made of them.
std::vector<SetLine> list_sets(db::Session& db, base::PersonId viewer);
std::vector<SetLine> list_sets_from(db::Session& db, base::PersonId viewer, SetId base);
// Those that name the indicator in any of their years.
std::vector<SetLine> list_sets_with(db::Session& db, base::PersonId viewer, IndicatorId indicator);

}  // namespace goals
