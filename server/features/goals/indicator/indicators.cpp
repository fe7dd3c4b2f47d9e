#include "goals/indicator/indicators.hpp"

#include "base/json/json.hpp"
#include "goals/counted/counted_queries.hpp"
#include "goals/indicator/indicator_queries.hpp"
#include "journal/journal.hpp"

namespace goals {

static void write_beside(db::Tx& tx, base::PersonId actor, std::string_view action, const records::Envelope& record,
                         const Definition& definition) {
    const auto code = get_indicator(tx, {record.id.value}).code;
    records::set_text(tx, record.id, searchable(definition, code));
    journal::record(tx, actor, action, {record.id, record.version, json::write(definition)});
}

records::Envelope insert_indicator(db::Tx& tx, base::PersonId actor, const NewIndicator& indicator) {
    const auto record = records::insert(tx, actor,
                                        {.kind = std::string(IndicatorTag::kind),
                                         .collection = "indicators",
                                         .address = indicator.code.empty() ? "" : indicator_address(indicator.code),
                                         .owner_id = indicator.owner,
                                         .state = records::State::published,
                                         .description = describe(indicator.definition, indicator.language),
                                         .audience = {records::Visibility::public_, {}, {}}});
    const auto code = indicator.code.empty() ? std::to_string(record.number) : indicator.code;
    insert_traits(tx, {record.id.value}, code, indicator.traits);
    put_definition(tx, {record.id.value}, {.from_year = indicator.from_year, .content = indicator.definition}, actor);
    if (indicator.counter) set_counter(tx, {record.id.value}, *indicator.counter);
    write_beside(tx, actor, "goals.indicator_made", record, indicator.definition);
    return record;
}

records::Envelope redefine(db::Tx& tx, base::PersonId actor, const records::Envelope& before, std::int64_t version,
                           const Redefinition& redefinition) {
    const auto id = redefinition.indicator.id;
    put_definition(tx, id, {.from_year = redefinition.from_year, .content = redefinition.definition, .changed = redefinition.changed},
                   actor);
    // The envelope says what holds now, whichever year was written.
    const auto newest = list_definitions(tx, id).front().content;
    const auto record = records::revise(tx, actor, before.id, version, describe(newest, before.language));
    update_traits(tx, id, redefinition.indicator);
    write_beside(tx, actor, "goals.indicator_changed", record, newest);
    return record;
}

IndicatorId create_plain(db::Tx& tx, std::string_view code, areas::Level level) {
    NewIndicator indicator;
    indicator.code = code;
    indicator.traits.level = level;
    indicator.traits.unit = Unit::thing;
    indicator.definition.title = {std::string(code)};
    indicator.from_year = base::bangkok_date(tx.now()).year;
    return {insert_indicator(tx, {}, indicator).id.value};
}

}  // namespace goals
