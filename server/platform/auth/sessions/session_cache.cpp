#include "auth/sessions/session_cache.hpp"

namespace auth {

std::optional<http::Viewer> SessionCache::find(const std::string& token_hash, base::Instant now) {
    const std::lock_guard lock(mutex_);
    const auto entry = entries_.find(token_hash);
    if (entry == entries_.end()) return std::nullopt;
    const auto left_ms = entry->second.until.ms - now.ms;  // more than it was given: the clock was set back
    if (left_ms < 0 || left_ms > trusted_ms) return std::nullopt;
    return entry->second.viewer;
}

void SessionCache::remember(const std::string& token_hash, const http::Viewer& viewer, base::Instant now) {
    const std::lock_guard lock(mutex_);
    if (entries_.size() >= most) entries_.clear();
    entries_.insert_or_assign(token_hash, Entry{viewer, {now.ms + trusted_ms}});
}

void SessionCache::forget_all() {
    const std::lock_guard lock(mutex_);
    entries_.clear();
}

}  // namespace auth
