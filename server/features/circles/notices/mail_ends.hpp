#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "base/person.hpp"
#include "db/db.hpp"

// One tap in a mail of circles ends all mail about its topic.
namespace circles {

enum class MailTopic : std::uint8_t { turns, agreements, pledges, follow_ups, invitations, thanks };
BOOST_DESCRIBE_ENUM(MailTopic, turns, agreements, pledges, follow_ups, invitations, thanks)

// A person, or an address without an account.
struct Addressee {
    base::PersonId person;
    std::string address{};  // empty for a person
};

struct MailEnd {
    MailTopic topic{};
    std::optional<base::Instant> ended_at;
};
BOOST_DESCRIBE_STRUCT(MailEnd, (), (topic, ended_at))

bool has_ended(db::Session& db, const Addressee& who, MailTopic topic);
// The page at which a POST ends it: the same in each mail.
std::string end_page(db::Tx& tx, const Addressee& who, MailTopic topic);
std::optional<MailEnd> find_mail_end(db::Session& db, std::string_view token);
void end_mail(db::Tx& tx, std::string_view token);

}  // namespace circles
