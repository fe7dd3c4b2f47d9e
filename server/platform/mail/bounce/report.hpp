#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace mail {

// What a mail server tells about a message that it could not deliver.
struct Report {
    std::string token;   // of the message
    std::string status;  // RFC 3463: "5.1.1"
    std::string said;    // one line for whoever looks after mail
};

// Reads a delivery status notification (RFC 3464) as it came in: whole, cut off or hostile. Nothing for what is none (a holiday notice),
// what speaks of no message of ours, and what only tells that delivery takes longer.
std::optional<Report> read_report(std::string_view mail);

// More is not looked at: what matters stands at the beginning, behind it comes the message itself.
constexpr std::size_t longest_report = std::size_t{256} * 1024;

}  // namespace mail
