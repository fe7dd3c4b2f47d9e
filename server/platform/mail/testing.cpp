#include "mail/testing.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <optional>
#include <stdexcept>

namespace mail::testing {

namespace {

constexpr int look_ms = 20;  // how often it looks whether it is to stop

std::uint16_t bound_port(int listener) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    if (::bind(listener, reinterpret_cast<sockaddr*>(&address), size) != 0 || ::listen(listener, 16) != 0)
        throw std::runtime_error("no port for a mail server");
    ::getsockname(listener, reinterpret_cast<sockaddr*>(&address), &size);
    return ntohs(address.sin_port);
}

void say(int peer, std::string_view text) {
    (void)::send(peer, text.data(), text.size(), MSG_NOSIGNAL);
}

std::string upper(std::string_view text) {
    std::string folded{text};
    for (auto& c : folded) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    return folded;
}

std::string in_brackets(std::string_view line) {
    const auto begin = line.find('<') + 1;
    return std::string{line.substr(begin, line.find('>') - begin)};
}

}  // namespace

SmtpServer::SmtpServer(Mood mood)
    : mood_{mood},
      listener_{::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)},
      port_{bound_port(listener_)},
      thread_{[this] { serve(); }} {}

SmtpServer::~SmtpServer() {
    stopping_ = true;
    thread_.join();
    ::close(listener_);
}

std::vector<Received> SmtpServer::received() const {
    const std::lock_guard lock{mutex_};
    return received_;
}

void SmtpServer::serve() {
    while (!stopping_) {
        pollfd waiting{listener_, POLLIN, 0};
        if (::poll(&waiting, 1, look_ms) <= 0) continue;
        const int peer = ::accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC);
        if (peer < 0) continue;
        talk(peer);
        ::close(peer);
    }
}

// A line without its end; nothing when the other side is gone or we are to stop.
static std::optional<std::string> hear_line(int peer, const std::atomic<bool>& stopping) {
    std::string line;
    while (!stopping) {
        pollfd waiting{peer, POLLIN, 0};
        if (::poll(&waiting, 1, look_ms) <= 0) continue;
        char c = 0;
        if (::recv(peer, &c, 1, 0) != 1) return std::nullopt;
        if (c == '\n') {
            if (line.ends_with('\r')) line.pop_back();
            return line;
        }
        line += c;
    }
    return std::nullopt;
}

void SmtpServer::talk(int peer) {
    if (mood_ == Mood::greets_forever)
        while (!stopping_ && ::send(peer, "220-welcome\r\n", 13, MSG_NOSIGNAL) == 13) ::usleep(1000);
    if (mood_ != Mood::silent) say(peer, "220 test.example ESMTP\r\n");
    Received received;
    while (const auto line = hear_line(peer, stopping_)) {
        const auto reply = answer(peer, *line, received);
        if (reply.empty()) return;
        say(peer, reply + "\r\n");
        if (reply.starts_with("221")) return;
    }
}

// Empty: it hangs up.
std::string SmtpServer::answer(int peer, std::string_view line, Received& received) {
    const auto command = upper(line.substr(0, 4));
    if (command == "QUIT") return "221 2.0.0 bye";
    if (command == "MAIL") received.from = in_brackets(line);
    if (command == "RCPT") {
        if (mood_ == Mood::busy) return "451 4.3.0 try again later";
        if (mood_ == Mood::knows_nobody) return "550 5.1.1 no such mailbox";
        received.to = in_brackets(line);
    }
    if (command != "DATA") return command == "AUTH" ? "535 5.7.8 wrong password" : "250 2.0.0 ok";
    say(peer, "354 go on\r\n");
    take_message(peer, received);
    if (mood_ == Mood::refuses_message) return "554 5.7.1 not from you";
    if (mood_ == Mood::hangs_up) return {};
    return "250 2.0.0 taken";
}

void SmtpServer::take_message(int peer, Received& received) {
    received.data.clear();
    while (const auto line = hear_line(peer, stopping_)) {
        if (*line == ".") break;
        received.data += line->starts_with('.') ? line->substr(1) : *line;
        received.data += "\r\n";
    }
    const std::lock_guard lock{mutex_};
    received_.push_back(received);
}

}  // namespace mail::testing
