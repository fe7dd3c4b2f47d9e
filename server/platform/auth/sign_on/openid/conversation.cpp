#include "auth/sign_on/openid/conversation.hpp"

#include <fmt/format.h>
#include <sodium.h>

#include <algorithm>
#include <array>
#include <utility>

#include "auth/sign_on/openid/values.hpp"
#include "http/problem.hpp"
#include "http/uri.hpp"

namespace auth::openid {
namespace {

constexpr std::int64_t good_for_ms = std::int64_t{60} * 60 * 1000;
constexpr std::int64_t new_keys_after_ms = std::int64_t{60} * 1000;  // so that made-up tokens cause no flood

using Fields = std::vector<std::pair<std::string, std::string>>;

std::string form_of(const Fields& fields) {
    std::string form;
    for (const auto& [name, value] : fields)
        form += (form.empty() ? "" : "&") + http::encode_component(name) + "=" + http::encode_component(value);
    return form;
}

std::string challenge_of(const std::string& verifier) {
    std::string hash(crypto_hash_sha256_BYTES, '\0');
    crypto_hash_sha256(reinterpret_cast<unsigned char*>(hash.data()), reinterpret_cast<const unsigned char*>(verifier.data()),
                       verifier.size());
    return encode_base64url(hash);
}

// RFC 6749, 2.3.1: both are escaped before they are joined.
std::string basic(const Provider& provider) {
    const auto pair = http::encode_component(provider.client_id) + ":" + http::encode_component(provider.client_secret);
    constexpr int variant = sodium_base64_VARIANT_ORIGINAL;
    std::string text(sodium_base64_encoded_len(pair.size(), variant), '\0');
    sodium_bin2base64(text.data(), text.size(), reinterpret_cast<const unsigned char*>(pair.data()), pair.size(), variant);
    text.pop_back();  // the zero at the end
    return "Basic " + text;
}

[[noreturn]] void throw_unreadable() {
    throw http::Problem(502, "provider_unreadable");
}

[[noreturn]] void throw_fault(fetch::Fault fault) {
    switch (fault) {
        case fetch::Fault::slow:
            throw http::Problem(503, "provider_slow");
        case fetch::Fault::busy:
        case fetch::Fault::away:
            throw http::Problem(503, "provider_away");
        case fetch::Fault::not_safe:
        case fetch::Fault::too_large:
            throw_unreadable();
    }
    throw_unreadable();
}

[[noreturn]] void throw_doubt(Doubt doubt) {
    switch (doubt) {
        case Doubt::signature:
            throw http::Problem(502, "provider_doubt_signature");
        case Doubt::addressee:
            throw http::Problem(502, "provider_doubt_addressee");
        case Doubt::time:
            throw http::Problem(502, "provider_doubt_time");
        case Doubt::nonce:
            throw http::Problem(502, "provider_doubt_nonce");
    }
    throw_unreadable();
}

json::Node object_in(std::string_view text) {
    auto object = read_object(text);
    if (!object) throw_unreadable();
    return *std::move(object);
}

// A provider out there may not send us to this very machine.
std::string safe_address(const json::Node& document, std::string_view name, const std::string& issuer) {
    auto address = text_at(document, name);
    if (address.empty()) return address;
    if (!fetch::is_safe(address) || (fetch::is_loopback(address) && !fetch::is_loopback(issuer))) throw_unreadable();
    return address;
}

Provider::Endpoints endpoints_in(const std::string& document, const std::string& issuer) {
    const auto object = object_in(document);
    if (text_at(object, "issuer") != issuer) throw http::Problem(502, "provider_doubt_addressee");
    Provider::Endpoints found{safe_address(object, "authorization_endpoint", issuer), safe_address(object, "token_endpoint", issuer),
                              safe_address(object, "jwks_uri", issuer), safe_address(object, "userinfo_endpoint", issuer)};
    if (found.authorization.empty() || found.token.empty()) throw_unreadable();
    return found;
}

// OpenID Connect Discovery 1.0, 4: a slash at the end goes first.
std::string discovery_of(std::string issuer) {
    if (issuer.ends_with('/')) issuer.pop_back();
    return issuer + "/.well-known/openid-configuration";
}

bool is_recent(base::Instant then, base::Instant now, std::int64_t ms) {
    return then.ms <= now.ms && now.ms < then.ms + ms;
}

// What the token says stands.
void add_missing(json::Node& claims, const json::Node& more) {
    for (const auto& item : more.items)
        if (member(claims, item.key) == nullptr) claims.items.push_back(item);
}

}  // namespace

Conversation::Conversation(Provider provider, fetch::Client& client) : provider_(std::move(provider)), client_(client) {}

std::string Conversation::address_for(const Errand& errand, base::Instant now) {
    const auto at = endpoints(now).authorization;
    Fields fields{{"response_type", "code"},
                  {"client_id", provider_.client_id},
                  {"redirect_uri", errand.redirect},
                  {"scope", provider_.scopes},
                  {"state", errand.state},
                  {"nonce", errand.nonce},
                  {"code_challenge", challenge_of(errand.verifier)},
                  {"code_challenge_method", "S256"}};
    fields.insert(fields.end(), provider_.parameters.begin(), provider_.parameters.end());
    return at + (at.find('?') == std::string::npos ? "?" : "&") + form_of(fields);
}

json::Node Conversation::claims_for(const std::string& code, const Errand& errand, base::Instant now) {
    const auto at = endpoints(now);
    const auto reply = ask_for_token(code, errand, at);
    const auto token = read_token(text_at(reply, "id_token"));
    if (!token) throw_unreadable();
    auto claims = believed(*token, errand, at, now);
    if (provider_.ask_userinfo) add_userinfo(claims, reply, at);
    if (provider_.claims_beside_token) add_missing(claims, reply);
    return claims;
}

Provider::Endpoints Conversation::endpoints(base::Instant now) {
    if (provider_.endpoints) return *provider_.endpoints;
    {
        const std::lock_guard lock(mutex_);
        if (endpoints_ && is_recent(endpoints_at_, now, good_for_ms)) return *endpoints_;
    }
    auto found = endpoints_in(ask({discovery_of(provider_.issuer), {}, {}}), provider_.issuer);
    const std::lock_guard lock(mutex_);
    endpoints_ = found;
    endpoints_at_ = now;
    return found;
}

std::vector<Key> Conversation::keys_for(const IdToken& token, const std::string& address, base::Instant now) {
    if (token.algorithm == "HS256" || address.empty()) return {};
    {
        const std::lock_guard lock(mutex_);
        const auto good_for = may_be_of_new_key(token, keys_) ? new_keys_after_ms : good_for_ms;
        if (!keys_.empty() && is_recent(keys_at_, now, good_for)) return keys_;
    }
    auto keys = read_keys(ask({address, {}, {}}));
    const std::lock_guard lock(mutex_);
    keys_ = keys;
    keys_at_ = now;
    return keys;
}

json::Node Conversation::ask_for_token(const std::string& code, const Errand& errand, const Provider::Endpoints& at) {
    Fields fields{
        {"grant_type", "authorization_code"}, {"code", code}, {"redirect_uri", errand.redirect}, {"code_verifier", errand.verifier}};
    fetch::Request request{.url = at.token, .form = {}, .authorization = {}};
    if (provider_.client_proof == Provider::ClientProof::basic) {
        request.authorization = basic(provider_);
    } else {
        fields.emplace_back("client_id", provider_.client_id);
        fields.emplace_back("client_secret", provider_.client_secret);
    }
    request.form = form_of(fields);
    return object_in(ask(request));
}

json::Node Conversation::believed(const IdToken& token, const Errand& errand, const Provider::Endpoints& at, base::Instant now) {
    const Expected expected{provider_.issuer, provider_.client_id, provider_.client_secret, provider_.algorithms, errand.nonce};
    if (std::ranges::count(provider_.algorithms, token.algorithm) == 0) throw_doubt(Doubt::signature);
    if (const auto doubt = doubt_in(token, expected, keys_for(token, at.keys, now), now)) throw_doubt(*doubt);
    return token.claims;
}

// OpenID Connect Core 1.0, 5.3.2: what it says of somebody else is not used.
void Conversation::add_userinfo(json::Node& claims, const json::Node& reply, const Provider::Endpoints& at) {
    if (at.userinfo.empty()) throw_unreadable();
    const auto more = object_in(ask({at.userinfo, {}, "Bearer " + text_at(reply, "access_token")}));
    if (text_at(more, "sub") != text_at(claims, "sub")) throw_doubt(Doubt::addressee);
    add_missing(claims, more);
}

std::string Conversation::ask(const fetch::Request& request) {
    auto outcome = client_.send(request);
    if (const auto* fault = std::get_if<fetch::Fault>(&outcome)) throw_fault(*fault);
    auto& reply = std::get<fetch::Reply>(outcome);
    if (reply.status == 200) return std::move(reply.body);
    if (reply.status >= 500 || reply.status == 429) throw http::Problem(503, "provider_away");
    if (request.form) throw http::Problem(422, "provider_refused");
    throw_unreadable();
}

}  // namespace auth::openid
