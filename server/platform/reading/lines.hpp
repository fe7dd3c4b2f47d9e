#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace reading {

// `comments` is the heading under which readers of the page wrote.
enum class Shape : std::uint8_t { plain, heading, item, comments };

// One line on its way. `column` counts characters from the left, as a PDF's text pads them; 0 for a web page.
struct Line {
    std::string text;  // without spaces at its ends; empty for a blank line
    std::size_t column = 0;
    Shape shape = Shape::plain;
    bool aside = false;  // stood in a page's menu, footer or margin

    bool blank() const { return text.empty(); }
};
using Lines = std::vector<Line>;

// Lines of a plain text. A form feed becomes a line of its own, so that pages stay apart.
Lines split_lines(std::string_view text);
inline constexpr std::string_view page_break = "\f";

// Characters that take room on the page: Thai vowels and tone marks above and below take none.
std::size_t width(std::string_view text);

// Lower case for ASCII letters, the rest as it is.
std::string lower(std::string_view text);
bool is_number(std::string_view text);  // 1 to 6 digits, Arabic or Thai

// Words between spaces.
std::vector<std::string_view> split_words(std::string_view text);

}  // namespace reading
