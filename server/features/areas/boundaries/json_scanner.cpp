#include "areas/boundaries/json_scanner.hpp"

#include <charconv>

#include "base/utf8.hpp"

namespace areas {

bool JsonScanner::fail(Fault fault) {
    if (fault_ == Fault::none) fault_ = at_ >= text_.size() ? Fault::cut_off : fault;
    at_ = text_.size();
    return false;
}

char JsonScanner::next() {
    while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\n' || text_[at_] == '\r' || text_[at_] == '\t')) ++at_;
    return at_ < text_.size() ? text_[at_] : '\0';
}

bool JsonScanner::take(char c) {
    if (next() != c || at_ == text_.size()) return fail(Fault::not_json);
    ++at_;
    return true;
}

bool JsonScanner::take_word(std::string_view word) {
    if (!text_.substr(at_).starts_with(word)) return fail(word.starts_with(text_.substr(at_)) ? Fault::cut_off : Fault::not_json);
    at_ += word.size();
    return true;
}

bool JsonScanner::enter(char open) {
    if (!take(open)) return false;
    open_ += open == '[' ? ']' : '}';
    if (open_.size() > most_depth_) return fail(Fault::too_deep);
    is_first_ = true;
    return true;
}

bool JsonScanner::another() {
    if (fault_ != Fault::none) return false;
    const auto c = next();
    if (c == ']' || c == '}') {
        if (open_.empty() || open_.back() != c) return fail(Fault::not_json);
        ++at_;
        open_.pop_back();
        is_first_ = false;
        return false;
    }
    const bool follows = is_first_ || take(',');
    is_first_ = false;
    if (follows && (next() == ']' || next() == '}')) return fail(Fault::not_json);
    return follows;
}

std::optional<std::string> JsonScanner::name() {
    constexpr std::size_t longest_name = 200;
    auto name = text(longest_name);
    if (!name || !take(':')) return {};
    return name;
}

std::optional<char32_t> JsonScanner::hexadecimal() {
    constexpr std::size_t digits = 4;
    constexpr int base = 16;
    std::uint32_t code = 0;
    const auto part = text_.substr(at_, digits);
    const auto [end, error] = std::from_chars(part.data(), part.data() + part.size(), code, base);
    if (part.size() < digits || error != std::errc{} || end != part.data() + digits) {
        fail(part.size() < digits ? Fault::cut_off : Fault::not_json);
        return {};
    }
    at_ += digits;
    return static_cast<char32_t>(code);
}

// budget: each escape of the grammar is a line
bool JsonScanner::escape(std::string& into) {
    constexpr char32_t first_high = 0xD800;
    constexpr char32_t first_low = 0xDC00;
    constexpr char32_t after_low = 0xE000;
    constexpr char32_t first_pair = 0x10000;
    constexpr unsigned half = 10;
    if (at_ == text_.size()) return fail(Fault::cut_off);
    constexpr std::string_view letters = "\"\\/bfnrt";
    constexpr std::string_view meant = "\"\\/\b\f\n\r\t";
    const auto letter = text_[at_++];
    if (const auto known = letters.find(letter); known != std::string_view::npos) {
        into += meant[known];
        return true;
    }
    if (letter != 'u') return fail(Fault::not_json);
    auto code = hexadecimal();
    if (code && *code >= first_high && *code < first_low) {
        constexpr std::string_view again = "\\u";
        if (again.starts_with(text_.substr(at_, again.size())) && text_.size() - at_ < again.size()) return fail(Fault::cut_off);
        if (!text_.substr(at_).starts_with(again)) return fail(Fault::not_json);
        at_ += again.size();
        const auto low = hexadecimal();
        code = low && *low >= first_low && *low < after_low
                   ? std::optional(first_pair + ((*code - first_high) << half) + (*low - first_low))
                   : std::nullopt;
    }
    if (!code || (*code >= first_high && *code < after_low)) return fail(Fault::not_json);
    base::append_character(into, *code);
    return true;
}

std::optional<std::string> JsonScanner::text(std::size_t most) {
    if (!take('"')) return {};
    std::string text;
    while (at_ < text_.size() && text_[at_] != '"') {
        const auto c = text_[at_++];
        if (static_cast<unsigned char>(c) < ' ') return fail(Fault::not_json), std::nullopt;
        if (c != '\\')
            text += c;
        else if (!escape(text))
            return {};
        if (text.size() > most + 3) text.resize(most + 3);
    }
    if (!take('"')) return {};
    return base::beginning(text, most);
}

std::optional<std::string_view> JsonScanner::written_number() {
    const auto c = next();
    if (c != '-' && (c < '0' || c > '9')) return fail(Fault::not_json), std::nullopt;
    const auto end = text_.find_first_not_of("0123456789+-.eE", at_);
    const auto number = text_.substr(at_, end == std::string_view::npos ? end : end - at_);
    at_ += number.size();
    return number;
}

std::optional<double> JsonScanner::number() {
    const auto written = written_number();
    if (!written) return {};
    double number = 0;
    const auto [end, error] = std::from_chars(written->data(), written->data() + written->size(), number);
    const bool is_large = error == std::errc::result_out_of_range;
    if ((error != std::errc{} && !is_large) || end != written->data() + written->size()) {
        return fail(Fault::not_json), std::nullopt;
    }
    constexpr double beyond_all = 1e300;
    return is_large ? beyond_all : number;
}

bool JsonScanner::skip_inside() {
    const bool is_object = next() == '{';
    if (!enter(next())) return false;
    while (another())
        if ((is_object && !name()) || !skip()) return false;
    return fault_ == Fault::none;
}

bool JsonScanner::skip() {  // NOLINT(misc-no-recursion): no deeper than enter() allows
    switch (next()) {
        case '{':
        case '[':
            return skip_inside();
        case '"':
            return text(0).has_value();
        case 't':
            return take_word("true");
        case 'f':
            return take_word("false");
        case 'n':
            return take_word("null");
        default:
            return number().has_value();
    }
}

bool JsonScanner::ends() {
    return next() == '\0' && at_ == text_.size() && fault_ == Fault::none;
}

}  // namespace areas
