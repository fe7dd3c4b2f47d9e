#include "goals/set/sets.hpp"

#include "base/json/json.hpp"
#include "goals/goals.hpp"
#include "goals/indicator/indicators.hpp"
#include "goals/set/shipped.hpp"
#include "journal/journal.hpp"

namespace goals {

static void write_beside(db::Tx& tx, base::PersonId actor, std::string_view action, const records::Envelope& record,
                         const SetContent& content) {
    records::set_text(tx, record.id, searchable(content));
    journal::record(tx, actor, action, {record.id, record.version, json::write(content)});
}

records::Envelope insert_set(db::Tx& tx, base::PersonId actor, const NewSet& set) {
    const auto record = records::insert(tx, actor,
                                        {.kind = std::string(SetTag::kind),
                                         .collection = "indicators/sets",
                                         .address = set.key.empty() ? "" : "/indicators/sets/" + set.key,
                                         .owner_id = set.owner,
                                         .state = records::State::published,
                                         .description = describe(set.content, set.area, set.language),
                                         .audience = {records::Visibility::public_, {}, {}}});
    const SetId id{record.id.value};
    insert_set(tx, {id, set.key.empty() ? std::to_string(record.number) : set.key, set.base});
    put_set_version(tx, id, {.from_year = set.from_year, .content = set.content}, actor);
    write_beside(tx, actor, set.base ? "goals.set_adopted" : "goals.set_made", record, set.content);
    return record;
}

records::Envelope change_set(db::Tx& tx, base::PersonId actor, const records::Envelope& before, std::int64_t version,
                             const SetVersion& changed) {
    const SetId id{before.id.value};
    put_set_version(tx, id, changed, actor);
    const auto newest = get_set_version(tx, id, {}).content;
    const auto record = records::revise(tx, actor, before.id, version, describe(newest, before.area_id, before.language));
    write_beside(tx, actor, "goals.set_changed", record, newest);
    return record;
}

// ---- what is shipped ----

static void plant(db::Tx& tx, const ShippedSet& shipped) {
    for (const auto& indicator : shipped.indicators) {
        if (find_indicator(tx, indicator.code)) continue;
        insert_indicator(tx, {},
                         {.code = indicator.code,
                          .traits = indicator.traits.value_or(shipped.traits),
                          .definition = completed(indicator.definition, shipped),
                          .from_year = shipped.from_year,
                          .counter = indicator.counter});
    }
    insert_set(tx, {}, {.key = shipped.key, .content = shipped.content, .from_year = shipped.from_year});
}

int plant_sets(db::Database& database) {
    int planted = 0;
    for (const auto& shipped : shipped_sets()) {
        if (find_set(*database.read(), shipped.key)) continue;
        database.write([&](db::Tx& tx) { plant(tx, shipped); });
        ++planted;
    }
    return planted;
}

}  // namespace goals
