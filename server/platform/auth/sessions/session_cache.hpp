#pragma once

#include <cstddef>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>

#include "base/time.hpp"
#include "http/viewer.hpp"

namespace auth {

// Remembers for some seconds whose a token is, so that not every request asks the database. What this server changes is forgotten at once;
// what another one changes, after `trusted_ms`. Any thread.
class SessionCache {
  public:
    static constexpr std::int64_t trusted_ms = 10'000;
    static constexpr std::size_t most = 20'000;

    std::optional<http::Viewer> find(const std::string& token_hash, base::Instant now);
    void remember(const std::string& token_hash, const http::Viewer& viewer, base::Instant now);
    void forget_all();

  private:
    struct Entry {
        http::Viewer viewer;
        base::Instant until;
    };
    std::mutex mutex_;
    std::unordered_map<std::string, Entry> entries_;
};

}  // namespace auth
