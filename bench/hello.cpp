// The ceiling of bench/read-speed: one word through the same network thread and worker pool that `lomwong serve` uses.

#include <cstdlib>
#include <filesystem>
#include <iostream>

#include "http/server.hpp"

namespace {

class Hello final : public http::Application {
  public:
    std::optional<http::Response> answer_at_once(const http::Request&) override { return std::nullopt; }
    http::BodyRule body_rule(const http::Request&) override { return {}; }
    http::Response handle(http::Request&) override { return http::Response::text(200, "text/plain", "hello"); }
    http::Response failed(const http::Request&, std::exception_ptr) noexcept override {
        return http::Response::text(500, "text/plain", "");
    }
    http::Response refused(const http::Request&, unsigned status, std::string_view code) noexcept override {
        return http::Response::text(status, "text/plain", std::string{code});
    }
    void replied(const http::Request&, unsigned, std::uint64_t, std::chrono::microseconds) noexcept override {}
};

}  // namespace

int main(int argc, char** argv) {
    http::ServerOptions options;
    options.port = argc > 1 ? static_cast<std::uint16_t>(std::atoi(argv[1])) : 0;
    options.spool = std::filesystem::temp_directory_path();
    Hello hello;
    http::Server server{options, hello};
    std::cout << "hello on port " << server.port() << std::endl;
    server.run();
}
