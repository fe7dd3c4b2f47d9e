#include "http/call.hpp"

#include <charconv>

#include "http/problem.hpp"

namespace http {

base::Language language_of(const Request& request) {
    if (request.query() == "lang=th") return base::Language::th;
    if (request.query() == "lang=en") return base::Language::en;
    if (const auto chosen = request.cookie("lomwong_language"))
        if (const auto language = base::named<base::Language>(*chosen)) return *language;
    const auto accepted = request.header("Accept-Language");
    const bool english_only = accepted.starts_with("en") && accepted.find("th") == std::string_view::npos;
    return english_only ? base::Language::en : base::Language::th;
}

Call::Call(const Services& services, Request& request, std::vector<std::string> segments)
    : services_(services), request_(request), segments_(std::move(segments)), language_(language_of(request)) {}

db::Session& Call::read() {
    if (!lease_) {
        lease_.emplace(services_.database.read());
        lease_->hold_moment();
    }
    return **lease_;
}

std::int64_t Call::expected_version() const {
    auto tag = header("If-Match");
    if (tag.empty()) throw Problem(428, "version_needed");
    if (tag.starts_with("W/")) tag.remove_prefix(2);
    if (tag.starts_with('"')) tag.remove_prefix(1);
    std::int64_t version = 0;
    const auto [end, error] = std::from_chars(tag.data(), tag.data() + tag.size(), version);
    const bool ends_well = end == tag.data() + tag.size() || *end == '.' || *end == '"';
    if (error != std::errc{} || version <= 0 || !ends_well) throw Problem(422, "bad_version");
    return version;
}

const std::string& Call::next_segment() {
    return segments_.at(next_segment_++);
}

}  // namespace http
