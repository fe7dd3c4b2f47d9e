#include "http/content_policy.hpp"

#include <sodium.h>

namespace http {

std::string content_policy(std::span<const std::string> script_hashes) {
    std::string policy = "default-src 'self'; script-src 'self'";
    for (const auto& hash : script_hashes) policy.append(" '").append(hash).append("'");
    policy +=
        "; style-src 'self'; style-src-attr 'unsafe-inline'; img-src 'self' data: blob:; media-src 'self' blob:; worker-src 'self' blob:"
        "; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";
    return policy;
}

std::string script_hash(std::string_view script) {
    unsigned char digest[crypto_hash_sha256_BYTES];
    crypto_hash_sha256(digest, reinterpret_cast<const unsigned char*>(script.data()), script.size());
    std::string text(sodium_base64_ENCODED_LEN(sizeof digest, sodium_base64_VARIANT_ORIGINAL), '\0');
    sodium_bin2base64(text.data(), text.size(), digest, sizeof digest, sodium_base64_VARIANT_ORIGINAL);
    text.pop_back();  // the terminator
    return "sha256-" + text;
}

}  // namespace http
