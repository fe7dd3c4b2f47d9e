#pragma once

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <functional>
#include <thread>

#include "http/net/raw_client.hpp"
#include "http/server.hpp"

namespace http::net {

// Answers every request by one function.
class Echo final : public Application {
  public:
    std::function<Response(Request&)> answer = [](Request& request) {
        return Response::text(200, "text/plain", std::string{request.path()} + "|" + request.body);
    };
    std::function<void(Request&)> admits = [](Request&) {};
    BodyRule rule{.max_bytes = 1000, .takes_uploads = false};

    std::optional<Response> answer_at_once(const Request& head) override {
        if (head.path() != "/healthz") return std::nullopt;
        return Response::text(200, "text/plain", "well");
    }
    BodyRule body_rule(const Request&) override { return rule; }
    void admit(Request& head) override { admits(head); }
    Response handle(Request& request) override { return answer(request); }
    Response failed(const Request&, std::exception_ptr) noexcept override { return Response::text(500, "text/plain", "broke"); }
    Response refused(const Request&, unsigned status, std::string_view code) noexcept override {
        return Response::text(status, "text/plain", std::string{code});
    }
    void replied(const Request&, unsigned, std::uint64_t, std::chrono::microseconds) noexcept override {}
};

class ServerTest : public testing::Test {
  protected:
    ServerTest() {
        options.spool = std::filesystem::temp_directory_path() / ("lomwong-spool-" + std::to_string(::getpid()));
        std::filesystem::create_directories(options.spool);
        options.workers = 4;
    }
    ~ServerTest() override {
        stop();
        std::filesystem::remove_all(options.spool);
    }

    RawClient connect() {
        if (!server) {
            server = std::make_unique<Server>(options, app);
            thread = std::thread{[this] { server->run(); }};
        }
        return RawClient{server->port()};
    }

    void stop() {
        if (server) server->stop();
        if (thread.joinable()) thread.join();
        server = nullptr;
    }

    Echo app;
    ServerOptions options;
    std::unique_ptr<Server> server;
    std::thread thread;
};

}  // namespace http::net
