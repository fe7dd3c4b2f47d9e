#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace reading {

// "&amp;" and its like, by name and by number; one that nobody knows stays as it is.
std::string unescape(std::string_view text);

struct Tag {
    std::string name;  // lower case
    bool closing = false;
    std::vector<std::pair<std::string, std::string>> attributes;

    std::string_view attribute(std::string_view wanted) const;
};

// The tag that begins at `at`, where a "<" stands, and `at` moves behind it; nothing (and `at` stays) if this "<" begins no tag.
std::optional<Tag> read_tag(std::string_view html, std::size_t& at);

}  // namespace reading
