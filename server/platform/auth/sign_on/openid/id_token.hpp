#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "auth/sign_on/openid/keys.hpp"
#include "base/json/node.hpp"
#include "base/time.hpp"

// What a provider says about somebody who signed in there, and whether it may be believed (OpenID Connect Core 1.0, 3.1.3.7).
namespace auth::openid {

struct IdToken {
    std::string algorithm, key_id;
    json::Node claims;
    std::string signed_text, signature;
};
// Nothing for what is no token of three parts.
std::optional<IdToken> read_token(std::string_view text);

struct Expected {
    std::string issuer, client_id, client_secret;
    std::vector<std::string> algorithms;  // none is ever taken from the token alone
    std::string nonce;
};

enum class Doubt : std::uint8_t {
    signature,  // not signed, by a key that is not the provider's, or in a way that was not agreed
    addressee,  // of another provider, or for another client
    time,       // over, or of a time that is not yet: one of the clocks is wrong
    nonce,      // not the answer to what this browser asked
};
// Nothing when all is well.
std::optional<Doubt> doubt_in(const IdToken& token, const Expected& expected, std::span<const Key> keys, base::Instant now);

// Whether keys that are fetched anew might know its signer.
bool may_be_of_new_key(const IdToken& token, std::span<const Key> keys);

}  // namespace auth::openid
