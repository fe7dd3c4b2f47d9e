#pragma once

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>

#include <chrono>
#include <stdexcept>
#include <string>
#include <string_view>

#include "http/descriptor.hpp"

namespace http::net {

// For tests: a client that sends exactly the bytes it is told, well-formed or not.
class RawClient {
  public:
    explicit RawClient(std::uint16_t port) : socket_{::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)} {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        if (::connect(socket_.number(), reinterpret_cast<sockaddr*>(&address), sizeof address) != 0)
            throw std::runtime_error("cannot connect");
    }

    void send(std::string_view bytes) {
        while (!bytes.empty()) {
            const auto sent = ::send(socket_.number(), bytes.data(), bytes.size(), MSG_NOSIGNAL);
            if (sent <= 0) return;  // the server has closed; what it said is still to be read
            bytes.remove_prefix(static_cast<std::size_t>(sent));
        }
    }

    // What has come until `end` stands in it, the server closes or the time is over.
    std::string read_until(std::string_view end, std::chrono::milliseconds time = std::chrono::seconds{5}) {
        const auto deadline = std::chrono::steady_clock::now() + time;
        while (!end.empty() ? received_.find(end) == std::string::npos : !closed_) {
            const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline - std::chrono::steady_clock::now());
            if (left.count() <= 0 || !receive(static_cast<int>(left.count()))) break;
        }
        const auto at = end.empty() ? std::string::npos : received_.find(end);
        const auto size = at == std::string::npos ? received_.size() : at + end.size();
        auto text = received_.substr(0, size);
        received_.erase(0, size);
        return text;
    }

    std::string read_all(std::chrono::milliseconds time = std::chrono::seconds{5}) { return read_until({}, time); }

    // One whole response with its body, as Content-Length tells it.
    std::string read_response() {
        auto head = read_until("\r\n\r\n");
        const auto at = head.find("Content-Length: ");
        const auto size = at == std::string::npos ? 0 : std::stoul(head.substr(at + 16));
        while (received_.size() < size && receive(5000)) {
        }
        head += received_.substr(0, size);
        received_.erase(0, size);
        return head;
    }

    std::string exchange(std::string_view request) {
        send(request);
        return read_response();
    }

    bool is_closed() const { return closed_; }

  private:
    bool receive(int milliseconds) {
        pollfd wait{socket_.number(), POLLIN, 0};
        if (::poll(&wait, 1, milliseconds) <= 0) return false;
        char buffer[16384];
        const auto size = ::recv(socket_.number(), buffer, sizeof buffer, 0);
        if (size <= 0) {
            closed_ = true;
            return false;
        }
        received_.append(buffer, static_cast<std::size_t>(size));
        return true;
    }

    Descriptor socket_;
    std::string received_;
    bool closed_ = false;
};

}  // namespace http::net
