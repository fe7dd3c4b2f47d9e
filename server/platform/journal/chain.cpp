#include "journal/chain.hpp"

#include <sodium.h>

#include <initializer_list>

namespace journal {

namespace {

constexpr std::size_t hash_size = 32;
constexpr std::size_t salt_size = 16;

class Hash {
  public:
    Hash() { crypto_generichash_init(&state_, nullptr, 0, hash_size); }

    Hash& add(std::string_view bytes) {
        crypto_generichash_update(&state_, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
        return *this;
    }
    Hash& add(std::int64_t number) {
        char bytes[8];
        for (int i = 0; i < 8; ++i) bytes[i] = static_cast<char>(number >> (8 * i));
        return add(std::string_view(bytes, sizeof bytes));
    }
    // With its length in front, so that two neighbouring texts cannot share their letters differently.
    Hash& add_text(std::string_view text) { return add(static_cast<std::int64_t>(text.size())).add(text); }

    db::Blob result() {
        db::Blob hash{std::string(hash_size, '\0')};
        crypto_generichash_final(&state_, reinterpret_cast<unsigned char*>(hash.bytes.data()), hash_size);
        return hash;
    }

  private:
    crypto_generichash_state state_{};
};

}  // namespace

db::Blob new_salt() {
    db::Blob salt{std::string(salt_size, '\0')};
    randombytes_buf(salt.bytes.data(), salt_size);
    return salt;
}

db::Blob content_hash(const db::Blob& salt, std::string_view body) {
    return Hash().add_text(salt.bytes).add_text(body).result();
}

const db::Blob& empty_content_hash() {
    static const db::Blob hash = content_hash({}, {});
    return hash;
}

db::Blob chain_hash(const db::Blob& before, std::int64_t sequence, const Link& link) {
    return Hash()
        .add_text(before.bytes)
        .add(sequence)
        .add(link.id.value)
        .add(link.at.ms)
        .add(link.actor_id.value)
        .add_text(link.action)
        .add(link.record_id)
        .add(link.version)
        .add_text(link.content_hash.bytes)
        .result();
}

}  // namespace journal
