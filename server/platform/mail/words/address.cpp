#include "mail/words/address.hpp"

#include <algorithm>

namespace mail {

namespace {

constexpr std::size_t longest_address = 254;  // RFC 5321, 4.5.3.1: a path of 256 with its brackets
constexpr std::size_t longest_local_part = 64;
constexpr std::size_t longest_label = 63;

bool is_alphanumeric(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

bool stands_in_local_part(char c) {
    return is_alphanumeric(c) || std::string_view{".!#$%&'*+/=?^_`{|}~-"}.find(c) != std::string_view::npos;
}

// Quoted local parts ("a b"@host) are left out: nobody has one, and they are how headers are broken into.
bool is_local_part(std::string_view text) {
    return !text.empty() && text.size() <= longest_local_part && text.front() != '.' && text.back() != '.' &&
           text.find("..") == std::string_view::npos && std::ranges::all_of(text, stands_in_local_part);
}

bool is_label(std::string_view text) {
    return !text.empty() && text.size() <= longest_label && text.front() != '-' && text.back() != '-' &&
           std::ranges::all_of(text, [](char c) { return is_alphanumeric(c) || c == '-'; });
}

bool is_domain(std::string_view text) {
    int labels = 0;
    for (std::size_t begin = 0; begin <= text.size(); ++labels) {
        const auto end = std::min(text.find('.', begin), text.size());
        if (!is_label(text.substr(begin, end - begin))) return false;
        begin = end + 1;
    }
    return labels >= 2;
}

}  // namespace

std::string lower(std::string_view text) {
    std::string folded{text};
    std::ranges::transform(folded, folded.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return folded;
}

std::string_view domain_of(std::string_view address) {
    return address.substr(address.rfind('@') + 1);
}

std::optional<std::string_view> address_fault(std::string_view address) {
    if (std::ranges::any_of(address, [](char c) { return static_cast<unsigned char>(c) >= 0x80; })) return "email_not_latin";
    const auto at = address.rfind('@');
    const bool good = at != std::string_view::npos && address.size() <= longest_address && is_local_part(address.substr(0, at)) &&
                      is_domain(address.substr(at + 1));
    return good ? std::nullopt : std::optional<std::string_view>{"email_malformed"};
}

}  // namespace mail
