#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/bounded.hpp"
#include "base/person.hpp"
#include "base/time.hpp"
#include "http/call.hpp"
#include "http/reply.hpp"
#include "records/records.hpp"

// Who has an account, and what each may do: for administrators.
namespace office {

// `unseen`: not for 90 days.
enum class AccountsOnly : std::uint8_t { administrators, one_step, unseen, locked };
BOOST_DESCRIBE_ENUM(AccountsOnly, administrators, one_step, unseen, locked)

struct WantedAccounts {
    std::optional<base::Line> text;  // of a name, a login or an e-mail address
    std::optional<AccountsOnly> only;
    std::optional<base::PersonId> after;  // the last one of the page before
};
BOOST_DESCRIBE_STRUCT(WantedAccounts, (), (text, only, after))

// What somebody may do where; the title is empty where the place is not open to the viewer.
struct RoleLine {
    std::string title;
    std::string address;
    records::Role role{};
    bool by_provider{};  // comes and goes with what an account provider says
};
BOOST_DESCRIBE_STRUCT(RoleLine, (), (title, address, role, by_provider))

struct Account {
    base::PersonId person_id;
    std::string name;
    std::string login;
    std::optional<std::string> email;
    bool email_confirmed{};
    bool administrator{};
    bool administrator_by_provider{};
    bool second_step{};
    base::Instant created_at;
    std::optional<base::Instant> seen_at;
    std::optional<base::Instant> locked_at;
};
BOOST_DESCRIBE_STRUCT(Account, (),
                      (person_id, name, login, email, email_confirmed, administrator, administrator_by_provider, second_step, created_at,
                       seen_at, locked_at))

struct AccountLine : Account {
    std::string address;                 // of the person's page; empty where it is not open to the viewer
    std::vector<std::string> providers;  // with which they sign in too
    std::vector<RoleLine> roles;
};
BOOST_DESCRIBE_STRUCT(AccountLine, (Account), (address, providers, roles))

// By name.
http::List<AccountLine> list_account_lines(http::Call& call, const WantedAccounts& wanted);

}  // namespace office
