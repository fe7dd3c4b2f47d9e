#include "knowledge/reads/reader.hpp"

#include <sodium.h>

#include <algorithm>
#include <array>

namespace knowledge {

bool is_machine(std::string_view user_agent) {
    constexpr std::string_view signs[] = {"bot",        "crawl",  "spider",  "slurp",  "preview", "facebookexternalhit",
                                          "curl",       "wget",   "http",    "python", "java/",   "headless",
                                          "lighthouse", "scrapy", "monitor", "fetch"};
    std::string small(user_agent.substr(0, 512));
    std::transform(small.begin(), small.end(), small.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    // "http" stands in the names of libraries, and in the address by which honest machines introduce themselves.
    return small.size() < 10 ||
           std::any_of(std::begin(signs), std::end(signs), [&](auto sign) { return small.find(sign) != std::string::npos; });
}

std::string reader_hash(std::string_view salt, std::string_view who) {
    std::array<unsigned char, crypto_generichash_BYTES_MIN> hash{};
    crypto_generichash(hash.data(), hash.size(), reinterpret_cast<const unsigned char*>(who.data()), who.size(),
                       reinterpret_cast<const unsigned char*>(salt.data()), salt.size());
    return {hash.begin(), hash.end()};
}

std::string new_salt() {
    std::array<unsigned char, 32> salt{};
    randombytes_buf(salt.data(), salt.size());
    return {salt.begin(), salt.end()};
}

}  // namespace knowledge
