#include "auth/token.hpp"
#include "circles/feedback/guest.hpp"

namespace circles {

std::string put_feedback_link(db::Tx& tx, base::PersonId maker, SessionId session, base::Instant expires_at) {
    auto token = auth::new_token();
    tx.run(
        "INSERT INTO circles_feedback_links (session_id, token_hash, made_by, made_at, expires_at) VALUES ($1, $2, $3, $4, $5)"
        " ON CONFLICT (session_id) DO UPDATE SET token_hash = excluded.token_hash, made_by = excluded.made_by, made_at = excluded.made_at,"
        " expires_at = excluded.expires_at",
        session, auth::hash_token(token), maker, tx.now(), expires_at);
    return token;
}

bool end_feedback_link(db::Tx& tx, SessionId session) {
    return tx.run("DELETE FROM circles_feedback_links WHERE session_id = $1", session) > 0;
}

std::optional<FeedbackLink> find_feedback_link(db::Session& db, std::string_view token, base::Instant now) {
    return db.find<FeedbackLink>(
        "SELECT session_id, made_by, expires_at FROM circles_feedback_links WHERE token_hash = $1 AND expires_at > $2",
        auth::hash_token(token), now);
}

std::optional<FeedbackLink> find_feedback_link(db::Session& db, SessionId session, base::Instant now) {
    return db.find<FeedbackLink>(
        "SELECT session_id, made_by, expires_at FROM circles_feedback_links WHERE session_id = $1 AND expires_at > $2", session, now);
}

std::int64_t count_waiting(db::Session& db, SessionId session) {
    return db.one<std::int64_t>("SELECT count(*) AS waiting FROM circles_feedback_waiting WHERE session_id = $1", session);
}

void insert_waiting(db::Tx& tx, SessionId session, const FeedbackForm& form) {
    tx.run("INSERT INTO circles_feedback_waiting (id, session_id, useful, heard, good, better) VALUES ($1, $2, $3, $4, $5, $6)",
           tx.new_id<WaitingId>(), session, form.useful, form.heard, base::or_empty(form.good), base::or_empty(form.better));
}

std::vector<WaitingFeedback> list_waiting(db::Session& db, SessionId session) {
    return db.all<WaitingFeedback>("SELECT id, good, better FROM circles_feedback_waiting WHERE session_id = $1 ORDER BY good, better, id",
                                   session);
}

struct WaitingRow {
    std::int64_t useful{};
    std::int64_t heard{};
    std::string good;
    std::string better;
};
BOOST_DESCRIBE_STRUCT(WaitingRow, (), (useful, heard, good, better))

std::optional<FeedbackForm> take_waiting(db::Tx& tx, SessionId session, WaitingId id) {
    auto row = tx.find<WaitingRow>("SELECT useful, heard, good, better FROM circles_feedback_waiting WHERE session_id = $1 AND id = $2",
                                   session, id);
    if (!row) return std::nullopt;
    tx.run("DELETE FROM circles_feedback_waiting WHERE id = $1", id);
    return FeedbackForm{{row->useful}, {row->heard}, {{std::move(row->good)}}, {{std::move(row->better)}}};
}

}  // namespace circles
