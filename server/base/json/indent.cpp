#include "base/json/indent.hpp"

namespace json {
namespace {

// The length of the string literal at the front of `text`, quotes included.
std::size_t literal_length(std::string_view text) {
    std::size_t at = 1;
    while (at < text.size() && text[at] != '"') at += text[at] == '\\' ? 2 : 1;
    return at + 1;
}

class Indenter {
  public:
    std::string run(std::string_view text) {
        for (std::size_t at = 0; at < text.size();) {
            const char c = text[at];
            const auto length = c == '"' ? literal_length(text.substr(at)) : 1;
            if (c == '"') {
                out_.append(text.substr(at, length));
            } else {
                add(c, at + 1 < text.size() ? text[at + 1] : '\0');
            }
            at += length;
        }
        return std::move(out_) + "\n";
    }

  private:
    void add(char c, char next) {
        const bool opens = c == '{' || c == '[';
        const bool closes = c == '}' || c == ']';
        const bool is_empty = opens && (next == '}' || next == ']');
        if (opens && !is_empty) ++depth_;
        if (closes && !was_empty_) {
            --depth_;
            new_line();
        }
        out_ += c;
        if (c == ':') out_ += ' ';
        if (c == ',' || (opens && !is_empty)) new_line();
        was_empty_ = is_empty;
    }

    void new_line() { out_.append("\n").append(2 * depth_, ' '); }

    std::string out_;
    std::size_t depth_ = 0;
    bool was_empty_ = false;
};

}  // namespace

std::string indented(std::string_view text) {
    return Indenter().run(text);
}

}  // namespace json
