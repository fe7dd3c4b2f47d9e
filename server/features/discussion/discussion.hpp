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

void add_routes(http::Router& router);
// Of what a moderator is to read before it is shown: each record with how many wait, if one of them is of this day.
std::vector<mail::Link> list_digest(db::Session& db, const mail::DigestReader& reader, const mail::DigestDay& day);
std::span<const db::Migration> migrations();

}  // namespace discussion
