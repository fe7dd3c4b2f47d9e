#include "base/locale.hpp"

#include <algorithm>

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

// The value of {name} at the front of `text`, which begins with '{'; nothing when it names no parameter.
const json::Param* placeholder(std::string_view text, const json::Params& params) {
    const auto close = text.find('}');
    if (close == std::string_view::npos) return nullptr;
    const auto found = std::ranges::find(params, text.substr(1, close - 1), &json::Param::name);
    return found == params.end() ? nullptr : &*found;
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
        const auto* param = text[at] == '{' ? placeholder(text.substr(at), params) : nullptr;
        if (param == nullptr) {
            said += text[at++];
        } else {
            said += param->value;
            at += param->name.size() + 2;
        }
    }
    return said;
}

}  // namespace base
