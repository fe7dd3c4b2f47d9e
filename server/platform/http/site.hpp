#pragma once

#include <spdlog/fwd.h>

#include <atomic>
#include <functional>
#include <memory>

#include "http/assets.hpp"
#include "http/call.hpp"
#include "http/metrics.hpp"
#include "http/page.hpp"
#include "http/router.hpp"
#include "http/server.hpp"

namespace http {

class Problem;

// What stands behind the network in `lomwong serve` and in tests of a whole server: health and the web app's files at once, routes,
// readiness and metrics on workers, and for every other address the frame of the web app. Made when the router has all its routes.
class Site final : public Application {
  public:
    struct Parts {
        const Router& router;
        const Services& services;
        const Assets& assets;
        const PageFrame& frame;
        std::shared_ptr<spdlog::logger> log;     // what broke
        std::shared_ptr<spdlog::logger> access;  // a line a request; may be missing
    };
    explicit Site(Parts parts) : parts_{std::move(parts)}, metrics_{parts_.router} {}

    void watch(const Server& server) { server_ = &server; }  // for the metrics; before it runs

    std::optional<Response> answer_at_once(const Request& head) override;
    BodyRule body_rule(const Request& head) override;
    void admit(Request& head) override;
    Response handle(Request& request) override;
    Response failed(const Request& request, std::exception_ptr error) noexcept override;
    Response refused(const Request& request, unsigned status, std::string_view code) noexcept override;
    void replied(const Request& request, unsigned status, std::uint64_t bytes, std::chrono::microseconds took) noexcept override;

  private:
    Response ask_database();
    Response tell_readiness();
    Response tell_figures();
    Problem as_problem(const Request& request, const std::exception_ptr& error);
    Response empty_page(unsigned status, const Request& request) const;
    bool is_page(const Request& request) const;

    Parts parts_;
    const Server* server_ = nullptr;
    Metrics metrics_;
    std::atomic<bool> database_failed_ = false;
};

}  // namespace http
