#include "channels/follow/follows.hpp"

#include "auth/token.hpp"
#include "db/db.hpp"

namespace channels {

std::optional<Pace> find_pace(db::Session& db, base::PersonId person, records::RecordId record) {
    return db.find<Pace>("SELECT pace FROM channels_follows WHERE person_id = $1 AND record_id = $2", person, record);
}

void set_follow(db::Tx& tx, base::PersonId person, records::RecordId record, Pace pace) {
    tx.run(
        "INSERT INTO channels_follows (person_id, record_id, pace, token) VALUES ($1, $2, $3, $4)"
        " ON CONFLICT (person_id, record_id) DO UPDATE SET pace = excluded.pace",
        person, record, pace, auth::new_token());
}

bool delete_follow(db::Tx& tx, base::PersonId person, records::RecordId record) {
    return tx.run("DELETE FROM channels_follows WHERE person_id = $1 AND record_id = $2", person, record) > 0;
}

std::vector<Follower> list_followers(db::Session& db, records::RecordId record, Pace pace) {
    return db.all<Follower>("SELECT person_id, token FROM channels_follows WHERE record_id = $1 AND pace = $2 ORDER BY person_id", record,
                            pace);
}

std::vector<records::RecordId> list_followed(db::Session& db, base::PersonId person, Pace pace) {
    return db.all<records::RecordId>("SELECT record_id FROM channels_follows WHERE person_id = $1 AND pace = $2 ORDER BY record_id", person,
                                     pace);
}

std::optional<Follow> find_follow(db::Session& db, std::string_view token) {
    return db.find<Follow>("SELECT person_id, record_id FROM channels_follows WHERE token = $1", token);
}

}  // namespace channels
