#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace auth {

// Every key begins with it: so is one known among all that may stand in `Authorization`, and found where somebody left it in a script.
constexpr std::string_view key_begins = "lomwong_";

// What a program brings: `ApiToken KEY` as DHIS2 takes it, `Bearer KEY`, or `Basic` with base64 of `user name:KEY`.
struct BroughtKey {
    std::string key;
    std::optional<std::string> login{};  // folded; with Basic only, and then it must be the owner's
};

// Nothing where no key stands, by its form: in another scheme, a password in its place, no base64, too long for any of them.
std::optional<BroughtKey> read_authorization(std::string_view header);

}  // namespace auth
