#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <string>
#include <thread>

// For tests: an outside service on a loopback port.
namespace fetch::testing {

struct Asked {
    std::string method, target;
    std::string head;  // all lines, as they came
    std::string body;
};

// Answers one request a connection, each on a thread of its own, with the bytes that `answer` gives; those of `reply_with` are whole
// replies.
class Service {
  public:
    explicit Service(std::function<std::string(const Asked&)> answer);
    ~Service();
    Service(const Service&) = delete;
    Service& operator=(const Service&) = delete;

    std::string url(const std::string& path) const;
    int asked() const { return asked_; }

  private:
    void listen();
    void serve(int connection);

    std::function<std::string(const Asked&)> answer_;
    int socket_;
    std::uint16_t port_ = 0;
    std::atomic<int> asked_ = 0;
    std::jthread listener_;
};

std::string reply_with(int status, const std::string& body, const std::string& more_headers = {});

}  // namespace fetch::testing
