#include "reading/html_text.hpp"

#include <algorithm>
#include <charconv>

#include "base/utf8.hpp"
#include "reading/lines.hpp"

namespace reading {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t longest_tag = 4096;  // keeps a page of a million opening quotes linear

struct Entity {
    std::string_view name;
    char32_t character;
};
constexpr Entity entities[] = {
    {"amp", U'&'},       {"lt", U'<'},          {"gt", U'>'},       {"quot", U'"'},      {"apos", U'\''},    {"nbsp", U'\u00A0'},
    {"ndash", U'–'},     {"mdash", U'—'},       {"lsquo", U'‘'},    {"rsquo", U'’'},     {"ldquo", U'“'},    {"rdquo", U'”'},
    {"laquo", U'«'},     {"raquo", U'»'},       {"hellip", U'…'},   {"bull", U'•'},      {"middot", U'·'},   {"copy", U'©'},
    {"reg", U'®'},       {"trade", U'™'},       {"deg", U'°'},      {"times", U'×'},     {"euro", U'€'},     {"ensp", U'\u2002'},
    {"emsp", U'\u2003'}, {"thinsp", U'\u2009'}, {"shy", U'\u00AD'}, {"zwnj", U'\u200C'}, {"zwj", U'\u200D'}, {"zwsp", U'\u200B'},
};

std::optional<char32_t> numbered(std::string_view digits) {
    int base = 10;
    if (digits.starts_with('x') || digits.starts_with('X')) {
        base = 16;
        digits.remove_prefix(1);
    }
    std::uint32_t value = 0;
    const auto [end, error] = std::from_chars(digits.begin(), digits.end(), value, base);
    if (error != std::errc() || end != digits.end()) return {};
    const bool character = value > 0 && value <= 0x10FFFF && !(value >= 0xD800 && value <= 0xDFFF);
    return character ? static_cast<char32_t>(value) : U'\uFFFD';
}

std::optional<char32_t> entity(std::string_view name) {
    if (name.starts_with('#')) return numbered(name.substr(1));
    const auto* const found = std::find_if(std::begin(entities), std::end(entities), [&](const Entity& one) { return one.name == name; });
    return found != std::end(entities) ? std::optional(found->character) : std::nullopt;
}

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool is_space(char c) {
    return " \t\r\n\f"sv.find(c) != std::string_view::npos;
}

// Reads one attribute after another from what stands between a tag's name and its ">".
class Attributes {
  public:
    explicit Attributes(std::string_view text) : rest_(text) {}

    std::optional<std::pair<std::string, std::string>> next() {
        skip([](char c) { return is_space(c) || c == '/'; });
        if (rest_.empty()) return {};
        const auto name = take([](char c) { return !is_space(c) && c != '=' && c != '/'; });
        skip(is_space);
        if (!rest_.starts_with('=')) {
            if (name.empty()) rest_.remove_prefix(1);
            return std::pair(lower(name), std::string());
        }
        rest_.remove_prefix(1);
        skip(is_space);
        return std::pair(lower(name), unescape(value()));
    }

  private:
    std::string_view value() {
        const char quote = rest_.empty() ? '\0' : rest_.front();
        if (quote != '"' && quote != '\'') return take([](char c) { return !is_space(c); });
        rest_.remove_prefix(1);
        const auto text = take([=](char c) { return c != quote; });
        if (!rest_.empty()) rest_.remove_prefix(1);
        return text;
    }
    template <class F>
    std::string_view take(F&& belongs) {
        const auto end = std::find_if_not(rest_.begin(), rest_.end(), belongs);
        const auto taken = rest_.substr(0, static_cast<std::size_t>(end - rest_.begin()));
        rest_.remove_prefix(taken.size());
        return taken;
    }
    template <class F>
    void skip(F&& belongs) {
        take(belongs);
    }

    std::string_view rest_;
};

// Where the tag ends: a ">" outside quotes, else (a quote is never closed) the first ">".
std::size_t end_of_tag(std::string_view from) {
    const auto head = from.substr(0, longest_tag);
    char quote = '\0';
    for (std::size_t at = 1; at < head.size(); ++at) {
        const char c = head[at];
        if (quote != '\0')
            quote = c == quote ? '\0' : quote;
        else if ((c == '"' || c == '\'') && head[at - 1] == '=')
            quote = c;
        else if (c == '>')
            return at;
        else if (c == '<')
            return std::string_view::npos;  // the next tag begins: this one never was
    }
    return head.find('>');
}

}  // namespace

std::string unescape(std::string_view text) {
    constexpr std::size_t longest_name = 12;
    std::string result;
    for (std::size_t at = 0; at < text.size();) {
        const auto mark = std::min(text.find('&', at), text.size());
        result.append(text.substr(at, mark - at));
        at = mark;
        if (at == text.size()) break;
        const auto end = text.substr(at, longest_name).find(';');
        const auto character = end == std::string_view::npos ? std::nullopt : entity(text.substr(at + 1, end - 1));
        if (character)
            base::append_character(result, *character);
        else
            result.push_back('&');
        at += character ? end + 1 : 1;
    }
    return result;
}

std::string_view Tag::attribute(std::string_view wanted) const {
    for (const auto& [key, value] : attributes)
        if (key == wanted) return value;
    return {};
}

std::optional<Tag> read_tag(std::string_view html, std::size_t& at) {
    const bool closing = html.substr(at + 1).starts_with('/');
    const auto begin = at + (closing ? 2 : 1);
    if (begin >= html.size() || !is_letter(html[begin])) return {};
    const auto length = end_of_tag(html.substr(at));
    if (length == std::string_view::npos) return {};
    const auto body = html.substr(begin, at + length - begin);
    const auto name = std::min(body.find_first_of(" \t\r\n\f/"), body.size());
    Tag tag{lower(body.substr(0, name)), closing, {}};
    Attributes attributes(body.substr(name));
    while (auto attribute = attributes.next()) tag.attributes.push_back(std::move(*attribute));
    at += length + 1;
    return tag;
}

}  // namespace reading
