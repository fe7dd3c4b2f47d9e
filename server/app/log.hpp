#pragma once

#include <spdlog/formatter.h>
#include <spdlog/fwd.h>

#include <memory>

#include "app/config.hpp"

namespace app {

// A JSON object a line: at, level, message, and the request or job that the thread is at work on (base::AtWork).
std::unique_ptr<spdlog::formatter> json_lines();

// What happened and what broke, to standard error: plain for a person at a terminal, else JSON lines.
std::shared_ptr<spdlog::logger> make_log();

// A line a request, to DATA/log/access_YYYY-MM-DD.log. Kept for 90 days, as the law on computer crime asks, and then gone.
// Nothing if the configuration says so.
std::shared_ptr<spdlog::logger> make_access_log(const Config& config);

}  // namespace app
