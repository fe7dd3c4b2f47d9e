#include "auth/sign_on/openid/values.hpp"

#include <sodium.h>

#include <cmath>
#include <set>

namespace auth::openid {
namespace {

constexpr int variant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
constexpr json::Limits from_outside{.bytes = 256 << 10, .depth = 12, .values = 5000};
constexpr double most_exact = 9e15;  // a double beyond tells no whole numbers apart

std::vector<std::string> as_text(const json::Node& node) {
    using Kind = json::Node::Kind;
    switch (node.kind) {
        case Kind::text:
        case Kind::word:
            return {node.text};
        case Kind::whole:
            return {std::to_string(node.whole)};
        case Kind::boolean:
            return {node.boolean ? "true" : "false"};
        case Kind::null:
        case Kind::number:
        case Kind::list:
        case Kind::object:
            return {};
    }
    return {};
}

}  // namespace

std::string encode_base64url(std::string_view bytes) {
    std::string text(sodium_base64_encoded_len(bytes.size(), variant), '\0');
    sodium_bin2base64(text.data(), text.size(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), variant);
    text.pop_back();  // the zero at the end
    return text;
}

std::optional<std::string> decode_base64url(std::string_view text) {
    std::string bytes(text.size() / 4 * 3 + 3, '\0');
    std::size_t size = 0;
    const int failed = sodium_base642bin(reinterpret_cast<unsigned char*>(bytes.data()), bytes.size(), text.data(), text.size(), nullptr,
                                         &size, nullptr, variant);
    if (failed != 0) return std::nullopt;
    bytes.resize(size);
    return bytes;
}

std::optional<json::Node> read_object(std::string_view text) {
    json::Errors errors;
    auto node = json::parse(text, errors, from_outside);
    if (!node || node->kind != json::Node::Kind::object) return std::nullopt;
    std::set<std::string_view> names;
    for (const auto& item : node->items)
        if (!names.insert(item.key).second) return std::nullopt;
    return node;
}

const json::Node* member(const json::Node& object, std::string_view name) {
    for (const auto& item : object.items)
        if (item.key == name) return &item;
    return nullptr;
}

std::string text_at(const json::Node& object, std::string_view name) {
    const auto* found = member(object, name);
    return found != nullptr && found->is_text() ? found->text : "";
}

std::vector<std::string> texts_at(const json::Node& object, std::string_view name) {
    const auto* found = member(object, name);
    if (found == nullptr) return {};
    if (found->kind != json::Node::Kind::list) return as_text(*found);
    std::vector<std::string> texts;
    for (const auto& item : found->items)
        for (auto& text : as_text(item)) texts.push_back(std::move(text));
    return texts;
}

std::optional<std::int64_t> whole_at(const json::Node& object, std::string_view name) {
    const auto* found = member(object, name);
    if (found == nullptr) return std::nullopt;
    if (found->kind == json::Node::Kind::whole) return found->whole;
    if (found->kind == json::Node::Kind::number && std::abs(found->number) < most_exact) return static_cast<std::int64_t>(found->number);
    return std::nullopt;
}

}  // namespace auth::openid
