#include "imports/import_queries.hpp"

namespace imports {

#define IMPORT "id, subject, entered_by, person_id, file_name, state, problem, begun_at, rows, done, undone, kept"

void insert_import(db::Tx& tx, const Import& one, std::string_view file_hash, const std::string& content) {
    tx.run(
        "INSERT INTO imports_tables (id, subject, entered_by, person_id, file_name, file_hash, state, problem, begun_at, turn,"
        " planned_from, rows, done, undone, kept) VALUES ($1, $2, $3, $4, $5, $6, $7, '', $8, 0, 0, 0, 0, 0, 0)",
        one.id, one.subject, one.entered_by, one.person_id, one.file_name, file_hash, one.state, one.begun_at);
    tx.run("INSERT INTO imports_texts (import_id, content, report, wrong_rows, kept_records) VALUES ($1, $2, '{}', '[]', '[]')", one.id,
           db::Blob{content});
}

std::optional<Kept> find_import(db::Session& db, ImportId id) {
    return db.find<Kept>("SELECT " IMPORT ", turn, planned_from, file_hash FROM imports_tables WHERE id = $1", id);
}

std::vector<Import> list_imports(db::Session& db, base::PersonId person, records::RecordId entered_by) {
    if (entered_by)
        return db.all<Import>(
            "SELECT " IMPORT " FROM imports_tables WHERE entered_by = $1 AND state <> 'looked_at' ORDER BY id DESC LIMIT 20", entered_by);
    return db.all<Import>("SELECT " IMPORT " FROM imports_tables WHERE person_id = $1 AND state <> 'looked_at' ORDER BY id DESC LIMIT 20",
                          person);
}

bool stands_at(db::Session& db, const Kept& import) {
    return db
        .find<std::int64_t>("SELECT done FROM imports_tables WHERE id = $1 AND state = $2 AND done = $3 AND turn = $4", import.id,
                            import.state, import.done, import.turn)
        .has_value();
}

bool is_another_first(db::Session& db, const Import& import) {
    return db
        .find<std::int64_t>(
            "SELECT id FROM imports_tables WHERE entered_by = $1 AND subject = $2 AND id <> $3"
            " AND (state IN ('writing', 'undoing') OR (state = 'reading' AND id < $3)) LIMIT 1",
            import.entered_by, import.subject, import.id)
        .has_value();
}

void set_state(db::Tx& tx, ImportId id, State state, std::string_view problem) {
    tx.run("UPDATE imports_tables SET state = $2, problem = $3 WHERE id = $1", id, state, problem);
}

void set_done(db::Tx& tx, ImportId id, std::int64_t done) {
    tx.run("UPDATE imports_tables SET done = $2 WHERE id = $1", id, done);
}

void add_undone(db::Tx& tx, ImportId id, std::int64_t undone, std::int64_t kept) {
    tx.run("UPDATE imports_tables SET undone = undone + $2, kept = kept + $3 WHERE id = $1", id, undone, kept);
}

std::optional<std::string> find_content(db::Session& db, ImportId id) {
    auto content = db.find<db::Blob>("SELECT content FROM imports_texts WHERE import_id = $1 AND content IS NOT NULL", id);
    return content ? std::optional(std::move(content->bytes)) : std::nullopt;
}

void forget_content(db::Tx& tx, ImportId id) {
    tx.run("UPDATE imports_texts SET content = NULL WHERE import_id = $1", id);
}

Texts get_texts(db::Session& db, ImportId id) {
    return db.one<Texts>("SELECT report, wrong_rows, kept_records FROM imports_texts WHERE import_id = $1", id);
}

void set_texts(db::Tx& tx, ImportId id, const Texts& texts) {
    tx.run("UPDATE imports_texts SET report = $2, wrong_rows = $3, kept_records = $4 WHERE import_id = $1", id, texts.report,
           texts.wrong_rows, texts.kept_records);
}

std::int64_t begin_reading(db::Tx& tx, ImportId id) {
    tx.run("DELETE FROM imports_steps WHERE import_id = $1 AND step >= (SELECT done FROM imports_tables WHERE id = $1)", id);
    return tx.one<std::int64_t>("UPDATE imports_tables SET turn = turn + 1, planned_from = done WHERE id = $1 RETURNING turn", id);
}

bool is_my_turn(db::Session& db, ImportId id, std::int64_t turn) {
    return db.find<std::int64_t>("SELECT turn FROM imports_tables WHERE id = $1 AND turn = $2 AND state = 'reading'", id, turn).has_value();
}

void insert_steps(db::Tx& tx, ImportId id, std::int64_t first, std::span<const Step> steps) {
    for (const auto& step : steps)
        tx.run("INSERT INTO imports_steps (import_id, step, line, effect, plan, made) VALUES ($1, $2, $3, $4, $5, 0)", id, first++,
               step.line, step.effect, step.plan);
}

void set_rows(db::Tx& tx, ImportId id, std::int64_t rows) {
    tx.run("UPDATE imports_tables SET rows = $2 WHERE id = $1", id, rows);
}

Standing count_standing(db::Session& db, ImportId id) {
    return db.one<Standing>(
        "SELECT count(*) FILTER (WHERE effect = 'adds') AS added, count(*) FILTER (WHERE effect = 'changes') AS changed"
        " FROM imports_steps WHERE import_id = $1 AND did IS NOT NULL",
        id);
}

std::vector<PlannedStep> list_planned(db::Session& db, ImportId id, std::int64_t from, std::int64_t limit) {
    return db.all<PlannedStep>(
        "SELECT step, line, effect, plan FROM imports_steps WHERE import_id = $1 AND step >= $2 ORDER BY step LIMIT $3", id, from, limit);
}

void set_written(db::Tx& tx, ImportId id, std::int64_t step, const Written& written) {
    tx.run("UPDATE imports_steps SET plan = '', made = $3, did = $4 WHERE import_id = $1 AND step = $2", id, step, written.made,
           written.did);
}

std::int64_t find_made(db::Session& db, ImportId id, std::int64_t step) {
    return db.find<std::int64_t>("SELECT made FROM imports_steps WHERE import_id = $1 AND step = $2", id, step).value_or(0);
}

std::vector<DoneStep> list_done(db::Session& db, ImportId id, std::int64_t before, std::int64_t limit) {
    return db.all<DoneStep>("SELECT step, did FROM imports_steps WHERE import_id = $1 AND step < $2 ORDER BY step DESC LIMIT $3", id,
                            before, limit);
}

void delete_steps_from(db::Tx& tx, ImportId id, std::int64_t step) {
    tx.run("DELETE FROM imports_steps WHERE import_id = $1 AND step >= $2", id, step);
}

void delete_old(db::Tx& tx, base::Instant begun, base::Instant looked_at) {
    tx.run("DELETE FROM imports_tables WHERE begun_at < $1 OR (begun_at < $2 AND state = 'looked_at')", begun, looked_at);
    tx.run(
        "UPDATE imports_texts SET content = NULL WHERE content IS NOT NULL AND import_id IN"
        " (SELECT id FROM imports_tables WHERE begun_at < $1)",
        looked_at);
}

}  // namespace imports
