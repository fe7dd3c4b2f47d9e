#include "base/network.hpp"

#include <arpa/inet.h>

#include <algorithm>
#include <array>
#include <span>

namespace base {

static std::string text_of(int family, const void* bytes) {
    std::array<char, INET6_ADDRSTRLEN> text{};
    return ::inet_ntop(family, bytes, text.data(), text.size());
}

std::string network_of(const std::string& address) {
    constexpr std::array<unsigned char, 12> mapped{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff};
    std::array<unsigned char, sizeof(in6_addr)> bytes{};
    if (::inet_pton(AF_INET6, address.c_str(), bytes.data()) != 1) return address;
    if (std::ranges::equal(mapped, std::span(bytes).first<mapped.size()>())) return text_of(AF_INET, &bytes[mapped.size()]);
    std::fill(bytes.begin() + 8, bytes.end(), 0);
    return text_of(AF_INET6, bytes.data()) + "/64";
}

}  // namespace base
