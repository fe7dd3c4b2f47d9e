#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/ids.hpp"
#include "db/migration.hpp"
#include "mail/digest.hpp"
#include "records/records.hpp"

namespace http {
class Router;
}

// Comments with answers on any record, moderated.
namespace discussion {

struct CommentTag {};
using CommentId = base::Id<CommentTag>;

// A comment as it was said, for who has to judge it.
struct Said {
    std::string writer;  // empty: somebody who is gone
    std::string body;
    bool shown{};
};
BOOST_DESCRIBE_STRUCT(Said, (), (writer, body, shown))
std::optional<Said> find_said(db::Session& db, records::RecordId record, CommentId id);
// As a moderator does it on the page, with the reason that its writer reads. One that is hidden or gone stays so.
void hide(db::Tx& tx, base::PersonId moderator, records::RecordId record, CommentId id, std::string_view reason);

// ---- what mail tells of a discussion, and what comes back by it: by_mail.cpp ----

// A comment, wherever it stands.
struct Remark {
    CommentId id;
    records::RecordId record_id;
    CommentId answer_to;  // none: stands by itself
    bool shown{};
    base::PersonId person_id;  // none: a guest
    std::string writer;
    std::string body;
};
BOOST_DESCRIBE_STRUCT(Remark, (), (id, record_id, answer_to, shown, person_id, writer, body))
std::optional<Remark> find_remark(db::Session& db, CommentId id);
// Who wrote it, or an answer under it; each once.
std::vector<base::PersonId> list_talkers(db::Session& db, CommentId first);

// An answer that came by mail; by the rules of the page. `answer_to` stands by itself.
struct Answer {
    base::PersonId person;
    CommentId answer_to;
    std::string body;
};
enum class Answered : std::uint8_t { shown, waiting, closed, too_long, too_many };
BOOST_DESCRIBE_ENUM(Answered, shown, waiting, closed, too_long, too_many)
[[nodiscard]] Answered answer(db::Tx& tx, const Answer& answer);

void add_routes(http::Router& router);
// Of what a moderator is to read before it is shown: each record with how many wait, if one of them is of this day.
std::vector<mail::Link> list_digest(db::Session& db, const mail::DigestReader& reader, const mail::DigestDay& day);
std::span<const db::Migration> migrations();

}  // namespace discussion
