#pragma once

#include <condition_variable>
#include <cstddef>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

namespace auth {

// What a password may not be; a locale key without its "problem_", or nothing. `login` is whose it will be.
std::optional<std::string_view> password_fault(std::string_view password, std::string_view login);
constexpr std::size_t shortest_password = 10;

// How much work one password is.
struct HashCost {
    unsigned long long passes = 2;
    std::size_t memory_bytes = 19u << 20;
};

// Hashes passwords with argon2id, at most so many at once: each takes 19 MiB and tens of milliseconds of a core. Any thread.
// Never inside a write closure: it would hold up every other write.
class PasswordHasher {
  public:
    explicit PasswordHasher(unsigned at_once, HashCost cost = {});

    // Throw Problem 503 `busy_signing_in` when it is not their turn within two seconds.
    std::string hash(std::string_view password);
    bool verify(std::string_view hash, std::string_view password);
    // The same work for a name that nobody has, so that time does not tell.
    void verify_nobody(std::string_view password);

  private:
    class Turn;

    HashCost cost_;
    std::mutex mutex_;
    std::condition_variable freed_;
    unsigned free_;
    std::string nobody_;
};

}  // namespace auth
