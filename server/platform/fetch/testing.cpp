#include "fetch/testing.hpp"

#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <stdexcept>
#include <vector>

namespace fetch::testing {
namespace {

// The head and as much body as its Content-Length says; empty when the connection ended before.
std::string read_request(int connection) {
    std::string text;
    std::array<char, 4096> buffer{};
    for (;;) {
        if (const auto end = text.find("\r\n\r\n"); end != std::string::npos) {
            const auto at = text.find("Content-Length: ");
            const auto length = at < end ? std::stoul(text.substr(at + 16)) : 0;
            if (text.size() >= end + 4 + length) return text;
        }
        const auto got = ::recv(connection, buffer.data(), buffer.size(), 0);
        if (got <= 0) return {};
        text.append(buffer.data(), static_cast<std::size_t>(got));
    }
}

Asked asked_in(const std::string& text) {
    const auto method = text.find(' ');
    const auto target = text.find(' ', method + 1);
    const auto head = text.find("\r\n\r\n");
    return {text.substr(0, method), text.substr(method + 1, target - method - 1), text.substr(0, head + 2), text.substr(head + 4)};
}

}  // namespace

Service::Service(std::function<std::string(const Asked&)> answer)
    : answer_(std::move(answer)), socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    auto* plain = reinterpret_cast<sockaddr*>(&address);  // NOLINT(cppcoreguidelines-pro-type-reinterpret-cast): the socket interface
    if (::bind(socket_, plain, size) != 0 || ::listen(socket_, 16) != 0 || ::getsockname(socket_, plain, &size) != 0)
        throw std::runtime_error("no loopback port");
    port_ = ntohs(address.sin_port);
    listener_ = std::jthread([this] { listen(); });
}

Service::~Service() {
    ::shutdown(socket_, SHUT_RDWR);
    listener_.join();
    ::close(socket_);
}

std::string Service::url(const std::string& path) const {
    return "http://127.0.0.1:" + std::to_string(port_) + path;
}

void Service::listen() {
    std::vector<std::jthread> served;
    for (;;) {
        const int connection = ::accept(socket_, nullptr, nullptr);
        if (connection < 0) return;
        served.emplace_back([this, connection] { serve(connection); });
    }
}

void Service::serve(int connection) {
    if (const auto text = read_request(connection); !text.empty()) {
        ++asked_;
        const auto reply = answer_(asked_in(text));
        (void)!::send(connection, reply.data(), reply.size(), MSG_NOSIGNAL);
    }
    ::close(connection);
}

std::string reply_with(int status, const std::string& body, const std::string& more_headers) {
    return "HTTP/1.1 " + std::to_string(status) +
           " Said\r\nContent-Type: application/json\r\nContent-Length: " + std::to_string(body.size()) + "\r\nConnection: close\r\n" +
           more_headers + "\r\n" + body;
}

}  // namespace fetch::testing
