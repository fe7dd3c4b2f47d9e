#include "http/server.hpp"

#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <thread>
#include <vector>

#include "http/net/connection.hpp"
#include "http/net/loop.hpp"

namespace http {

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;

constexpr unsigned spool_threads = 2;
constexpr std::size_t spool_queue = 64;
constexpr std::chrono::seconds pause_when_out_of_descriptors{1};

struct Server::Impl {
    Impl(ServerOptions wanted, Application& application)
        : options{std::move(wanted)},
          common{.options = options,
                 .application = application,
                 .visitors = net::Visitors{options.visitor_connections},
                 .workers = {"worker", options.workers, options.queue},
                 .spoolers = {"spool", spool_threads, spool_queue}} {
        for (unsigned i = 0; i < std::max(1U, options.network_threads); ++i) loops.push_back(std::make_unique<net::Loop>(common));
        acceptor = std::make_unique<tcp::acceptor>(*loops[0]->io);
        timer = std::make_unique<asio::steady_timer>(*loops[0]->io);
        listen();
    }

    void listen() {
        const tcp::endpoint endpoint{asio::ip::make_address(options.address), options.port};
        try {
            acceptor->open(endpoint.protocol());
            acceptor->set_option(tcp::acceptor::reuse_address{true});
            acceptor->bind(endpoint);
            acceptor->listen(4096);
            acceptor->non_blocking(true);
        } catch (const boost::system::system_error& error) {
            throw std::system_error(error.code().value(), std::system_category(),
                                    "cannot listen on " + options.address + " port " + std::to_string(options.port));
        }
    }

    void accept_next() {
        acceptor->async_wait(tcp::acceptor::wait_read, [this](const error_code& error) {
            if (!error) accept_all();
        });
    }

    void accept_all() {
        error_code error;
        while (!error && acceptor->is_open()) {
            auto& loop = *loops[next_loop++ % loops.size()];
            tcp::socket socket{*loop.io};
            acceptor->accept(socket, error);
            if (!error) welcome(loop, std::move(socket));
        }
        if (error == asio::error::no_descriptors) return accept_later();
        if (acceptor->is_open()) accept_next();
    }

    void welcome(net::Loop& loop, tcp::socket socket) {
        if (common.connections >= options.max_connections) return turn_away(socket);
        ++common.connections;  // here and not once it is adopted: very many may be accepted in one go
        asio::post(*loop.io, [&loop, moved = std::move(socket)]() mutable { loop.adopt(std::move(moved)); });
    }

    static void turn_away(tcp::socket& socket) {
        error_code ignored;
        socket.write_some(asio::buffer(net::turned_away), ignored);
    }

    void accept_later() {
        timer->expires_after(pause_when_out_of_descriptors);
        timer->async_wait([this](const error_code& error) {
            if (!error && acceptor->is_open()) accept_next();
        });
    }

    void run() {
        accept_next();
        std::vector<std::thread> others;
        for (std::size_t i = 1; i < loops.size(); ++i) others.emplace_back([this, i] { loops[i]->run(); });
        loops[0]->run();
        for (auto& thread : others) thread.join();
    }

    void stop() {
        if (common.stopping.exchange(true)) return;
        asio::post(*loops[0]->io, [this] {
            error_code ignored;
            acceptor->close(ignored);
        });
        for (auto& loop : loops) asio::post(*loop->io, [this, &loop = *loop] { stop(loop); });
    }

    void stop(net::Loop& loop) {
        const auto grace = std::make_shared<asio::steady_timer>(*loop.io, options.grace);
        grace->async_wait([grace, &loop](const error_code& error) {
            if (!error) loop.abort();
        });
        loop.finish();
    }

    ServerOptions options;
    net::Common common;
    std::vector<std::unique_ptr<net::Loop>> loops;
    std::unique_ptr<tcp::acceptor> acceptor;
    std::unique_ptr<asio::steady_timer> timer;  // until there are descriptors again
    std::size_t next_loop = 0;
};

Server::Server(ServerOptions options, Application& application) : impl_{std::make_unique<Impl>(std::move(options), application)} {}
Server::~Server() = default;
void Server::run() {
    impl_->run();
}
void Server::stop() {
    impl_->stop();
}
std::uint16_t Server::port() const {
    return impl_->acceptor->local_endpoint().port();
}
ServerState Server::state() const {
    const auto& common = impl_->common;
    return {common.connections, common.visitors.count(), common.workers.waiting(),
            static_cast<std::size_t>(std::max(0, common.uploads.load())), common.stopping.load()};
}

}  // namespace http
