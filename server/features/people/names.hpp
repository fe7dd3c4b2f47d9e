#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "base/enum_names.hpp"
#include "base/locale.hpp"

// Names as they are compared and looked for.
namespace people {

// Spelling, case, digits, spaces at the ends and dots of abbreviations do not count.
std::string comparable(std::string_view name);

// For LIKE … ESCAPE '\': what contains this text, as comparable() has it; empty for an empty text.
std::string containing(std::string_view text);

template <class Enum>
using EnumByWord = std::unordered_map<std::string, Enum>;

template <class Enum>
std::optional<Enum> find_word(const EnumByWord<Enum>& known, std::string_view words) {
    const auto found = known.find(comparable(words));
    return found == known.end() ? std::nullopt : std::optional(found->second);
}

// Where two have one word, the first of them has it.
template <class Enum>
EnumByWord<Enum> words_in_any_language(std::string_view key_prefix) {
    EnumByWord<Enum> known;
    for (const auto name : base::names_of<Enum>()) {
        const auto key = std::string(key_prefix) + std::string(name);
        const auto value = *base::named<Enum>(name);
        known.try_emplace(std::string(name), value);
        for (const auto language : {base::Language::th, base::Language::en}) known.try_emplace(comparable(base::say(language, key)), value);
    }
    return known;
}

// The enumerator whose name, or whose word in one of the two languages, is this. Each Enum has one prefix.
template <class Enum>
std::optional<Enum> named_in_any_language(std::string_view key_prefix, std::string_view words) {
    static const auto known = words_in_any_language<Enum>(key_prefix);
    return find_word(known, words);
}

}  // namespace people
