#include "people/tables/imports.hpp"
#include "people/tables/steps.hpp"

namespace people {

void insert_import(db::Tx& tx, const TableImport& one) {
    constexpr std::int64_t thirty_days = std::int64_t{30} * 24 * 60 * 60 * 1000;
    const auto old = one.begun_at.ms - thirty_days;
    tx.run("DELETE FROM people_import_steps WHERE import_id IN (SELECT id FROM people_imports WHERE begun_at < $1)", old);
    tx.run("DELETE FROM people_imports WHERE begun_at < $1", old);
    tx.run(
        "INSERT INTO people_imports (id, entered_by, person_id, subject, file_name, begun_at, rows, done)"
        " VALUES ($1, $2, $3, $4, $5, $6, $7, 0)",
        one.id, one.entered_by, one.person_id, one.subject, one.file_name, one.begun_at, one.rows);
}

void insert_step(db::Tx& tx, ImportId import, const ImportStep& one) {
    tx.run(
        "INSERT INTO people_import_steps (import_id, step, record_id, version, before, membership, membership_before)"
        " VALUES ($1, $2, $3, $4, $5, $6, $7)",
        import, one.step, one.record_id, one.version, one.before, one.membership, one.membership_before);
}

void set_done(db::Tx& tx, ImportId import, std::int64_t done) {
    tx.run("UPDATE people_imports SET done = $2 WHERE id = $1", import, done);
}

void set_undone(db::Tx& tx, ImportId import) {
    tx.run("UPDATE people_imports SET undone_at = $2 WHERE id = $1", import, tx.now());
}

#define IMPORT "id, entered_by, person_id, subject, file_name, begun_at, rows, done, undone_at"

std::optional<TableImport> find_import(db::Session& db, ImportId id) {
    return db.find<TableImport>("SELECT " IMPORT " FROM people_imports WHERE id = $1", id);
}

std::vector<TableImport> list_imports(db::Session& db, records::RecordId entered_by) {
    return db.all<TableImport>("SELECT " IMPORT " FROM people_imports WHERE entered_by = $1 ORDER BY id DESC LIMIT 10", entered_by);
}

std::vector<ImportStep> list_last_steps(db::Session& db, ImportId import, std::int64_t limit) {
    return db.all<ImportStep>(
        "SELECT step, record_id, version, before, membership, membership_before FROM people_import_steps"
        " WHERE import_id = $1 ORDER BY step DESC LIMIT $2",
        import, limit);
}

void delete_steps_from(db::Tx& tx, ImportId import, std::int64_t step) {
    tx.run("DELETE FROM people_import_steps WHERE import_id = $1 AND step >= $2", import, step);
}

bool is_stood_on(db::Session& db, records::RecordId id) {
    return db.one<std::int64_t>(
               "SELECT (SELECT count(*) FROM people_memberships WHERE organisation_id = $1 OR person_id = $1)"
               " + (SELECT count(*) FROM auth_v_invitations WHERE person_id = $1)"
               " + (SELECT count(*) FROM people_organisations o JOIN records_v_records r ON r.id = o.id"
               " WHERE o.parent_id = $1 AND r.state <> 'deleted')"
               " + (SELECT count(*) FROM records_v_records WHERE (owner_id = $1 OR within_id = $1 OR created_by = $1) AND id <> $1"
               " AND state <> 'deleted')",
               id) > 0;
}

void free_code(db::Tx& tx, records::RecordId id) {
    tx.run("UPDATE people_organisations SET code = NULL WHERE id = $1", id);
}

}  // namespace people
