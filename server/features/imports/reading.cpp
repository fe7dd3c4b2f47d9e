#include <algorithm>

#include "base/json/json.hpp"
#include "http/problem.hpp"
#include "imports/import_queries.hpp"
#include "imports/work.hpp"

namespace imports {

static constexpr std::size_t steps_a_write = 2'000;

static Reading read_kept(db::Database& database, const Subject& subject, const Order& order, ImportId id) {
    auto lease = database.read();
    const auto content = find_content(*lease, id);
    if (!content) throw http::Problem(410, "import_forgotten");
    return subject.read(*lease, order, *content);
}

// False if it was stopped meanwhile, or another reading took over.
static bool plan(db::Database& database, const Kept& import, std::int64_t turn, std::span<const Step> steps) {
    for (std::size_t done = 0; done < steps.size(); done += steps_a_write) {
        const auto some = steps.subspan(done, std::min(steps.size() - done, steps_a_write));
        const bool mine = database.write([&](db::Tx& tx) {
            if (!is_my_turn(tx, import.id, turn)) return false;
            insert_steps(tx, import.id, import.done + static_cast<std::int64_t>(done), some);
            return true;
        });
        if (!mine) return false;
    }
    return true;
}

static void keep_reading(db::Tx& tx, ImportId id, base::ImportReport report) {
    const auto standing = count_standing(tx, id);
    report.added += standing.added;
    report.changed += standing.changed;
    report.unchanged -= standing.added + standing.changed;
    report.sheets = json::read_own<base::ImportReport>(get_texts(tx, id).report).sheets;
    keep_report(tx, id, std::move(report));
}

Next read_table(db::Database& database, const Subject& subject, const Order& order, const Kept& import) {
    if (is_another_first(*database.read(), import)) return Next::later;
    const auto turn = database.write([&](db::Tx& tx) { return begin_reading(tx, import.id); });
    const auto reading = read_kept(database, subject, order, import.id);
    if (!plan(database, import, turn, reading.steps)) return Next::nothing;
    const auto rows = static_cast<std::int64_t>(reading.steps.size());
    return database.write([&](db::Tx& tx) {
        if (!is_my_turn(tx, import.id, turn)) return Next::nothing;
        keep_reading(tx, import.id, reading.report);
        set_rows(tx, import.id, import.done + rows);
        set_state(tx, import.id, rows > 0 ? State::writing : State::written);
        if (rows == 0) forget_content(tx, import.id);
        return rows > 0 ? Next::more : Next::nothing;
    });
}

}  // namespace imports
