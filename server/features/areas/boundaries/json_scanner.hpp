#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

// Goes over a JSON text from front to back and keeps nothing of it: for files too large for a tree. Every function says false, or nothing,
// where the text is not what is asked for; then fault() says why, and all that is asked afterwards fails.
namespace areas {

class JsonScanner {
  public:
    enum class Fault : std::uint8_t { none, not_json, cut_off, too_deep };

    JsonScanner(std::string_view text, std::size_t most_depth) : text_(text), most_depth_(most_depth) {}

    [[nodiscard]] Fault fault() const { return fault_; }
    [[nodiscard]] std::size_t position() const { return at_; }

    // The first character of what comes next; 0 at the end.
    char next();
    // Begins an array or object; then each item is announced by another() until that says no and has gone past the end.
    [[nodiscard]] bool enter(char open);
    [[nodiscard]] bool another();
    // The name of a member and its colon.
    std::optional<std::string> name();

    // Of a longer text only the beginning is kept.
    std::optional<std::string> text(std::size_t most);
    std::optional<double> number();
    // A number as it is written.
    std::optional<std::string_view> written_number();
    [[nodiscard]] bool skip();
    // Nothing but spaces is left.
    [[nodiscard]] bool ends();

  private:
    bool fail(Fault fault);
    bool take(char c);
    bool take_word(std::string_view word);
    bool skip_inside();
    bool escape(std::string& into);
    std::optional<char32_t> hexadecimal();

    std::string_view text_;
    std::size_t at_ = 0;
    std::string open_;  // how each of what was entered ends
    std::size_t most_depth_;
    bool is_first_ = false;  // nothing of what was entered last was read yet
    Fault fault_ = Fault::none;
};

}  // namespace areas
