#pragma once

#include <boost/describe/enum.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace mail {

// Why nothing is taken of an answer, for its writer to read.
enum class Unfit : std::uint8_t { none, too_large, attachments, no_words };
BOOST_DESCRIBE_ENUM(Unfit, none, too_large, attachments, no_words)

// Somebody's answer to a mail of ours.
struct Incoming {
    std::string token;  // of the address that it came to
    std::string from;   // whose address stands in it, in lower case
    std::string id;     // its own Message-ID
    std::string words;  // what they wrote; empty if unfit
    Unfit unfit{};
};

// Reads a mail (RFC 5322) as it came in: whole, cut off or hostile. Nothing for what came to no such address, and for what no person wrote:
// holiday notices, lists, reports, and our own mail come back (RFC 3834).
std::optional<Incoming> read_incoming(std::string_view mail);

// More is not looked at; whoever hands it in gives one byte more of what is longer.
constexpr std::size_t longest_incoming = std::size_t{256} * 1024;

}  // namespace mail
