#include "auth/sign_on/openid/testing.hpp"

#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/ecdsa.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <sodium.h>

#include <array>
#include <stdexcept>
#include <thread>

#include "auth/sign_on/openid/values.hpp"
#include "http/uri.hpp"

namespace auth::openid::testing {
namespace {

using fetch::testing::Asked;
using fetch::testing::reply_with;

constexpr std::string_view the_code = "good once";

std::string quoted(std::string_view text) {
    return "\"" + std::string(text) + "\"";
}

std::string object_of(const Texts& members) {
    std::string text;
    for (const auto& [name, value] : members)
        if (!value.empty()) text += (text.empty() ? "" : ",") + quoted(name) + ":" + value;
    return "{" + text + "}";
}

Texts form_in(std::string_view text) {
    Texts form;
    const auto values = http::read_query(text).value();
    for (const auto& [name, value] : values) form[name] = value;
    return form;
}

std::string number_of(const EVP_PKEY* key, const char* name) {
    BIGNUM* number = nullptr;
    if (EVP_PKEY_get_bn_param(key, name, &number) != 1) throw std::runtime_error("the key has no such number");
    std::string bytes(static_cast<std::size_t>(BN_num_bytes(number)), '\0');
    BN_bn2bin(number, reinterpret_cast<unsigned char*>(bytes.data()));
    BN_free(number);
    return encode_base64url(bytes);
}

std::string coordinate_of(const EVP_PKEY* key, std::size_t at) {
    std::array<unsigned char, 65> point{};
    std::size_t size = 0;
    EVP_PKEY_get_octet_string_param(key, OSSL_PKEY_PARAM_PUB_KEY, point.data(), point.size(), &size);
    return encode_base64url({reinterpret_cast<const char*>(point.data()) + at, 32});
}

std::string raw_signature(const std::string& der) {
    const auto* begin = reinterpret_cast<const unsigned char*>(der.data());
    ECDSA_SIG* pair = d2i_ECDSA_SIG(nullptr, &begin, static_cast<long>(der.size()));
    std::array<unsigned char, 64> raw{};
    BN_bn2binpad(ECDSA_SIG_get0_r(pair), raw.data(), 32);
    BN_bn2binpad(ECDSA_SIG_get0_s(pair), raw.data() + 32, 32);
    ECDSA_SIG_free(pair);
    return {reinterpret_cast<const char*>(raw.data()), raw.size()};
}

}  // namespace

Signer::Signer(std::string algorithm, std::string id) : algorithm_(std::move(algorithm)), id_(std::move(id)) {
    if (algorithm_ == "RS256") key_ = {EVP_PKEY_Q_keygen(nullptr, nullptr, "RSA", std::size_t{2048}), EVP_PKEY_free};
    if (algorithm_ == "ES256") key_ = {EVP_PKEY_Q_keygen(nullptr, nullptr, "EC", "P-256"), EVP_PKEY_free};
}

std::string Signer::token(const Texts& claims, std::string_view secret) const {
    const auto head = object_of({{"alg", quoted(algorithm_)}, {"typ", quoted("JWT")}, {"kid", quoted(id_)}});
    const auto text = encode_base64url(head) + "." + encode_base64url(object_of(claims));
    return text + "." + encode_base64url(signature(text, secret));
}

std::string Signer::jwk() const {
    if (algorithm_ == "RS256")
        return object_of({{"kty", quoted("RSA")},
                          {"kid", quoted(id_)},
                          {"n", quoted(number_of(key_.get(), OSSL_PKEY_PARAM_RSA_N))},
                          {"e", quoted(number_of(key_.get(), OSSL_PKEY_PARAM_RSA_E))}});
    if (algorithm_ == "ES256")
        return object_of({{"kty", quoted("EC")},
                          {"crv", quoted("P-256")},
                          {"kid", quoted(id_)},
                          {"x", quoted(coordinate_of(key_.get(), 1))},
                          {"y", quoted(coordinate_of(key_.get(), 33))}});
    return {};
}

std::string Signer::signature(std::string_view text, std::string_view secret) const {
    const auto* bytes = reinterpret_cast<const unsigned char*>(text.data());
    if (algorithm_ == "none") return {};
    if (algorithm_ == "HS256") {
        std::array<unsigned char, 32> mac{};
        HMAC(EVP_sha256(), secret.data(), static_cast<int>(secret.size()), bytes, text.size(), mac.data(), nullptr);
        return {reinterpret_cast<const char*>(mac.data()), mac.size()};
    }
    const std::unique_ptr<EVP_MD_CTX, void (*)(EVP_MD_CTX*)> context(EVP_MD_CTX_new(), EVP_MD_CTX_free);
    std::size_t size = 0;
    EVP_DigestSignInit(context.get(), nullptr, EVP_sha256(), nullptr, key_.get());
    EVP_DigestSign(context.get(), nullptr, &size, bytes, text.size());
    std::string made(size, '\0');
    EVP_DigestSign(context.get(), reinterpret_cast<unsigned char*>(made.data()), &size, bytes, text.size());
    made.resize(size);
    return algorithm_ == "ES256" ? raw_signature(made) : made;
}

IdentityProvider::IdentityProvider()
    : signer(std::make_shared<Signer>("RS256")), published(signer), service_([this](const Asked& asked) { return answer(asked); }) {}

int IdentityProvider::asked_for(const std::string& path) const {
    const auto found = asked_.find(path);
    return found == asked_.end() ? 0 : found->second;
}

std::string IdentityProvider::sign_in(std::string_view address) {
    const auto query = address.find('?');
    asked_with = form_in(address.substr(query + 1));
    return std::string(the_code);
}

std::string IdentityProvider::answer(const Asked& asked) {
    ++asked_[asked.target];
    std::this_thread::sleep_for(thinks);
    const auto found = instead.find(asked.target);
    return found != instead.end() ? found->second : reply_to(asked);
}

std::string IdentityProvider::reply_to(const Asked& asked) {
    if (asked.target == "/.well-known/openid-configuration") return reply_with(200, discovery());
    if (asked.target == "/keys") return reply_with(200, "{\"keys\":[" + published->jwk() + "]}");
    if (asked.target == "/token") return take_code(asked);
    if (asked.target == "/me" && asked.head.find("Authorization: Bearer opens\r") != std::string::npos)
        return reply_with(200, object_of(userinfo));
    return reply_with(404, "{}");
}

std::string IdentityProvider::discovery() const {
    return object_of({{"issuer", quoted(discovery_issuer.empty() ? issuer() : discovery_issuer)},
                      {"authorization_endpoint", quoted(service_.url("/authorize"))},
                      {"token_endpoint", quoted(service_.url("/token"))},
                      {"jwks_uri", quoted(service_.url("/keys"))},
                      {"userinfo_endpoint", quoted(service_.url("/me"))}});
}

// RFC 6749, 4.1.3, and RFC 7636, 4.6: whoever has only seen the code gets nothing for it.
std::string IdentityProvider::take_code(const Asked& asked) {
    auto form = form_in(asked.body);
    std::string hash(crypto_hash_sha256_BYTES, '\0');
    const auto& verifier = form["code_verifier"];
    crypto_hash_sha256(reinterpret_cast<unsigned char*>(hash.data()), reinterpret_cast<const unsigned char*>(verifier.data()),
                       verifier.size());
    const bool is_good = form["grant_type"] == "authorization_code" && form["code"] == the_code && verifier.size() >= 43 &&
                         form["redirect_uri"] == asked_with["redirect_uri"] && encode_base64url(hash) == asked_with["code_challenge"];
    if (!is_good || !knows_client(asked, form)) return reply_with(400, R"({"error":"invalid_grant"})");
    Texts said{{"iss", quoted(issuer())},
               {"aud", quoted(client_id)},
               {"sub", quoted("their-7")},
               {"iat", std::to_string(now_seconds)},
               {"exp", std::to_string(now_seconds + 600)},
               {"nonce", quoted(asked_with["nonce"])}};
    for (const auto& [name, value] : claims) said[name] = value;
    Texts reply{
        {"access_token", quoted("opens")}, {"token_type", quoted("Bearer")}, {"id_token", quoted(signer->token(said, client_secret))}};
    for (const auto& [name, value] : beside) reply[name] = value;
    return reply_with(200, object_of(reply));
}

bool IdentityProvider::knows_client(const Asked& asked, const Texts& form) const {
    if (secret_in_form)
        return form.contains("client_secret") && form.at("client_secret") == client_secret && form.at("client_id") == client_id;
    const auto pair = http::encode_component(client_id) + ":" + http::encode_component(client_secret);
    std::string encoded(sodium_base64_encoded_len(pair.size(), sodium_base64_VARIANT_ORIGINAL), '\0');
    sodium_bin2base64(encoded.data(), encoded.size(), reinterpret_cast<const unsigned char*>(pair.data()), pair.size(),
                      sodium_base64_VARIANT_ORIGINAL);
    encoded.pop_back();
    return asked.head.find("Authorization: Basic " + encoded + "\r") != std::string::npos && !form.contains("client_secret");
}

}  // namespace auth::openid::testing
