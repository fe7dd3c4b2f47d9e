#pragma once

#include <string>
#include <string_view>

// The names by which mail that comes back is known: 128 bits as 32 hexadecimal digits, since mail servers may change capitals in an
// address.
namespace mail {

std::string new_token();

// "bounces@example.org" with a token: "bounces+00112233445566778899aabbccddeeff@example.org".
std::string with_token(std::string_view address, std::string_view token);
// The token before an @ that stands behind `mark`: "+" in such an address, "<" in a Message-ID. Empty: there is none.
std::string token_in(std::string_view text, char mark);

}  // namespace mail
