#include "auth/password.hpp"

#include <sodium.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <stdexcept>

#include "http/problem.hpp"

namespace auth {
namespace {

// Those of ten characters and more that guessers try first.
constexpr std::array<std::string_view, 16> too_common{
    "1234567890",   "0123456789",    "12345678910", "123456789a", "1q2w3e4r5t",  "qwertyuiop",  "password12", "password123",
    "password1234", "administrator", "0987654321",  "9876543210", "iloveyou123", "qwerty12345", "abcdefghij", "lomwonglomwong"};

bool is_one_character(std::string_view text) {
    return std::ranges::all_of(text, [&](char c) { return c == text.front(); });
}

}  // namespace

std::optional<std::string_view> password_fault(std::string_view password, std::string_view login) {
    const auto characters = std::ranges::count_if(password, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; });
    if (static_cast<std::size_t>(characters) < shortest_password) return "password_too_short";
    const bool holds_login = login.size() >= 4 && password.find(login) != std::string_view::npos;
    if (holds_login || is_one_character(password) || std::ranges::count(too_common, password) > 0) return "password_too_easy";
    return std::nullopt;
}

// A place among those that hash; given back when it goes away.
class PasswordHasher::Turn {
  public:
    explicit Turn(PasswordHasher& hasher) : hasher_(hasher) {
        std::unique_lock lock(hasher_.mutex_);
        if (!hasher_.freed_.wait_for(lock, std::chrono::seconds(2), [&] { return hasher_.free_ > 0; }))
            throw http::Problem(503, "busy_signing_in", {{"seconds", 5}});
        --hasher_.free_;
    }
    ~Turn() {
        {
            const std::lock_guard lock(hasher_.mutex_);
            ++hasher_.free_;
        }
        hasher_.freed_.notify_one();
    }
    Turn(const Turn&) = delete;
    Turn& operator=(const Turn&) = delete;

  private:
    PasswordHasher& hasher_;
};

PasswordHasher::PasswordHasher(unsigned at_once, HashCost cost) : cost_(cost), free_(std::max(1U, at_once)) {
    if (sodium_init() < 0) throw std::runtime_error("libsodium does not start");
    nobody_ = hash("nobody has this password");
}

std::string PasswordHasher::hash(std::string_view password) {
    const Turn turn(*this);
    std::array<char, crypto_pwhash_STRBYTES> text{};
    const int failed = crypto_pwhash_str_alg(text.data(), password.data(), password.size(), cost_.passes, cost_.memory_bytes,
                                             crypto_pwhash_ALG_ARGON2ID13);
    if (failed != 0) throw std::runtime_error("no memory to hash a password");
    return text.data();
}

bool PasswordHasher::verify(std::string_view hash, std::string_view password) {
    const Turn turn(*this);
    const std::string terminated(hash);
    return crypto_pwhash_str_verify(terminated.c_str(), password.data(), password.size()) == 0;
}

void PasswordHasher::verify_nobody(std::string_view password) {
    verify(nobody_, password);
}

}  // namespace auth
