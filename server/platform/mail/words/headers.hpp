#pragma once

#include <string>
#include <string_view>

#include "base/time.hpp"

// Header fields of a message (RFC 5322), Thai in encoded words (RFC 2047). Whatever text comes in, one line or folded lines come out:
// nothing that a person is called can begin a field of its own.
namespace mail {

std::string encoded(std::string_view text);
std::string mailbox(std::string_view name, std::string_view address);  // "Somchai" <somchai@example.org>
std::string date_field(base::Instant instant);                         // "Sat, 21 Nov 2026 22:00:00 +0700"

}  // namespace mail
