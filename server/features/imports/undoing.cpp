#include "base/json/json.hpp"
#include "imports/import_queries.hpp"
#include "imports/work.hpp"
#include "journal/journal.hpp"

namespace imports {

namespace {

constexpr std::size_t most_named = 100;

struct TakenBackEvent {
    ImportId import_id;
    std::int64_t undone{}, kept{};
};
BOOST_DESCRIBE_STRUCT(TakenBackEvent, (), (import_id, undone, kept))

void name_kept(db::Tx& tx, ImportId id, std::vector<KeptRecord> kept) {
    if (kept.empty()) return;
    auto texts = get_texts(tx, id);
    auto named = json::read_own<std::vector<KeptRecord>>(texts.kept_records);
    for (auto& record : kept)
        if (named.size() < most_named) named.push_back(std::move(record));
    texts.kept_records = json::write(named);
    set_texts(tx, id, texts);
}

void take_back(db::Tx& tx, const Subject& subject, const Order& order, ImportId id, const std::vector<DoneStep>& steps) {
    std::int64_t undone = 0, kept = 0;
    std::vector<KeptRecord> kept_records;
    for (const auto& step : steps) {
        if (!step.did) continue;  // was left out
        auto taken = subject.take_back(tx, order, *step.did);
        ++(taken.code.empty() ? undone : kept);
        if (!taken.code.empty()) kept_records.push_back({std::move(taken.title), std::move(taken.address), std::move(taken.code)});
    }
    add_undone(tx, id, undone, kept);
    name_kept(tx, id, std::move(kept_records));
}

}  // namespace

Next undo_some(db::Database& database, const Subject& subject, const Order& order, const Kept& import) {
    const auto steps = list_done(*database.read(), import.id, import.done, subject.rows_a_write);
    return database.write([&](db::Tx& tx) {
        if (!stands_at(tx, import)) return Next::nothing;
        const auto first = steps.empty() ? 0 : steps.back().step;
        take_back(tx, subject, order, import.id, steps);
        delete_steps_from(tx, import.id, first);
        set_done(tx, import.id, first);
        if (first > 0) return Next::more;
        set_state(tx, import.id, State::undone);
        forget_content(tx, import.id);
        const auto whole = *find_import(tx, import.id);
        journal::record(tx, order.viewer.person, "imports.taken_back",
                        {import.entered_by, 0, json::write(TakenBackEvent{whole.id, whole.undone, whole.kept})});
        return Next::nothing;
    });
}

}  // namespace imports
