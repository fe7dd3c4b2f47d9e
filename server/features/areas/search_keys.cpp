#include "areas/search_keys.hpp"

#include <algorithm>
#include <array>

#include "base/thai_text.hpp"

namespace areas {

namespace {

constexpr bool is_consonant(char32_t letter) {
    return letter >= U'ก' && letter <= U'ฮ';
}

constexpr bool is_thai(char32_t letter) {
    return letter >= U'\u0e01' && letter <= U'\u0e5b';
}

std::string consonants_of(std::string_view name) {
    std::u32string kept;
    for (const char32_t letter : base::normalise(name).text)
        if (is_consonant(letter)) kept += letter;
    return base::utf8(kept);
}

// What people write before a name. The longer stands before the shorter.
constexpr std::array level_words{
    std::string_view("จังหวัด"), std::string_view("อำเภอ"), std::string_view("ตำบล"), std::string_view("แขวง"), std::string_view("เขต"),
    std::string_view("ชุมชน"),  std::string_view("บ้าน"),   std::string_view("จ."),   std::string_view("อ."),   std::string_view("ต."),
};

std::string_view trimmed(std::string_view text) {
    const auto begin = text.find_first_not_of(' ');
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(' ') - begin + 1);
}

std::string_view without_level_word(std::string_view name) {
    for (const auto word : level_words)
        if (name.starts_with(word) && name.size() > word.size()) return trimmed(name.substr(word.size()));
    return name;
}

bool is_level_word(std::string_view name) {
    return std::ranges::find(level_words, name) != level_words.end();
}

}  // namespace

std::string comparable(std::string_view text) {
    return base::utf8(base::normalise(text).text);
}

SearchKeys tree_keys(std::string_view name, std::string_view name_en) {
    return {{comparable(name)}, {comparable(name_en)}, {consonants_of(name)}};
}

SearchKeys place_keys(std::string_view name, std::string_view name_en) {
    auto english = comparable(name_en);
    if (constexpr std::string_view ban = "ban "; english.starts_with(ban)) english.erase(0, ban.size());
    const auto bare = without_level_word(name);
    return {{comparable(bare)}, {std::move(english)}, {consonants_of(bare)}};
}

Typed read_typed(std::string_view text) {
    const auto tidy = base::tidy(text.substr(0, 300));
    const std::string_view all = trimmed(tidy);
    // In English a space is part of a name ("Tha Sak"); in Thai it ends one. A comma ends it in both.
    const auto letters = base::normalise(all).text;
    Typed typed;
    typed.is_thai = std::ranges::any_of(letters, is_thai);
    const std::string_view ends = typed.is_thai ? " ," : ",";
    auto end = all.find_first_of(ends);
    if (is_level_word(all.substr(0, end))) end = all.find_first_of(ends, all.find_first_not_of(ends, end));
    const auto name = all.substr(0, end);
    typed.name = comparable(name);
    typed.bare_name = comparable(without_level_word(name));
    if (end != std::string_view::npos) typed.around = comparable(without_level_word(trimmed(all.substr(end + 1))));
    typed.is_consonants = end == std::string_view::npos && letters.size() >= 2 && std::ranges::all_of(letters, is_consonant);
    return typed;
}

}  // namespace areas
