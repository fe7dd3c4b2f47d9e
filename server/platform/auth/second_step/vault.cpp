#include "auth/second_step/vault.hpp"

#include <fcntl.h>
#include <sodium.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <system_error>

namespace auth {
namespace {

constexpr std::size_t nonce_bytes = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t tag_bytes = crypto_aead_xchacha20poly1305_ietf_ABYTES;
static_assert(Vault::key_bytes == crypto_aead_xchacha20poly1305_ietf_KEYBYTES);

const unsigned char* bytes(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}

unsigned char* bytes(std::string& text) {
    return reinterpret_cast<unsigned char*>(text.data());
}

std::string random_bytes(std::size_t count) {
    std::string text(count, '\0');
    randombytes_buf(text.data(), text.size());
    return text;
}

[[noreturn]] void fail(const std::string& what) {
    throw std::system_error(errno, std::generic_category(), what);
}

void write_durably(const std::string& file, std::string_view text) {
    const int descriptor = ::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (descriptor < 0) fail(file);
    const bool written = ::write(descriptor, text.data(), text.size()) == static_cast<ssize_t>(text.size()) && ::fsync(descriptor) == 0;
    ::close(descriptor);
    if (!written) fail(file);
}

// Written aside and linked to its name, so that nobody reads half a key and of two that start at once one wins.
void make_key(const std::filesystem::path& file) {
    const auto aside = file.string() + "." + std::to_string(::getpid());
    ::unlink(aside.c_str());
    write_durably(aside, random_bytes(Vault::key_bytes));
    const bool linked = ::link(aside.c_str(), file.c_str()) == 0 || errno == EEXIST;
    const int error = errno;
    ::unlink(aside.c_str());
    errno = error;
    if (!linked) fail(file.string());
}

}  // namespace

Vault::Vault(std::string key) : key_(std::move(key)) {
    if (sodium_init() < 0) throw std::runtime_error("libsodium does not start");
    if (key_.size() != key_bytes) throw std::runtime_error("the key of the second step does not have 32 bytes");
}

Vault Vault::at(const std::filesystem::path& file) {
    if (sodium_init() < 0) throw std::runtime_error("libsodium does not start");
    if (!std::filesystem::exists(file)) make_key(file);
    std::ifstream in(file, std::ios::binary);
    if (!in) throw std::runtime_error(file.string() + " can not be read");
    std::string key{std::istreambuf_iterator<char>(in), {}};
    if (key.size() != key_bytes) throw std::runtime_error(file.string() + " is not a key of 32 bytes; put back the one that was there");
    return Vault(std::move(key));
}

db::Blob Vault::seal(base::PersonId person, std::string_view secret) const {
    const auto whose = std::to_string(person.value);
    const auto nonce = random_bytes(nonce_bytes);
    std::string box(secret.size() + tag_bytes, '\0');
    crypto_aead_xchacha20poly1305_ietf_encrypt(bytes(box), nullptr, bytes(secret), secret.size(), bytes(std::string_view(whose)),
                                               whose.size(), nullptr, bytes(std::string_view(nonce)), bytes(std::string_view(key_)));
    return {nonce + box};
}

std::optional<std::string> Vault::open(base::PersonId person, const db::Blob& sealed) const {
    if (sealed.bytes.size() < nonce_bytes + tag_bytes) return std::nullopt;
    const auto whose = std::to_string(person.value);
    const auto nonce = std::string_view(sealed.bytes).substr(0, nonce_bytes);
    const auto box = std::string_view(sealed.bytes).substr(nonce_bytes);
    std::string secret(box.size() - tag_bytes, '\0');
    const int failed =
        crypto_aead_xchacha20poly1305_ietf_decrypt(bytes(secret), nullptr, nullptr, bytes(box), box.size(), bytes(std::string_view(whose)),
                                                   whose.size(), bytes(nonce), bytes(std::string_view(key_)));
    return failed == 0 ? std::optional(std::move(secret)) : std::nullopt;
}

db::Blob Vault::mark(base::PersonId person, std::string_view code) const {
    const auto text = std::to_string(person.value) + " " + std::string(code);
    db::Blob hash{std::string(crypto_generichash_BYTES, '\0')};
    crypto_generichash(bytes(hash.bytes), hash.bytes.size(), bytes(std::string_view(text)), text.size(), bytes(std::string_view(key_)),
                       key_.size());
    return hash;
}

}  // namespace auth
