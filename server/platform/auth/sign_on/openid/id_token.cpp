#include "auth/sign_on/openid/id_token.hpp"

#include <sodium.h>

#include <algorithm>

#include "auth/sign_on/openid/values.hpp"

namespace auth::openid {
namespace {

constexpr std::size_t longest_token = 64 << 10;
constexpr std::int64_t skew_seconds = 120;
constexpr std::int64_t day_seconds = std::int64_t{24} * 60 * 60;

bool is_same(std::string_view a, std::string_view b) {
    return a.size() == b.size() && sodium_memcmp(a.data(), b.data(), a.size()) == 0;
}

bool is_signed(const IdToken& token, const Expected& expected, std::span<const Key> keys) {
    if (std::ranges::count(expected.algorithms, token.algorithm) == 0) return false;
    if (token.algorithm == "HS256") return is_signed_with_secret(expected.client_secret, token.signed_text, token.signature);
    return std::ranges::any_of(keys, [&](const Key& key) {
        const bool may_be = key.algorithm == token.algorithm && (token.key_id.empty() || key.id.empty() || key.id == token.key_id);
        return may_be && is_signed_by(key, token.signed_text, token.signature);
    });
}

bool is_for_us(const json::Node& claims, const Expected& expected) {
    if (text_at(claims, "iss") != expected.issuer || text_at(claims, "sub").empty()) return false;
    const auto audience = texts_at(claims, "aud");
    if (std::ranges::count(audience, expected.client_id) == 0) return false;
    const auto* authorized = member(claims, "azp");
    return authorized == nullptr ? audience.size() == 1 : text_at(claims, "azp") == expected.client_id;
}

bool is_of_now(const json::Node& claims, base::Instant now) {
    const auto second = now.ms / 1000;
    const auto expires = whole_at(claims, "exp");
    const auto issued = whole_at(claims, "iat");
    const auto begins = whole_at(claims, "nbf");
    if (!expires || !issued) return false;
    return second < *expires + skew_seconds && second >= *issued - skew_seconds && second < *issued + day_seconds &&
           (!begins || second >= *begins - skew_seconds);
}

}  // namespace

std::optional<IdToken> read_token(std::string_view text) {
    const auto first = text.find('.');
    const auto second = text.find('.', first == std::string_view::npos ? first : first + 1);
    if (text.size() > longest_token || second == std::string_view::npos) return std::nullopt;
    const auto head = decode_base64url(text.substr(0, first));
    const auto body = decode_base64url(text.substr(first + 1, second - first - 1));
    const auto signature = decode_base64url(text.substr(second + 1));
    if (!head || !body || !signature) return std::nullopt;
    const auto header = read_object(*head);
    auto claims = read_object(*body);
    // What a header calls critical must be understood, and nothing of it is (RFC 7515, 4.1.11).
    if (!header || !claims || member(*header, "crit") != nullptr) return std::nullopt;
    return IdToken{text_at(*header, "alg"), text_at(*header, "kid"), *std::move(claims), std::string(text.substr(0, second)), *signature};
}

std::optional<Doubt> doubt_in(const IdToken& token, const Expected& expected, std::span<const Key> keys, base::Instant now) {
    if (!is_signed(token, expected, keys)) return Doubt::signature;
    if (!is_for_us(token.claims, expected)) return Doubt::addressee;
    if (!is_of_now(token.claims, now)) return Doubt::time;
    if (!is_same(text_at(token.claims, "nonce"), expected.nonce)) return Doubt::nonce;
    return std::nullopt;
}

bool may_be_of_new_key(const IdToken& token, std::span<const Key> keys) {
    return !token.key_id.empty() && std::ranges::count(keys, token.key_id, &Key::id) == 0;
}

}  // namespace auth::openid
