#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <semaphore>
#include <string>
#include <string_view>
#include <variant>

// What this server asks of others.
namespace fetch {

struct Request {
    std::string url;
    std::optional<std::string> form;  // posted as application/x-www-form-urlencoded; without it a GET
    std::string authorization;        // the header's value; empty: none
};

struct Reply {
    unsigned status = 0;  // also that of a redirect, which is not followed
    std::string body;
};

enum class Fault : std::uint8_t {
    not_safe,   // neither https nor this very machine: nothing was sent
    busy,       // too many are asking already: nothing was sent
    away,       // no connection, or one that broke, or not who it should be
    slow,       // no whole reply in time
    too_large,  // more than may come
};
using Outcome = std::variant<Reply, Fault>;

struct Limits {
    std::chrono::milliseconds connecting{4'000};
    std::chrono::milliseconds whole{8'000};
    std::size_t bytes = 512 << 10;
};

// Over http to this very machine: 127.0.0.1 or ::1.
bool is_loopback(const std::string& url);
// What may be asked: https, or the loopback.
bool is_safe(const std::string& url);

// From any thread; who calls waits.
class Client {
  public:
    explicit Client(Limits limits = {}, std::ptrdiff_t at_once = 4);

    [[nodiscard]] Outcome send(const Request& request);

  private:
    const Limits limits_;
    std::counting_semaphore<> free_;
};

}  // namespace fetch
