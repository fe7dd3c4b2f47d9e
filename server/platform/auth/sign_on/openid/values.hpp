#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/json/node.hpp"

// How providers write what they say: base64url (RFC 7515) and JSON that nobody described beforehand.
namespace auth::openid {

std::string encode_base64url(std::string_view bytes);
std::optional<std::string> decode_base64url(std::string_view text);

// An object within the limits that hold for what comes from outside, without a name that stands twice.
std::optional<json::Node> read_object(std::string_view text);
const json::Node* member(const json::Node& object, std::string_view name);
// Empty where there is no such text.
std::string text_at(const json::Node& object, std::string_view name);
// A claim's text, number or truth as text; of a list all of them.
std::vector<std::string> texts_at(const json::Node& object, std::string_view name);
std::optional<std::int64_t> whole_at(const json::Node& object, std::string_view name);

}  // namespace auth::openid
