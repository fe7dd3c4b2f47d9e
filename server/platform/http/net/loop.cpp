#include "http/net/loop.hpp"

#include <fmt/format.h>
#include <sodium.h>

#include "http/net/connection.hpp"

namespace http::net {

// Deadlines are kept by looking at every connection this often: cheaper than a timer that is moved with every request.
constexpr std::chrono::milliseconds tick_every{250};

Loop::Loop(Common& shared) : common{shared}, io{std::make_shared<boost::asio::io_context>(1)}, timer_{*io} {
    randombytes_buf(&last_id_, sizeof last_id_);
}

Loop::~Loop() = default;

void Loop::run() {
    tick();
    io->run();
}

void Loop::adopt(boost::asio::ip::tcp::socket socket) {
    const auto connection = std::make_shared<Connection>(*this, std::move(socket));
    connections_.insert(connection);
    connection->start();
}

void Loop::forget(const std::shared_ptr<Connection>& connection) {
    if (connections_.erase(connection) == 0) return;
    --common.connections;
    if (finishing_ && connections_.empty()) io->stop();
}

void Loop::finish() {
    finishing_ = true;
    const auto all = connections_;
    for (const auto& connection : all) connection->finish();
    if (connections_.empty()) io->stop();
}

void Loop::abort() {
    const auto all = connections_;
    for (const auto& connection : all) connection->close();
    io->stop();
}

std::string Loop::next_request_id() {
    return fmt::format("{:016x}", last_id_++);
}

void Loop::tick() {
    const auto now = std::chrono::steady_clock::now();
    std::vector<std::shared_ptr<Connection>> due;
    for (const auto& connection : connections_)
        if (connection->is_due(now)) due.push_back(connection);
    for (const auto& connection : due) connection->on_deadline();

    timer_.expires_after(tick_every);
    timer_.async_wait([this](const boost::system::error_code& error) {
        if (!error) tick();
    });
}

}  // namespace http::net
