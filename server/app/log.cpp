#include "app/log.hpp"

#include <fmt/format.h>
#include <spdlog/pattern_formatter.h>
#include <spdlog/sinks/daily_file_sink.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>
#include <unistd.h>

#include "base/at_work.hpp"
#include "base/json/json.hpp"

namespace app {

namespace {

constexpr std::uint16_t days_kept = 90;

void append(spdlog::memory_buf_t& to, std::string_view text) {
    to.append(text.data(), text.data() + text.size());
}

// A pattern flag that writes what a function makes of the message.
class Flag final : public spdlog::custom_flag_formatter {
  public:
    using Write = void (*)(std::string_view message, spdlog::memory_buf_t& to);
    explicit Flag(Write write) : write_(write) {}
    void format(const spdlog::details::log_msg& message, const std::tm&, spdlog::memory_buf_t& to) override {
        write_({message.payload.data(), message.payload.size()}, to);
    }
    std::unique_ptr<custom_flag_formatter> clone() const override { return std::make_unique<Flag>(write_); }

  private:
    Write write_;
};

void quote_message(std::string_view message, spdlog::memory_buf_t& to) {
    append(to, json::write(std::string{message}));
}

// ,"request":"6b1…"
void write_work(std::string_view, spdlog::memory_buf_t& to) {
    const auto [kind, id] = base::AtWork::on();
    if (!kind.empty()) append(to, fmt::format(",\"{}\":{}", kind, json::write(std::string{id})));
}

void mention_work(std::string_view, spdlog::memory_buf_t& to) {
    const auto [kind, id] = base::AtWork::on();
    if (!kind.empty()) append(to, fmt::format(" ({} {})", kind, id));
}

std::unique_ptr<spdlog::formatter> lines_for_people() {
    auto formatter = std::make_unique<spdlog::pattern_formatter>();
    formatter->add_flag<Flag>('W', mention_work).set_pattern("%H:%M:%S %l: %v%W");
    return formatter;
}

}  // namespace

std::unique_ptr<spdlog::formatter> json_lines() {
    auto formatter = std::make_unique<spdlog::pattern_formatter>(spdlog::pattern_time_type::utc);
    formatter->add_flag<Flag>('Q', quote_message).add_flag<Flag>('W', write_work);
    formatter->set_pattern(R"({"at":"%Y-%m-%dT%H:%M:%S.%eZ","level":"%l","message":%Q%W})");
    return formatter;
}

std::shared_ptr<spdlog::logger> make_log() {
    auto log = std::make_shared<spdlog::logger>("lomwong", std::make_shared<spdlog::sinks::stderr_sink_mt>());
    log->set_formatter(::isatty(STDERR_FILENO) ? lines_for_people() : json_lines());
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
