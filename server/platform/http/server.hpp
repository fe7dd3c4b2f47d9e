#pragma once

#include <chrono>
#include <cstdint>
#include <exception>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "http/request.hpp"
#include "http/response.hpp"

namespace http {

// How much body a request may bring.
struct BodyRule {
    std::uint64_t max_bytes = 1 << 20;
    bool takes_uploads = false;  // multipart/form-data is taken apart and its files are written to disk as they come
    bool streams = false;        // the handler gets the head alone and answers with a Receiver, which takes the body as it comes
};

// What stands behind the network. Functions are called from many threads at once.
class Application {
  public:
    virtual ~Application() = default;

    // On the network thread, with the head only: a reply that needs no waiting (health, metrics, assets). Must not block.
    virtual std::optional<Response> answer_at_once(const Request& head) = 0;
    // On the network thread, before any of the body is read.
    virtual BodyRule body_rule(const Request& head) = 0;
    // On a worker, before any body of a form with files is read: throws what handle would throw of the head alone.
    virtual void admit(Request& head) { (void)head; }
    // On a worker: plain sequential code. May throw. Where the rule says that the body streams, it has not come yet.
    virtual Response handle(Request& request) = 0;
    // What handle threw, as a reply. Logs what is worth a log.
    virtual Response failed(const Request& request, std::exception_ptr error) noexcept = 0;
    // The network layer refuses: 400, 403, 408, 413, 431, 501, 503… with a stable code.
    virtual Response refused(const Request& request, unsigned status, std::string_view code) noexcept = 0;
    // The reply is on its way; for the access log and the metrics. On the network thread.
    virtual void replied(const Request& request, unsigned status, std::uint64_t bytes, std::chrono::microseconds took) noexcept = 0;
};

inline constexpr std::string_view local_proxy = "local";  // any on this machine

struct ServerOptions {
    std::string address = "127.0.0.1";
    std::uint16_t port = 0;  // 0: any free one
    unsigned network_threads = 1;
    unsigned workers = 16;
    std::size_t queue = 512;  // requests that may wait for a worker; more get 503
    std::size_t max_connections = 20'000;
    std::size_t visitor_connections = 5000;  // of one visitor, as the proxy in front tells them: a hall behind one address needs many
    std::size_t max_head_bytes = 16 << 10;
    std::chrono::milliseconds head_time{10'000};  // from the first byte of a head to its last
    std::chrono::milliseconds stall_time{
        30'000};  // a body must bring, and a client must take, at least 64 KiB in this time, or all that is left
    std::chrono::milliseconds idle_time{75'000};  // a quiet connection is kept
    std::chrono::milliseconds grace{20'000};      // a stop waits so long for what has begun
    std::filesystem::path spool;                  // where uploads lie while they come
    std::string proxy;  // whose X-Forwarded-For and -Proto are believed: its address, or local_proxy; empty: nobody's
};

// What the server is doing now.
struct ServerState {
    std::size_t connections = 0;
    std::size_t visitors = 0;  // who have any of them
    std::size_t waiting = 0;   // requests for a worker
    std::size_t uploads = 0;
    bool stopping = false;
};

// Listens from construction on; run() returns after stop(), when what had begun is finished.
class Server {
  public:
    Server(ServerOptions options, Application& application);  // throws std::system_error naming address and port
    ~Server();

    void run();
    void stop();  // from any thread
    std::uint16_t port() const;
    ServerState state() const;

  private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace http
