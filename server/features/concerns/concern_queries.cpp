#include "concerns/concern_queries.hpp"

#include "db/db.hpp"

namespace concerns {

using records::RecordId;

#define CONCERN "SELECT id, record_id, comment_id, file_id, state, note, version FROM concerns_concerns"

std::optional<Concern> find_concern(db::Session& db, const Subject& subject) {
    return db.find<Concern>(CONCERN " WHERE record_id = $1 AND comment_id = $2 AND file_id = $3", subject.record, subject.comment,
                            subject.file);
}

std::optional<Concern> find_concern(db::Session& db, RecordId record, ConcernId id) {
    return db.find<Concern>(CONCERN " WHERE record_id = $1 AND id = $2", record, id);
}

std::int64_t count_open_of_guests(db::Session& db, RecordId record) {
    return db.one<std::int64_t>(
        "SELECT count(*) FROM concerns_concerns c JOIN concerns_reports p ON p.concern_id = c.id"
        " WHERE c.record_id = $1 AND c.state = 'open' AND p.network <> ''",
        record);
}

Concern insert_concern(db::Tx& tx, const Subject& subject) {
    const auto id = tx.new_id<ConcernId>();
    tx.run(
        "INSERT INTO concerns_concerns (id, record_id, comment_id, file_id, state, note, opened_at, decided_by, decided_at, version)"
        " VALUES ($1, $2, $3, $4, 'open', '', $5, 0, 0, 1)",
        id, subject.record, subject.comment, subject.file, tx.now());
    return {id, subject.record, subject.comment, subject.file, State::open, {}, 1};
}

std::int64_t insert_report(db::Tx& tx, ConcernId concern, const Report& report) {
    return tx.run(
        "INSERT INTO concerns_reports (id, concern_id, person_id, network, reason, words, at) VALUES ($1, $2, $3, $4, $5, $6, $7)"
        " ON CONFLICT DO NOTHING",
        tx.new_id<base::Id<ConcernTag>>(), concern, report.person, report.network, report.reason, report.words, tx.now());
}

void open_again(db::Tx& tx, const Concern& concern) {
    tx.run("UPDATE concerns_concerns SET state = 'open', opened_at = $2, version = version + 1 WHERE id = $1", concern.id, tx.now());
}

std::int64_t update_decided(db::Tx& tx, const Concern& concern, const Decision& decision) {
    tx.run("UPDATE concerns_reports SET network = '' WHERE concern_id = $1 AND network <> ''", concern.id);
    return tx.run(
        "UPDATE concerns_concerns SET state = $3, note = $4, decided_by = $5, decided_at = $6, version = version + 1"
        " WHERE id = $1 AND version = $2",
        concern.id, concern.version, decision.state, decision.note, decision.moderator, tx.now());
}

#define LISTED                                                                                                                      \
    "SELECT c.id, c.record_id, r.title AS record_title, r.address AS record_address, c.comment_id, c.file_id, c.state, c.note,"     \
    " coalesce(w.title, '') AS decided_by, c.opened_at, c.decided_at,"                                                              \
    " (SELECT count(*) FROM concerns_reports p WHERE p.concern_id = c.id) AS reports, c.version"                                    \
    " FROM concerns_concerns c JOIN records_v_records r ON r.id = c.record_id LEFT JOIN records_v_records w ON w.id = c.decided_by" \
    " WHERE r.state <> 'deleted' AND (($2 = 1 AND r.state = 'published' AND r.visibility = 'public')"                               \
    " OR (r.owner_id = 0 AND r.created_by = $1) OR EXISTS (SELECT 1 FROM records_v_scopes s"                                        \
    " WHERE s.person_id = $1 AND s.role = 'steward' AND (s.scope_id = r.owner_id OR s.scope_id = r.within_id)))"

std::vector<ListedConcern> list_open(db::Session& db, const Moderator& moderator) {
    return db.all<ListedConcern>(LISTED " AND c.state = 'open' ORDER BY c.opened_at, c.id LIMIT $3", moderator.person,
                                 moderator.administrator, most_listed);
}

std::vector<ListedConcern> list_decided(db::Session& db, const Moderator& moderator) {
    return db.all<ListedConcern>(LISTED " AND c.state <> 'open' ORDER BY c.decided_at DESC, c.id DESC LIMIT $3", moderator.person,
                                 moderator.administrator, most_listed);
}

std::vector<ListedReport> list_reports(db::Session& db, ConcernId concern) {
    return db.all<ListedReport>(
        "SELECT p.reason, p.words, CASE WHEN p.person_id = 0 THEN '' ELSE coalesce(w.title, '') END AS reporter, p.at"
        " FROM concerns_reports p LEFT JOIN records_v_records w ON w.id = p.person_id WHERE p.concern_id = $1 ORDER BY p.id LIMIT 20",
        concern);
}

std::vector<Decided> list_decided_for(db::Session& db, base::PersonId reporter, base::Instant begin, base::Instant end) {
    return db.all<Decided>(
        "SELECT r.title AS record_title, r.address AS record_address, c.state FROM concerns_concerns c"
        " JOIN concerns_reports p ON p.concern_id = c.id JOIN records_v_records r ON r.id = c.record_id"
        " WHERE p.person_id = $1 AND c.state <> 'open' AND c.decided_at >= $2 AND c.decided_at < $3 ORDER BY c.id LIMIT 20",
        reporter, begin, end);
}

}  // namespace concerns
