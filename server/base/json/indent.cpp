#include "base/json/indent.hpp"

namespace json {
namespace {

// The length of the string literal at the front of `text`, quotes included.
std::size_t literal_length(std::string_view text) {
    std::size_t at = 1;
    while (at < text.size() && text[at] != '"') at += text[at] == '\\' ? 2 : 1;
    return at + 1;
}

bool is_opening(char c) {
    return c == '{' || c == '[';
}

bool is_closing(char c) {
    return c == '}' || c == ']';
}

struct OneLine {
    std::string text;
    std::size_t taken = 0;  // of what it was made from; nothing if it is longer than it may be
};

// The object or list at the front of `text` on one line, with a space after each comma and colon.
OneLine on_one_line(std::string_view text, std::size_t longest) {
    OneLine line;
    std::size_t depth = 0;
    for (std::size_t at = 0; at < text.size() && line.text.size() <= longest;) {
        const char c = text[at];
        const auto length = c == '"' ? literal_length(text.substr(at)) : 1;
        line.text.append(text.substr(at, length));
        at += length;
        if (c == ',' || c == ':') line.text += ' ';
        if (is_opening(c)) ++depth;
        if (is_closing(c) && --depth == 0) {
            line.taken = line.text.size() <= longest ? at : 0;
            break;
        }
    }
    return line;
}

class Indenter {
  public:
    explicit Indenter(std::size_t width) : width_(width) {}

    std::string run(std::string_view text) {
        for (std::size_t at = 0; at < text.size();) {
            const char c = text[at];
            const auto length = c == '"' ? literal_length(text.substr(at)) : 1;
            if (c == '"') {
                out_.append(text.substr(at, length));
                at += length;
            } else if (const auto whole = is_opening(c) ? add_whole(text.substr(at)) : 0) {
                at += whole;
            } else {
                add(c, at + 1 < text.size() ? text[at + 1] : '\0');
                ++at;
            }
        }
        return std::move(out_) + "\n";
    }

  private:
    // How much of the text it took: nothing if it does not fit into the line.
    std::size_t add_whole(std::string_view text) {
        const auto column = out_.size() - (out_.rfind('\n') + 1);  // npos + 1 is 0
        const auto line = column < width_ ? on_one_line(text, width_ - column) : OneLine();
        if (line.taken == 0) return 0;
        out_ += line.text;
        was_empty_ = false;
        return line.taken;
    }

    void add(char c, char next) {
        const bool opens = is_opening(c);
        const bool closes = is_closing(c);
        const bool is_empty = opens && is_closing(next);
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

    const std::size_t width_;
    std::string out_;
    std::size_t depth_ = 0;
    bool was_empty_ = false;
};

}  // namespace

std::string indented(std::string_view text, std::size_t width) {
    return Indenter(width).run(text);
}

}  // namespace json
