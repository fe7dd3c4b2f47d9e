#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "auth/sign_on/openid/conversation.hpp"
#include "base/person.hpp"
#include "base/time.hpp"

namespace auth {

class Vault;

constexpr std::int64_t journey_ms = std::int64_t{15} * 60 * 1000;
constexpr std::string_view journey_cookie = "lomwong_sign_on";

// A browser that was sent to a provider. It carries all that is known of it in a cookie, sealed: nothing is stored for who never comes
// back.
struct Journey {
    std::string provider;
    std::string redirect, state, nonce, verifier;
    std::string next;       // where the person wanted to go
    base::PersonId person;  // who links an identity; nobody: who signs in
    base::Instant began_at;

    openid::Errand errand() const { return {redirect, state, nonce, verifier}; }
};
BOOST_DESCRIBE_STRUCT(Journey, (), (provider, redirect, state, nonce, verifier, next, person, began_at))

std::string sealed(const Journey& journey, const Vault& vault);
// Nothing for what is not ours, or is over.
std::optional<Journey> find_journey(std::string_view cookie, const Vault& vault, base::Instant now);

}  // namespace auth
