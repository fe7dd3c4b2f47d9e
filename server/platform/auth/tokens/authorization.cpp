#include "auth/tokens/authorization.hpp"

#include <sodium.h>

#include <algorithm>
#include <cctype>

#include "auth/accounts/accounts.hpp"
#include "http/fields.hpp"

namespace auth {
namespace {

constexpr std::size_t longest_header = 1000;  // wide enough for the longest login and a key
constexpr std::size_t token_length = 22;

bool is_key(std::string_view text) {
    const auto is_of_token = [](unsigned char c) { return std::isalnum(c) != 0 || c == '-' || c == '_'; };
    return text.size() == key_begins.size() + token_length && text.starts_with(key_begins) && std::ranges::all_of(text, is_of_token);
}

std::optional<BroughtKey> brought(std::string_view text) {
    return is_key(text) ? std::optional(BroughtKey{.key = std::string(text)}) : std::nullopt;
}

std::optional<std::string> from_base64(std::string_view text) {
    std::string bytes(text.size(), '\0');
    std::size_t size = 0;
    const bool is_whole = sodium_base642bin(reinterpret_cast<unsigned char*>(bytes.data()), bytes.size(), text.data(), text.size(), nullptr,
                                            &size, nullptr, sodium_base64_VARIANT_ORIGINAL) == 0;
    if (!is_whole) return std::nullopt;
    bytes.resize(size);
    return bytes;
}

// RFC 7617: the user name ends at the first colon.
std::optional<BroughtKey> brought_by_basic(std::string_view credentials) {
    const auto pair = from_base64(credentials).value_or("");
    const auto colon = pair.find(':');
    if (colon == std::string::npos) return std::nullopt;
    auto key = brought(std::string_view(pair).substr(colon + 1));
    if (key) key->login = fold_login(std::string_view(pair).substr(0, colon));
    return key;
}

}  // namespace

std::optional<BroughtKey> read_authorization(std::string_view header) {
    const auto space = header.find(' ');
    if (header.size() > longest_header || space == std::string_view::npos) return std::nullopt;
    const auto scheme = header.substr(0, space);
    const auto credentials = header.substr(std::min(header.find_first_not_of(' ', space), header.size()));
    if (http::same_name(scheme, "Basic")) return brought_by_basic(credentials);
    const bool is_ours = http::same_name(scheme, "ApiToken") || http::same_name(scheme, "Bearer");
    return is_ours ? brought(credentials) : std::nullopt;
}

}  // namespace auth
