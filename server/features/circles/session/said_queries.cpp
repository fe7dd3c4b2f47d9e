#include "circles/session/said_queries.hpp"

#include "records/records.hpp"

namespace circles {

#define POINT                                                                                                                           \
    "SELECT id, kind, title, body, speaker_id, speaker, age_band, guardian, consent, consent_how, consent_at, written_by, written_at, " \
    "version"                                                                                                                           \
    " FROM circles_points "

PointId insert_point(db::Tx& tx, base::PersonId writer, SessionId session, const PointForm& form, Consent consent) {
    const auto id = tx.new_id<PointId>();
    tx.run(
        "INSERT INTO circles_points (id, session_id, kind, title, body, speaker_id, speaker, age_band, guardian, consent, consent_how,"
        " written_by, written_at, version, removed) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, '', $11, $12, 1, 0)",
        id, session, form.kind, base::or_empty(form.title), form.body, form.speaker_id.value_or(base::PersonId{}),
        base::or_empty(form.speaker), form.age_band, base::or_empty(form.guardian), consent, writer, tx.now());
    return id;
}

void update_point(db::Tx& tx, SessionId session, PointId id, const PointForm& form) {
    const auto stands = tx.one<std::int64_t>("SELECT version FROM circles_points WHERE id = $1 AND session_id = $2", id, session);
    records::require_version(stands, form.version.value_or(0));
    tx.run(
        "UPDATE circles_points SET kind = $3, title = $4, body = $5, speaker_id = coalesce($6, speaker_id), speaker = coalesce($7, "
        "speaker),"
        " age_band = coalesce($8, age_band), guardian = coalesce($9, guardian), version = version + 1 WHERE id = $1 AND session_id = $2",
        id, session, form.kind, base::or_empty(form.title), form.body, form.speaker_id, form.speaker, form.age_band, form.guardian);
}

void set_consent(db::Tx& tx, SessionId session, PointId id, const ConsentForm& form) {
    tx.run(
        "UPDATE circles_points SET consent = $3, consent_how = $4, consent_at = $5, version = version + 1 WHERE id = $1 AND session_id = "
        "$2",
        id, session, form.consent, base::or_empty(form.how), tx.now());
}

void set_removal(db::Tx& tx, SessionId session, PointId id, Removal removal) {
    tx.run("UPDATE circles_points SET removed = $3, version = version + 1 WHERE id = $1 AND session_id = $2", id, session,
           removal == Removal::removed);
}

std::vector<PointRow> list_points(db::Session& db, SessionId session) {
    return db.all<PointRow>(POINT "WHERE session_id = $1 AND removed = 0 ORDER BY id", session);
}

std::optional<PointRow> find_point(db::Session& db, SessionId session, PointId id) {
    return db.find<PointRow>(POINT "WHERE session_id = $1 AND id = $2", session, id);
}

}  // namespace circles
