#pragma once

#include <array>
#include <atomic>
#include <boost/describe/enum.hpp>
#include <chrono>
#include <cstdint>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

#include "base/pace.hpp"

// How often somebody may write: each person, and all guests of one network together. Every route that writes names its kind.
namespace http {

class Call;

// Counted apart from each other.
enum class WriteKind : std::uint8_t {
    sign_in,   // tries at the door
    account,   // one's own password, second step, sessions
    mail,      // what makes us write to somebody: a reset, an invitation, a new address
    comment,   // how often, administrators settle: discussion/limits.hpp
    concern,   // that something is not as it should be; administrators settle this too
    proposal,  // of people who need no role for it: topics, support, whether they come
    visit,     // that something was opened
    upload,
    import,  // many rows or a document at once
    record,  // a new one
    change,  // to a record, or to what hangs on it
    office   // what administrators settle
};
BOOST_DESCRIBE_ENUM(WriteKind, sign_in, account, mail, comment, concern, proposal, visit, upload, import, record, change, office)
inline constexpr std::size_t write_kinds = 12;

// Of each kind so many an hour; none where another page settles it. Wide enough for a hall of ninety people behind one address.
class Allowances {
  public:
    std::optional<std::int64_t> of(WriteKind kind) const;
    void set(WriteKind kind, std::int64_t an_hour) { an_hour_[static_cast<std::size_t>(kind)] = an_hour; }

  private:
    std::array<std::int64_t, write_kinds> an_hour_{600, 600, 300, 0, 0, 600, 12'000, 1200, 300, 1200, 6000, 3000};
};

// In the memory of this process: a restart forgives, and of several servers on one database each counts for itself. From any thread.
class Limiter {
  public:
    explicit Limiter(const Allowances& allowances = {});

    const Allowances& allowances() const { return allowances_; }
    // Throws Problem 429 `many_writes` with the seconds to wait.
    void count(WriteKind kind, std::string_view who, std::int64_t an_hour, base::Instant now);
    // The same without counting: for what is refused before it is sent.
    void require_open(WriteKind kind, std::string_view who, std::int64_t an_hour, base::Instant now);
    std::uint64_t refused(WriteKind kind) const { return refused_[static_cast<std::size_t>(kind)]; }

  private:
    std::uint64_t place_of(WriteKind kind, std::string_view who) const;
    void refuse_if(std::chrono::milliseconds wait, WriteKind kind);

    const Allowances allowances_;
    const std::uint64_t secret_;  // so that nobody can choose whose place they take
    std::mutex mutex_;
    base::Pace pace_;
    std::array<std::atomic<std::uint64_t>, write_kinds> refused_{};
};

// Counts a write of who calls. An application without a Limiter counts nothing.
void count_write(const Call& call, WriteKind kind);
void count_write(const Call& call, WriteKind kind, std::int64_t an_hour);
// Throws what count_write would, and counts nothing.
void require_write_open(const Call& call, WriteKind kind);

}  // namespace http
