#include "discussion/comment_queries.hpp"

#include "db/db.hpp"

namespace discussion {

using records::RecordId;

// A person's name is read where it stands, so that a change of name, or its erasure, shows everywhere.
#define WRITER "CASE WHEN c.person_id = 0 THEN c.guest_name ELSE coalesce(w.title, '') END AS writer"
#define COMMENT "c.id, c.record_id, c.answer_to, c.state, c.person_id, " WRITER ", c.body, c.reason, c.made_at, c.edited_at, c.version"

std::vector<Comment> list_comments(db::Session& db, RecordId record) {
    return db.all<Comment>("SELECT " COMMENT
                           " FROM discussion_comments c LEFT JOIN records_v_records w ON w.id = c.person_id"
                           " WHERE c.record_id = $1 ORDER BY c.id",
                           record);
}

std::optional<Comment> find_comment(db::Session& db, RecordId record, CommentId id) {
    return db.find<Comment>("SELECT " COMMENT
                            " FROM discussion_comments c LEFT JOIN records_v_records w ON w.id = c.person_id"
                            " WHERE c.record_id = $1 AND c.id = $2",
                            record, id);
}

std::int64_t count_waiting_of_guests(db::Session& db, RecordId record) {
    return db.one<std::int64_t>("SELECT count(*) FROM discussion_comments WHERE record_id = $1 AND person_id = 0 AND state = 'waiting'",
                                record);
}

CommentId insert_comment(db::Tx& tx, const NewComment& comment) {
    const auto id = tx.new_id<CommentId>();
    tx.run(
        "INSERT INTO discussion_comments (id, record_id, answer_to, state, person_id, guest_name, body, reason, made_at, edited_at, "
        "version)"
        " VALUES ($1, $2, $3, $4, $5, $6, $7, '', $8, $8, 1)",
        id, comment.record, comment.answer_to, comment.state, comment.person, comment.guest_name, comment.body, tx.now());
    return id;
}

std::int64_t update_body(db::Tx& tx, const Comment& comment, std::string_view body) {
    return tx.run("UPDATE discussion_comments SET body = $3, edited_at = $4, version = version + 1 WHERE id = $1 AND version = $2",
                  comment.id, comment.version, body, tx.now());
}

std::int64_t update_state(db::Tx& tx, const Comment& comment, CommentState state, std::string_view reason) {
    return tx.run("UPDATE discussion_comments SET state = $3, reason = $4, version = version + 1 WHERE id = $1 AND version = $2",
                  comment.id, comment.version, state, reason);
}

std::optional<Said> find_said(db::Session& db, RecordId record, CommentId id) {
    auto comment = find_comment(db, record, id);
    if (!comment) return std::nullopt;
    return Said{std::move(comment->writer), std::move(comment->body), comment->state == CommentState::shown};
}

std::vector<WaitingComment> list_waiting(db::Session& db, base::PersonId moderator) {
    return db.all<WaitingComment>(
        "SELECT c.id, c.record_id, r.title AS record_title, r.address AS record_address, " WRITER
        ", c.body, c.made_at"
        " FROM discussion_comments c JOIN records_v_records r ON r.id = c.record_id"
        " LEFT JOIN records_v_records w ON w.id = c.person_id"
        " WHERE c.state = 'waiting' AND r.state <> 'deleted' AND EXISTS (SELECT 1 FROM records_v_scopes s"
        " WHERE s.person_id = $1 AND s.role = 'steward' AND (s.scope_id = r.owner_id OR s.scope_id = r.within_id))"
        " ORDER BY c.id LIMIT 100",
        moderator);
}

}  // namespace discussion
