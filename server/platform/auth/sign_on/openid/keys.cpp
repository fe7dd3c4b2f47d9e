#include "auth/sign_on/openid/keys.hpp"

#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/ecdsa.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/param_build.h>
#include <sodium.h>

#include <array>
#include <new>

#include "auth/sign_on/openid/values.hpp"

namespace auth::openid {
namespace {

constexpr std::size_t most_keys = 32;
constexpr int least_rsa_bits = 2048;
constexpr int most_rsa_bits = 8192;  // larger ones only cost time
constexpr std::size_t coordinate_bytes = 32;
constexpr std::size_t sha256_bytes = 32;

struct Free {
    void operator()(BIGNUM* number) const { BN_free(number); }
    void operator()(OSSL_PARAM_BLD* builder) const { OSSL_PARAM_BLD_free(builder); }
    void operator()(OSSL_PARAM* parameters) const { OSSL_PARAM_free(parameters); }
    void operator()(EVP_PKEY_CTX* context) const { EVP_PKEY_CTX_free(context); }
    void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
    void operator()(ECDSA_SIG* signature) const { ECDSA_SIG_free(signature); }
};
template <class T>
using Owned = std::unique_ptr<T, Free>;
using KeyPointer = std::shared_ptr<EVP_PKEY>;

const unsigned char* bytes(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}

Owned<BIGNUM> number(std::string_view text) {
    return Owned<BIGNUM>(BN_bin2bn(bytes(text), static_cast<int>(text.size()), nullptr));
}

KeyPointer make_key(const char* type, OSSL_PARAM_BLD* builder) {
    const Owned<OSSL_PARAM> parameters(OSSL_PARAM_BLD_to_param(builder));
    const Owned<EVP_PKEY_CTX> context(EVP_PKEY_CTX_new_from_name(nullptr, type, nullptr));
    EVP_PKEY* key = nullptr;
    if (!parameters || !context || EVP_PKEY_fromdata_init(context.get()) != 1) return nullptr;
    if (EVP_PKEY_fromdata(context.get(), &key, EVP_PKEY_PUBLIC_KEY, parameters.get()) != 1) return nullptr;
    return {key, EVP_PKEY_free};
}

KeyPointer rsa_key(const json::Node& jwk) {
    const auto modulus = decode_base64url(text_at(jwk, "n"));
    const auto exponent = decode_base64url(text_at(jwk, "e"));
    if (!modulus || !exponent) return nullptr;
    const auto n = number(*modulus);
    const auto e = number(*exponent);
    const int bits = n ? BN_num_bits(n.get()) : 0;
    if (bits < least_rsa_bits || bits > most_rsa_bits || !e || BN_num_bits(e.get()) > 64) return nullptr;
    const Owned<OSSL_PARAM_BLD> builder(OSSL_PARAM_BLD_new());
    OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_N, n.get());
    OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_E, e.get());
    return make_key("RSA", builder.get());
}

KeyPointer curve_key(const json::Node& jwk) {
    const auto x = decode_base64url(text_at(jwk, "x"));
    const auto y = decode_base64url(text_at(jwk, "y"));
    if (text_at(jwk, "crv") != "P-256" || !x || !y || x->size() != coordinate_bytes || y->size() != coordinate_bytes) return nullptr;
    const auto point = '\x04' + *x + *y;  // uncompressed
    const Owned<OSSL_PARAM_BLD> builder(OSSL_PARAM_BLD_new());
    OSSL_PARAM_BLD_push_utf8_string(builder.get(), OSSL_PKEY_PARAM_GROUP_NAME, "prime256v1", 0);
    OSSL_PARAM_BLD_push_octet_string(builder.get(), OSSL_PKEY_PARAM_PUB_KEY, point.data(), point.size());
    return make_key("EC", builder.get());
}

Key read_key(const json::Node& jwk) {
    const auto type = text_at(jwk, "kty");
    if (const auto use = text_at(jwk, "use"); !use.empty() && use != "sig") return {};
    const std::string algorithm = type == "RSA" ? "RS256" : type == "EC" ? "ES256" : "";
    if (const auto said = text_at(jwk, "alg"); algorithm.empty() || (!said.empty() && said != algorithm)) return {};
    return {text_at(jwk, "kid"), algorithm, type == "RSA" ? rsa_key(jwk) : curve_key(jwk)};
}

// JOSE writes two numbers of 32 bytes one after the other, libcrypto reads them as DER (RFC 7518, 3.4).
std::string der_of(std::string_view signature) {
    if (signature.size() != 2 * coordinate_bytes) return {};
    const Owned<ECDSA_SIG> pair(ECDSA_SIG_new());
    auto r = number(signature.substr(0, coordinate_bytes));
    auto s = number(signature.substr(coordinate_bytes));
    if (!pair || !r || !s) throw std::bad_alloc();
    ECDSA_SIG_set0(pair.get(), r.release(), s.release());  // they are the pair's now
    std::string der(static_cast<std::size_t>(i2d_ECDSA_SIG(pair.get(), nullptr)), '\0');
    auto* end = reinterpret_cast<unsigned char*>(der.data());
    i2d_ECDSA_SIG(pair.get(), &end);
    return der;
}

}  // namespace

std::vector<Key> read_keys(std::string_view document) {
    const auto set = read_object(document);
    const auto* list = set ? member(*set, "keys") : nullptr;
    std::vector<Key> keys;
    if (list == nullptr || list->kind != json::Node::Kind::list) return keys;
    for (const auto& jwk : list->items)
        if (auto key = read_key(jwk); key.key && keys.size() < most_keys) keys.push_back(std::move(key));
    return keys;
}

bool is_signed_by(const Key& key, std::string_view text, std::string_view signature) {
    const auto der = key.algorithm == "ES256" ? der_of(signature) : std::string(signature);
    const Owned<EVP_MD_CTX> context(EVP_MD_CTX_new());
    if (!context) throw std::bad_alloc();
    return EVP_DigestVerifyInit(context.get(), nullptr, EVP_sha256(), nullptr, key.key.get()) == 1 &&
           EVP_DigestVerify(context.get(), bytes(der), der.size(), bytes(text), text.size()) == 1;
}

bool is_signed_with_secret(std::string_view secret, std::string_view text, std::string_view signature) {
    std::array<unsigned char, sha256_bytes> mac{};
    if (!HMAC(EVP_sha256(), secret.data(), static_cast<int>(secret.size()), bytes(text), text.size(), mac.data(), nullptr)) return false;
    return signature.size() == mac.size() && sodium_memcmp(signature.data(), mac.data(), mac.size()) == 0;
}

}  // namespace auth::openid
