#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

struct evp_pkey_st;

// The public keys of a provider (RFC 7517), and what they prove.
namespace auth::openid {

struct Key {
    std::string id;         // empty where the provider gives none
    std::string algorithm;  // the one that this key is good for: "RS256" or "ES256"
    std::shared_ptr<evp_pkey_st> key;
};

// Those that sign ID tokens: RSA of 2048 bits and more, and P-256. Others are left out.
std::vector<Key> read_keys(std::string_view document);
bool is_signed_by(const Key& key, std::string_view text, std::string_view signature);
// HS256, with the secret that the provider shares with us.
bool is_signed_with_secret(std::string_view secret, std::string_view text, std::string_view signature);

}  // namespace auth::openid
