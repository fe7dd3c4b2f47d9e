#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/enum_names.hpp"
#include "base/locale.hpp"

// Names as they are compared and looked for.
namespace people {

// Spelling, case, digits, spaces at the ends and dots of abbreviations do not count.
std::string comparable(std::string_view name);

// For LIKE … ESCAPE '\': what contains this text, as comparable() has it; empty for an empty text.
std::string containing(std::string_view text);

// The enumerator whose name, or whose word in one of the two languages, is this.
template <class Enum>
std::optional<Enum> named_in_any_language(std::string_view key_prefix, std::string_view words) {
    const auto wanted = comparable(words);
    for (const auto name : base::names_of<Enum>()) {
        const auto key = std::string(key_prefix) + std::string(name);
        if (wanted == name || wanted == comparable(base::say(base::Language::th, key)) ||
            wanted == comparable(base::say(base::Language::en, key)))
            return base::named<Enum>(name);
    }
    return std::nullopt;
}

}  // namespace people
