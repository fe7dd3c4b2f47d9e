#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/person.hpp"
#include "base/time.hpp"
#include "channels/channels.hpp"
#include "records/records.hpp"

namespace channels {

// A link for a chat group. Only its hash is kept: the token is told once, to who made it.
struct GroupLink {
    GroupLinkId id;
    base::Instant made_at;
    base::Instant expires_at;
    std::int64_t gifts{};  // that wait
};
BOOST_DESCRIBE_STRUCT(GroupLink, (), (id, made_at, expires_at, gifts))

// Those that still work.
std::vector<GroupLink> list_group_links(db::Session& db, records::RecordId session, base::Instant now);

struct NewGroupLink {
    records::RecordId session;
    base::PersonId made_by;
    base::Instant expires_at;
};
std::string insert_group_link(db::Tx& tx, const NewGroupLink& link);
bool end_group_link(db::Tx& tx, records::RecordId session, GroupLinkId id);

// What a token opens.
struct OpenLink {
    GroupLinkId id;
    records::RecordId session_id;
    base::PersonId made_by;
    base::Instant expires_at;
};
BOOST_DESCRIBE_STRUCT(OpenLink, (), (id, session_id, made_by, expires_at))
std::optional<OpenLink> find_open_link(db::Session& db, std::string_view token, base::Instant now);

}  // namespace channels
