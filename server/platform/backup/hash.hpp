#pragma once

#include <sodium.h>

#include <array>
#include <string>
#include <string_view>

namespace backup {

// SHA-256, fed piece by piece.
class Hash {
  public:
    using Bytes = std::array<unsigned char, crypto_hash_sha256_BYTES>;

    Hash() { crypto_hash_sha256_init(&state_); }
    void add(std::string_view bytes) {
        crypto_hash_sha256_update(&state_, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
    }
    // Of all that was added; after that there is nothing more to add.
    Bytes bytes() {
        Bytes hash{};
        crypto_hash_sha256_final(&state_, hash.data());
        return hash;
    }
    std::string hexadecimal() {
        const auto hash = bytes();
        std::string text(hash.size() * 2 + 1, '\0');
        sodium_bin2hex(text.data(), text.size(), hash.data(), hash.size());
        text.pop_back();
        return text;
    }

  private:
    crypto_hash_sha256_state state_{};
};

}  // namespace backup
