#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

#include "base/language.hpp"
#include "base/time.hpp"

namespace db {
class Session;
}

namespace http {

class Call;

// What an installation says otherwise than the locale files: its own name, and the few words that differ from office to office.
struct Words {
    struct Said {
        std::string th, en;
    };
    std::map<std::string, Said, std::less<>> by_key;  // by locale key
    std::string picture;                              // path of the one that link previews show; empty: ours
    bool example{};                                   // people and events are invented, and every page says so

    std::string say(base::Language language, std::string_view key) const;
};

// Keeps the words at hand: every page says them. What this server changes is said at once; what another one changes, after `trusted_ms`.
// Equipment; without it everything is said as the locale files say it. Any thread.
class Wording {
  public:
    static constexpr std::int64_t trusted_ms = 10'000;

    explicit Wording(std::function<Words(db::Session&)> read) : read_{std::move(read)} {}

    std::shared_ptr<const Words> learn(db::Session& db, base::Instant now);
    std::shared_ptr<const Words> known() const;  // as last learnt: for where no database may be asked
    void forget();                               // they have changed

  private:
    std::function<Words(db::Session&)> read_;
    mutable std::mutex mutex_;
    std::shared_ptr<const Words> words_ = std::make_shared<const Words>();
    std::optional<base::Instant> learnt_at_;
    std::uint64_t changes_ = 0;
};

// The words of the installation that is called.
std::shared_ptr<const Words> words_of(Call& call);

}  // namespace http
