#include "mail/words/token.hpp"

#include <sodium.h>

#include <algorithm>
#include <array>

#include "mail/words/address.hpp"

namespace mail {

static constexpr std::size_t token_bytes = 16;
static constexpr std::size_t token_digits = 2 * token_bytes;

std::string new_token() {
    std::array<unsigned char, token_bytes> bytes{};
    randombytes_buf(bytes.data(), bytes.size());
    std::string token(token_digits + 1, '\0');
    sodium_bin2hex(token.data(), token.size(), bytes.data(), bytes.size());
    token.pop_back();  // the zero at the end
    return token;
}

std::string with_token(std::string_view address, std::string_view token) {
    const auto at = std::min(address.rfind('@'), address.size());
    return std::string{address.substr(0, at)}.append("+").append(token).append(address.substr(at));
}

static bool is_token(std::string_view text) {
    return text.size() == token_digits &&
           std::ranges::all_of(text, [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

std::string token_in(std::string_view text, char mark) {
    const auto folded = lower(text);
    for (auto at = folded.find('@'); at != std::string::npos; at = folded.find('@', at + 1)) {
        if (at < token_digits + 1 || folded[at - token_digits - 1] != mark) continue;
        auto token = folded.substr(at - token_digits, token_digits);
        if (is_token(token)) return token;
    }
    return {};
}

}  // namespace mail
