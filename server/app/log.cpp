#include "app/log.hpp"

#include <spdlog/pattern_formatter.h>
#include <spdlog/sinks/daily_file_sink.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>
#include <unistd.h>

#include "base/json/json.hpp"

namespace app {

namespace {

constexpr std::uint16_t days_kept = 90;

// The message as a JSON string.
class QuotedMessage final : public spdlog::custom_flag_formatter {
  public:
    void format(const spdlog::details::log_msg& message, const std::tm&, spdlog::memory_buf_t& to) override {
        const auto quoted = json::write(std::string{message.payload.data(), message.payload.size()});
        to.append(quoted.data(), quoted.data() + quoted.size());
    }
    std::unique_ptr<custom_flag_formatter> clone() const override { return std::make_unique<QuotedMessage>(); }
};

std::unique_ptr<spdlog::formatter> json_lines() {
    auto formatter = std::make_unique<spdlog::pattern_formatter>(spdlog::pattern_time_type::utc);
    formatter->add_flag<QuotedMessage>('Q').set_pattern(R"({"at":"%Y-%m-%dT%H:%M:%S.%eZ","level":"%l","message":%Q})");
    return formatter;
}

}  // namespace

std::shared_ptr<spdlog::logger> make_log() {
    auto log = std::make_shared<spdlog::logger>("lomwong", std::make_shared<spdlog::sinks::stderr_sink_mt>());
    if (::isatty(STDERR_FILENO))
        log->set_pattern("%H:%M:%S %l: %v");
    else
        log->set_formatter(json_lines());
    return log;
}

std::shared_ptr<spdlog::logger> make_access_log(const Config& config) {
    if (!config.access_log) return nullptr;
    const auto file = (config.data / "log" / "access.log").string();
    auto log =
        std::make_shared<spdlog::logger>("access", std::make_shared<spdlog::sinks::daily_file_sink_mt>(file, 0, 0, false, days_kept));
    log->set_formatter(
        std::make_unique<spdlog::pattern_formatter>(R"({"at":"%Y-%m-%dT%H:%M:%S.%eZ","access":%v})", spdlog::pattern_time_type::utc));
    spdlog::register_logger(log);
    spdlog::flush_every(std::chrono::seconds{1});
    return log;
}

}  // namespace app
