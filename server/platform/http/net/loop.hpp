#pragma once

#include <array>
#include <atomic>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <memory>
#include <string>
#include <unordered_set>

#include "http/net/visitors.hpp"
#include "http/net/worker_pool.hpp"
#include "http/server.hpp"

namespace http::net {

class Connection;
using SteadyTime = std::chrono::steady_clock::time_point;

// What all network threads share.
struct Common {
    const ServerOptions& options;
    Application& application;
    std::atomic<std::size_t> connections = 0;
    Visitors visitors;
    std::atomic<int> uploads = 0;
    std::atomic<bool> stopping = false;
    WorkerPool workers;
    WorkerPool spoolers;  // write uploads to disk; finish what they have when the server ends
};

// One network thread: its connections, its clock, one buffer into which all of them read.
class Loop {
  public:
    explicit Loop(Common& shared);
    ~Loop();

    void run();                                       // until stopped and empty
    void adopt(boost::asio::ip::tcp::socket socket);  // on this thread; it is counted already
    void forget(const std::shared_ptr<Connection>& connection);
    void finish();  // on this thread: no new requests, end when the last connection is gone
    void abort();   // on this thread: end now

    std::string next_request_id();

    Common& common;
    const std::shared_ptr<boost::asio::io_context> io;
    std::array<char, 64 << 10> buffer;

  private:
    void tick();

    boost::asio::steady_timer timer_;
    std::unordered_set<std::shared_ptr<Connection>> connections_;
    std::uint64_t last_id_;
    bool finishing_ = false;
};

}  // namespace http::net
