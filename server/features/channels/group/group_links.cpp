#include "channels/group/group_links.hpp"

#include "auth/token.hpp"
#include "db/db.hpp"

namespace channels {

std::vector<GroupLink> list_group_links(db::Session& db, records::RecordId session, base::Instant now) {
    return db.all<GroupLink>(
        "SELECT l.id, l.made_at, l.expires_at, (SELECT count(*) FROM channels_gifts g WHERE g.link_id = l.id AND g.left_at IS NULL) AS "
        "gifts"
        " FROM channels_group_links l WHERE l.session_id = $1 AND l.ended_at IS NULL AND l.expires_at > $2 ORDER BY l.id",
        session, now);
}

std::string insert_group_link(db::Tx& tx, const NewGroupLink& link) {
    auto token = auth::new_token();
    tx.run("INSERT INTO channels_group_links (id, session_id, token_hash, made_by, made_at, expires_at) VALUES ($1, $2, $3, $4, $5, $6)",
           tx.new_id<GroupLinkId>(), link.session, auth::hash_token(token), link.made_by, tx.now(), link.expires_at);
    return token;
}

bool end_group_link(db::Tx& tx, records::RecordId session, GroupLinkId id) {
    return tx.run("UPDATE channels_group_links SET ended_at = $3 WHERE id = $1 AND session_id = $2 AND ended_at IS NULL", id, session,
                  tx.now()) > 0;
}

std::optional<OpenLink> find_open_link(db::Session& db, std::string_view token, base::Instant now) {
    return db.find<OpenLink>(
        "SELECT id, session_id, made_by, expires_at FROM channels_group_links WHERE token_hash = $1 AND ended_at IS NULL AND expires_at > "
        "$2",
        auth::hash_token(token), now);
}

}  // namespace channels
