#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "discussion/discussion.hpp"

namespace channels {

// What somebody is told of the talk under a record.
struct Talk {
    base::PersonId person_id;
    records::RecordId record_id;
    std::string token;  // ends it
    bool quiet{};
};
BOOST_DESCRIBE_STRUCT(Talk, (), (person_id, record_id, token, quiet))

Talk talk_of(db::Tx& tx, base::PersonId person, records::RecordId record);
std::optional<Talk> find_talk(db::Session& db, std::string_view token);
enum class Volume : std::uint8_t { quiet, told };
void set_volume(db::Tx& tx, base::PersonId person, records::RecordId record, Volume volume);

// Whose answer an address takes, and to which comment; for ninety days.
struct ReplyAddress {
    base::PersonId person_id;
    discussion::CommentId comment_id;
};
BOOST_DESCRIBE_STRUCT(ReplyAddress, (), (person_id, comment_id))
// Gives the token.
std::string insert_reply_address(db::Tx& tx, const ReplyAddress& address);
std::optional<ReplyAddress> find_reply_address(db::Session& db, std::string_view token, base::Instant now);

// False for a mail that was taken before.
bool insert_reply(db::Tx& tx, std::string_view token, std::string_view message);
void forget_old_replies(db::Tx& tx);

}  // namespace channels
