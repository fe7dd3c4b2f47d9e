#include "circles/consent/inside.hpp"

#include "files/moving.hpp"

namespace circles {

std::optional<std::int64_t> find_holder(db::Session& db, SessionId session) {
    return db.find<std::int64_t>("SELECT holder FROM circles_insides WHERE session_id = $1", session);
}

static std::int64_t holder_of(db::Tx& tx, SessionId session) {
    if (const auto holder = find_holder(tx, session)) return *holder;
    const auto holder = tx.new_id<SessionId>().value;
    tx.run("INSERT INTO circles_insides (session_id, holder) VALUES ($1, $2)", session, holder);
    return holder;
}

std::vector<files::File> list_inside(db::Session& db, SessionId session) {
    const auto holder = find_holder(db, session);
    return holder ? files::list_held(db, *holder) : std::vector<files::File>{};
}

std::optional<SessionId> find_session_inside(db::Session& db, std::int64_t holder) {
    return db.find<SessionId>("SELECT session_id FROM circles_insides WHERE holder = $1", holder);
}

// Of each person the last word counts.
bool stays_inside(db::Session& db, files::FileId photo) {
    return db.one<bool>(
        "SELECT EXISTS (SELECT 1 FROM circles_consents c WHERE c.photo_id = $1 AND (c.withdrawn_at IS NOT NULL OR c.consent = 'circle')"
        " AND NOT EXISTS (SELECT 1 FROM circles_consents later WHERE later.photo_id = c.photo_id AND later.giver = c.giver"
        " AND later.id > c.id)) AS inside",
        photo);
}

void place(db::Tx& tx, SessionId session, files::FileId photo) {
    if (stays_inside(tx, photo))
        files::move(tx, photo, session.value, holder_of(tx, session));
    else if (const auto holder = find_holder(tx, session))
        files::move(tx, photo, *holder, session.value);
}

}  // namespace circles
