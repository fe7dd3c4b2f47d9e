#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "base/ids.hpp"
#include "base/person.hpp"
#include "base/time.hpp"

namespace db {
class Session;
class Tx;
}  // namespace db

namespace auth {

struct MailedLinkTag {};
using MailedLinkId = base::Id<MailedLinkTag>;

enum class LinkPurpose : std::uint8_t { reset, email };
BOOST_DESCRIBE_ENUM(LinkPurpose, reset, email)

constexpr std::int64_t lifetime_ms(LinkPurpose purpose) {
    constexpr std::int64_t hour_ms = std::int64_t{60} * 60 * 1000;
    return purpose == LinkPurpose::reset ? hour_ms : 24 * hour_ms;
}

struct MailedLink {
    MailedLinkId id;
    base::PersonId person_id;
    std::string email;
    base::Instant expires_at;
};
BOOST_DESCRIBE_STRUCT(MailedLink, (), (id, person_id, email, expires_at))

struct NewLink {
    LinkPurpose purpose;
    base::PersonId person;
    std::string email;
};
struct MadeLink {
    MailedLinkId id;
    std::string token;  // told once
    base::Instant expires_at;
};
// Those sent before stay good until one is used: who asks in another one's name must not make their links worthless.
MadeLink insert_link(db::Tx& tx, const NewLink& link);
// Nothing for one that was used, is too old, or was made by a clock that ran ahead.
std::optional<MailedLink> find_link(db::Session& db, LinkPurpose purpose, const std::string& token, base::Instant now);
// To which address a person was last sent a link that is still good.
std::optional<std::string> find_waiting_email(db::Session& db, base::PersonId person, base::Instant now);
void delete_link(db::Tx& tx, MailedLinkId id);
void delete_links(db::Tx& tx, LinkPurpose purpose, base::PersonId person);

// The address that an account may be written to.
std::optional<std::string> find_confirmed_email(db::Session& db, base::PersonId person);
// Throws Problem 422 `email_taken`.
void update_email(db::Tx& tx, base::PersonId person, const std::optional<std::string>& confirmed);

}  // namespace auth
