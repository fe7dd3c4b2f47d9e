#include "channels/group/gifts.hpp"

#include "db/db.hpp"

namespace channels {

// 0 in a row without a file, as ids here say "none".
#define GIFT                                                                                                                            \
    "SELECT g.id, g.kind, g.giver, g.answer, g.words, coalesce(g.file_id, 0) AS file_id, g.consent, g.came_at, CASE WHEN g.left_at IS " \
    "NULL THEN 0 ELSE 1 END AS \"left\""

GiftId insert_gift(db::Tx& tx, const OpenLink& link, const NewGift& gift) {
    if (gift.answer)
        tx.run("DELETE FROM channels_gifts WHERE link_id = $1 AND kind = 'answer' AND giver = $2 AND left_at IS NULL", link.id, gift.giver);
    const auto id = tx.new_id<GiftId>();
    const auto file = gift.file ? std::optional{gift.file} : std::nullopt;
    tx.run(
        "INSERT INTO channels_gifts (id, link_id, session_id, kind, giver, answer, words, file_id, consent, came_at)"
        " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        id, link.id, link.session_id, gift.kind, gift.giver, gift.answer, gift.words, file, gift.consent, tx.now());
    return id;
}

std::vector<Gift> list_gifts(db::Session& db, records::RecordId session) {
    return db.all<Gift>(GIFT " FROM channels_gifts g WHERE g.session_id = $1 ORDER BY g.id", session);
}

std::int64_t count_waiting(db::Session& db, GroupLinkId link) {
    return db.one<std::int64_t>("SELECT count(*) AS waiting FROM channels_gifts WHERE link_id = $1", link);
}

struct GiftOfLink : Gift {
    records::RecordId session_id;
    base::PersonId made_by;
};
BOOST_DESCRIBE_STRUCT(GiftOfLink, (Gift), (session_id, made_by))

std::optional<FoundGift> find_gift(db::Session& db, GiftId id) {
    const auto row = db.find<GiftOfLink>(
        GIFT ", g.session_id, l.made_by FROM channels_gifts g JOIN channels_group_links l ON l.id = g.link_id WHERE g.id = $1", id);
    return row ? std::optional{FoundGift{*row, row->session_id, row->made_by}} : std::nullopt;
}

void delete_gift(db::Tx& tx, GiftId id) {
    tx.run("DELETE FROM channels_gifts WHERE id = $1", id);
}

void put(db::Tx& tx, GiftId id, Place place) {
    tx.run("UPDATE channels_gifts SET left_at = $2 WHERE id = $1", id, place == Place::aside ? std::optional{tx.now()} : std::nullopt);
}

std::vector<GiftId> list_left_before(db::Session& db, base::Instant before) {
    return db.all<GiftId>("SELECT id FROM channels_gifts WHERE left_at IS NOT NULL AND left_at < $1", before);
}

}  // namespace channels
