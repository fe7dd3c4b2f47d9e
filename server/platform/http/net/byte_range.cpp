#include "http/net/byte_range.hpp"

#include <algorithm>
#include <charconv>

namespace http::net {

static std::optional<std::uint64_t> number_in(std::string_view text) {
    std::uint64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc{} && end == text.data() + text.size() ? std::optional(number) : std::nullopt;
}

std::optional<ByteRange> wanted_range(std::string_view header, std::uint64_t size) {
    constexpr std::string_view unit = "bytes=";
    if (!header.starts_with(unit) || header.find(',') != std::string_view::npos) return std::nullopt;
    header.remove_prefix(unit.size());
    const auto dash = header.find('-');
    if (dash == std::string_view::npos) return std::nullopt;
    const auto first = number_in(header.substr(0, dash)), last = number_in(header.substr(dash + 1));
    const bool from_the_end = dash == 0;
    const bool to_the_end = dash + 1 == header.size();
    if (from_the_end && last) return ByteRange{size - std::min(size, *last), std::min(size, *last)};
    if (from_the_end || !first || (!last && !to_the_end) || (last && *last < *first)) return std::nullopt;
    if (*first >= size) return ByteRange{};
    return ByteRange{*first, std::min(size - 1, last.value_or(size - 1)) - *first + 1};
}

}  // namespace http::net
