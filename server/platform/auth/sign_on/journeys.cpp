#include "auth/sign_on/journeys.hpp"

#include "auth/second_step/vault.hpp"
#include "auth/sign_on/openid/values.hpp"
#include "base/json/json.hpp"

namespace auth {
namespace {

constexpr base::PersonId nobody{};  // secrets of the second step are sealed for somebody: neither opens as the other

}  // namespace

std::string sealed(const Journey& journey, const Vault& vault) {
    return openid::encode_base64url(vault.seal(nobody, json::write(journey)).bytes);
}

std::optional<Journey> find_journey(std::string_view cookie, const Vault& vault, base::Instant now) {
    auto bytes = openid::decode_base64url(cookie);
    const auto text = bytes ? vault.open(nobody, {*std::move(bytes)}) : std::nullopt;
    if (!text) return std::nullopt;
    auto journey = json::read_own<Journey>(*text);
    const auto age = now.ms - journey.began_at.ms;
    return age >= 0 && age < journey_ms ? std::optional(std::move(journey)) : std::nullopt;
}

}  // namespace auth
