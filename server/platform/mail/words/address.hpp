#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace mail {

std::string lower(std::string_view text);  // Latin letters only

// What keeps an address from being written to; a locale key without its "problem_", or nothing. We speak no SMTPUTF8 (RFC 6531): few mail
// servers of offices do, and an address that works for some senders only is a trap for its owner.
std::optional<std::string_view> address_fault(std::string_view address);

std::string_view domain_of(std::string_view address);  // behind the last @

}  // namespace mail
