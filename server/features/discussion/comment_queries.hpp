#pragma once

#include "discussion/comment.hpp"

namespace db {
class Session;
class Tx;
}  // namespace db

namespace discussion {

std::vector<Comment> list_comments(db::Session& db, records::RecordId record);
std::optional<Comment> find_comment(db::Session& db, records::RecordId record, CommentId id);
// Of guests, on this record.
std::int64_t count_waiting_of_guests(db::Session& db, records::RecordId record);

struct NewComment {
    records::RecordId record;
    CommentId answer_to;
    CommentState state{};
    base::PersonId person;
    std::string guest_name;
    std::string body;
};
CommentId insert_comment(db::Tx& tx, const NewComment& comment);
// These return the rows changed: 0 if the version is no longer the newest.
std::int64_t update_body(db::Tx& tx, const Comment& comment, std::string_view body);
std::int64_t update_state(db::Tx& tx, const Comment& comment, CommentState state, std::string_view reason);

// What waits where this person is a steward. Oldest first, a hundred at most.
struct WaitingComment {
    CommentId id;
    records::RecordId record_id;
    std::string record_title;
    std::string record_address;
    std::string writer;
    std::string body;
    base::Instant made_at;
};
BOOST_DESCRIBE_STRUCT(WaitingComment, (), (id, record_id, record_title, record_address, writer, body, made_at))
std::vector<WaitingComment> list_waiting(db::Session& db, base::PersonId moderator);

}  // namespace discussion
