#pragma once

#include <string_view>
#include <utility>

namespace base {

// What this thread is at work on, so that every line it writes to the log says so: "request" and its id, "job" and its number.
// Stands where the work begins; `id` must outlive it.
class AtWork {
  public:
    struct On {
        std::string_view kind;
        std::string_view id;
    };

    AtWork(std::string_view kind, std::string_view id) : before_(std::exchange(on_, On{kind, id})) {}
    ~AtWork() { on_ = before_; }
    AtWork(const AtWork&) = delete;
    AtWork& operator=(const AtWork&) = delete;

    // Empty if it is nothing of the kind.
    static On on() { return on_; }

  private:
    static inline thread_local On on_{};
    On before_;
};

}  // namespace base
