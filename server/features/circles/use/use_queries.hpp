#pragma once

#include "circles/circles.hpp"
#include "circles/use/use.hpp"
#include "db/db.hpp"
#include "http/viewer.hpp"

namespace circles {

// A method that a session uses, as it stood when it was chosen.
struct UseRow {
    UseId id;
    std::string method;  // key or number
    std::string label;   // what this use is about: one of three cases; the method's title if nothing else
    Method content;
};

struct NewUse {
    std::string method;
    std::string label;
    Method content;
};
UseId insert_use(db::Tx& tx, base::PersonId actor, SessionId session, const NewUse& use);
void remove_use(db::Tx& tx, UseId id);
// With what was written into them already.
void move_uses(db::Tx& tx, SessionId from, SessionId to);
std::int64_t count_uses(db::Session& db, SessionId session);
std::vector<UseRow> list_uses(db::Session& db, SessionId session);
std::optional<UseRow> find_use(db::Session& db, SessionId session, UseId id);

struct CapturedAnswer {
    AnswerId id;
    UseId use_id;
    AnswerPart part{};
    std::int64_t place{};
    std::string body;
    std::string became;  // an address; empty: nothing yet
    base::Instant written_at;
    std::int64_t version{};
};
BOOST_DESCRIBE_STRUCT(CapturedAnswer, (), (id, use_id, part, place, body, became, written_at, version))

AnswerId insert_answer(db::Tx& tx, base::PersonId writer, SessionId session, UseId use, const FieldAnswer& answer);
// Throws Problem 412 `edited_elsewhere` unless `version` is the newest.
void update_answer(db::Tx& tx, const CapturedAnswer& answer, std::int64_t version, const std::string& body);
void remove_answer(db::Tx& tx, AnswerId id);
void set_became(db::Tx& tx, AnswerId id, const std::string& address);
std::vector<CapturedAnswer> list_field_answers(db::Session& db, SessionId session);
std::optional<CapturedAnswer> find_answer(db::Session& db, SessionId session, AnswerId id);

// Sessions that the viewer may read with something to be asked after them: of a person who hosted, or of a circle.
struct FollowedRow {
    SessionId session_id;
    UseId use_id;
    std::string address;
    std::string title;
    std::string label;
    base::Date date;
    std::string content;
};
BOOST_DESCRIBE_STRUCT(FollowedRow, (), (session_id, use_id, address, title, label, date, content))
std::vector<FollowedRow> list_followed_of_host(db::Session& db, const http::Viewer& viewer, base::PersonId host);
std::vector<FollowedRow> list_followed_of_circle(db::Session& db, const http::Viewer& viewer, CircleId circle);

}  // namespace circles
