#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/person.hpp"
#include "base/time.hpp"
#include "channels/channels.hpp"

namespace db {
class Session;
class Tx;
}  // namespace db

namespace channels {

// A secret address of a person's own calendar, one for each place where they read it: the phone, the computer at the office.
struct OwnLink {
    OwnLinkId id;
    std::string name;
    base::Instant made_at;
};
BOOST_DESCRIBE_STRUCT(OwnLink, (), (id, name, made_at))

std::vector<OwnLink> list_own_links(db::Session& db, base::PersonId person);
// These return the token, told once: only its hash is kept.
std::string insert_own_link(db::Tx& tx, base::PersonId person, std::string_view name);
// The address before this one stops working. Nothing if the person has no such link.
std::optional<std::string> renew_own_link(db::Tx& tx, base::PersonId person, OwnLinkId id);
bool delete_own_link(db::Tx& tx, base::PersonId person, OwnLinkId id);

// Whose it is; nobody's once it has ended, was renewed, or its person's account is locked.
std::optional<base::PersonId> find_owner(db::Session& db, std::string_view token);

}  // namespace channels
