#pragma once

#include <atomic>
#include <cstdint>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "mail/settings.hpp"

namespace mail::testing {

// Mail stays in the inbox of development.
inline Settings inbox() {
    Settings settings;
    settings.inbox = true;
    settings.origin = "https://lomwong.example.org";
    return settings;
}

// A mail server on loopback, as good or as bad as a test wants it.
enum class Mood : std::uint8_t {
    friendly,
    busy,             // 451 to the recipient
    knows_nobody,     // 550 5.1.1 to the recipient
    refuses_message,  // 554 5.7.1 after the message
    hangs_up,         // takes the message, and closes before it answers
    silent,           // does not even greet
    greets_forever,   // line after line
};

struct Received {
    std::string from;
    std::string to;
    std::string data;  // with its dots unstuffed
};

class SmtpServer {
  public:
    explicit SmtpServer(Mood mood = Mood::friendly);
    ~SmtpServer();  // and it is gone
    SmtpServer(const SmtpServer&) = delete;
    SmtpServer& operator=(const SmtpServer&) = delete;

    std::uint16_t port() const { return port_; }
    void set(Mood mood) { mood_ = mood; }
    std::vector<Received> received() const;

  private:
    void serve();
    void talk(int peer);
    void take_message(int peer, Received& received);
    std::string answer(int peer, std::string_view line, Received& received);

    std::atomic<Mood> mood_;
    std::atomic<bool> stopping_ = false;
    int listener_;
    std::uint16_t port_;
    mutable std::mutex mutex_;
    std::vector<Received> received_;
    std::thread thread_;
};

}  // namespace mail::testing
