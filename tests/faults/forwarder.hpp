#pragma once

#include <atomic>
#include <cstdint>
#include <mutex>
#include <set>
#include <string>
#include <string_view>
#include <thread>

#include "http/descriptor.hpp"

namespace faults {

// The road between a server and its database: passes bytes on to a port of this machine, can be cut and mended.
class Forwarder {
  public:
    explicit Forwarder(std::uint16_t to);
    ~Forwarder();

    std::uint16_t port() const { return port_; }
    void cut();  // drops every connection, and new ones as they come
    void mend();

  private:
    void accept_all();
    void pass(int from, int to);
    void carry(http::Descriptor here);

    const std::uint16_t to_;
    http::Descriptor listener_;
    std::uint16_t port_ = 0;
    std::atomic<bool> open_ = true;
    std::atomic<bool> ending_ = false;
    std::mutex mutex_;
    std::set<int> sockets_;  // of connections under way
    std::atomic<int> carried_ = 0;
    std::thread thread_;
};

// Of "postgresql://user@host:5432/name".
std::uint16_t port_of(std::string_view address);
std::string with_port(std::string_view address, std::uint16_t port);

}  // namespace faults
