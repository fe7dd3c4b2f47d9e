#include "base/locale.hpp"

#include <algorithm>
#include <optional>

#include "base/json/node.hpp"

namespace base {

// Written by cmake/embed_locales.cmake.
extern const std::string_view thai_locale;
extern const std::string_view english_locale;

namespace {

using Texts = std::map<std::string, std::string, std::less<>>;

Texts read_locale(std::string_view json_text) {
    json::Errors errors;
    Texts texts;
    auto root = json::parse(json_text, errors);
    if (!root) return texts;
    for (auto& item : root->items)
        if (item.is_text()) texts.emplace(std::move(item.key), std::move(item.text));
    return texts;
}

// What stands for "name" or "count|session|sessions"; nothing when it names no parameter.
std::optional<std::string_view> filling(std::string_view blank, const json::Params& params) {
    const auto bar = blank.find('|');
    const auto found = std::ranges::find(params, blank.substr(0, bar), &json::Param::name);
    if (found == params.end()) return std::nullopt;
    if (bar == std::string_view::npos) return found->value;
    const auto words = blank.substr(bar + 1);
    const auto between = words.find('|');
    return found->value == "1" || between == std::string_view::npos ? words.substr(0, between) : words.substr(between + 1);
}

}  // namespace

const Texts& texts(Language language) {
    static const Texts thai = read_locale(thai_locale);
    static const Texts english = read_locale(english_locale);
    return language == Language::th ? thai : english;
}

bool is_written(std::string_view key) {
    return texts(Language::th).contains(key) && texts(Language::en).contains(key);
}

std::string say(Language language, std::string_view key, const json::Params& params) {
    const auto& all = texts(language);
    const auto entry = all.find(key);
    if (entry == all.end()) return std::string(key);
    const std::string_view text = entry->second;
    std::string said;
    for (std::size_t at = 0; at < text.size();) {
        const auto close = text[at] == '{' ? text.find('}', at) : std::string_view::npos;
        const auto filled = close == std::string_view::npos ? std::nullopt : filling(text.substr(at + 1, close - at - 1), params);
        if (filled) {
            said += *filled;
            at = close + 1;
        } else {
            said += text[at++];
        }
    }
    return said;
}

}  // namespace base
