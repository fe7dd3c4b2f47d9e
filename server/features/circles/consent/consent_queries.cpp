#include <algorithm>

#include "circles/consent/consent.hpp"

namespace circles {

ConsentWords newest_words(db::Session& db) {
    return db.one<ConsentWords>("SELECT version, th, en FROM circles_consent_words ORDER BY version DESC LIMIT 1");
}

std::optional<ConsentWords> find_words(db::Session& db, std::int64_t version) {
    return db.find<ConsentWords>("SELECT version, th, en FROM circles_consent_words WHERE version = $1", version);
}

void insert_words(db::Tx& tx, base::PersonId actor, const ConsentWords& words) {
    tx.run("INSERT INTO circles_consent_words (version, th, en, made_by, made_at) VALUES ($1, $2, $3, $4, $5)", words.version, words.th,
           words.en, actor, tx.now());
}

ConsentId insert_given(db::Tx& tx, base::PersonId actor, SessionId session, const GivenForm& form) {
    const auto id = tx.new_id<ConsentId>();
    tx.run(
        "INSERT INTO circles_consents (id, session_id, point_id, photo_id, consent, giver, guardian, way, witness, words_version,"
        " recorded_by, given_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
        id, session, form.point, form.photo, form.consent, form.giver, base::or_empty(form.guardian), form.way,
        base::or_empty(form.witness), form.words, actor, tx.now());
    return id;
}

void set_withdrawn(db::Tx& tx, ConsentId id) {
    tx.run("UPDATE circles_consents SET withdrawn_at = $2 WHERE id = $1 AND withdrawn_at IS NULL", id, tx.now());
}

std::vector<Given> list_given(db::Session& db, SessionId session) {
    std::vector<Given> list;
    for (const auto& row :
         db.all<GivenRow>("SELECT id, point_id, photo_id, consent, giver, guardian, way, witness, words_version, given_at, withdrawn_at"
                          " FROM circles_consents WHERE session_id = $1 ORDER BY id",
                          session)) {
        const auto held = files::list_held(db, row.id.value);
        list.push_back({row, held.empty() ? std::nullopt : std::optional(held.front())});
    }
    return list;
}

std::optional<SessionId> find_session_of(db::Session& db, ConsentId id) {
    return db.find<SessionId>("SELECT session_id FROM circles_consents WHERE id = $1", id);
}

}  // namespace circles
