#include "faults/forwarder.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>

#include <array>
#include <chrono>
#include <stdexcept>

namespace faults {

namespace {

sockaddr_in local(std::uint16_t port) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return address;
}

http::Descriptor new_socket() {
    return http::Descriptor{::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)};
}

// Moves what is there; false at the end.
bool move_some(int from, int to) {
    std::array<char, 16384> buffer;
    const auto size = ::recv(from, buffer.data(), buffer.size(), 0);
    return size > 0 && ::send(to, buffer.data(), static_cast<std::size_t>(size), MSG_NOSIGNAL) == size;
}

}  // namespace

Forwarder::Forwarder(std::uint16_t to) : to_{to}, listener_{new_socket()} {
    auto address = local(0);
    socklen_t size = sizeof address;
    auto* raw = reinterpret_cast<sockaddr*>(&address);
    if (::bind(listener_.number(), raw, size) != 0 || ::listen(listener_.number(), 64) != 0) throw std::runtime_error("cannot listen");
    ::getsockname(listener_.number(), raw, &size);
    port_ = ntohs(address.sin_port);
    thread_ = std::thread{[this] { accept_all(); }};
}

Forwarder::~Forwarder() {
    ending_ = true;
    cut();
    thread_.join();
    while (carried_ > 0) std::this_thread::sleep_for(std::chrono::milliseconds{1});
}

void Forwarder::cut() {
    open_ = false;
    const std::lock_guard lock{mutex_};
    for (const int socket : sockets_) ::shutdown(socket, SHUT_RDWR);
}

void Forwarder::mend() {
    open_ = true;
}

void Forwarder::accept_all() {
    while (!ending_) {
        pollfd waiting{listener_.number(), POLLIN, 0};
        if (::poll(&waiting, 1, 20) <= 0) continue;
        http::Descriptor here{::accept4(listener_.number(), nullptr, nullptr, SOCK_CLOEXEC)};
        if (!open_ || !here) continue;
        ++carried_;
        std::thread{[this, moved = std::move(here)]() mutable {
            carry(std::move(moved));
            --carried_;
        }}.detach();
    }
}

void Forwarder::carry(http::Descriptor here) {
    const auto there = new_socket();
    const auto address = local(to_);
    if (::connect(there.number(), reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) return;
    {
        const std::lock_guard lock{mutex_};
        sockets_.insert({here.number(), there.number()});
    }
    pass(here.number(), there.number());
    const std::lock_guard lock{mutex_};
    sockets_.erase(here.number());
    sockets_.erase(there.number());
}

void Forwarder::pass(int here, int there) {
    std::array<pollfd, 2> ends{pollfd{here, POLLIN, 0}, pollfd{there, POLLIN, 0}};
    while (open_ && ::poll(ends.data(), ends.size(), 100) >= 0) {
        if (ends[0].revents != 0 && !move_some(here, there)) return;
        if (ends[1].revents != 0 && !move_some(there, here)) return;
    }
}

std::uint16_t port_of(std::string_view address) {
    const auto host = address.find('@') + 1;
    const auto colon = address.find(':', host);
    return static_cast<std::uint16_t>(colon == std::string_view::npos ? 5432 : std::stoi(std::string{address.substr(colon + 1, 5)}));
}

std::string with_port(std::string_view address, std::uint16_t port) {
    const auto host = address.find('@') + 1;
    const auto end = std::min(address.find(':', host), address.find('/', host));
    return std::string{address.substr(0, end)} + ":" + std::to_string(port) + std::string{address.substr(address.find('/', host))};
}

}  // namespace faults
