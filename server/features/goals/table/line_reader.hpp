#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

// Tables line by line, from a file of any length, in the memory of one block. A row is a line: values have no line breaks in them, and a
// quote that never ends costs one row, not the rest of the file.
namespace goals {

class LineReader {
  public:
    // Puts bytes into the space and returns how many; 0 at the end.
    using Fill = std::function<std::size_t(std::span<char>)>;
    explicit LineReader(Fill fill);
    // A text that outlives the reader.
    explicit LineReader(std::string_view text);

    struct Line {
        std::int64_t number{};  // from 1
        std::string_view text;  // UTF-8 without its end; good until the next one is asked for
        bool is_ended{};        // false: the file ends without a line break
        bool is_too_long{};     // the text is its beginning
    };
    std::optional<Line> next();

  private:
    bool fill();
    std::string_view as_utf8(std::string_view bytes);

    Fill fill_;
    std::string block_;
    std::size_t begin_ = 0;
    std::size_t end_ = 0;
    std::int64_t number_ = 0;
    std::string decoded_;
};

// The cells of a line, quotes taken off and trimmed. Nothing if a quote never ends. The cells are good as long as `line` and `unquoted`
// are.
bool split(std::string_view line, char separator, std::vector<std::string_view>& cells, std::vector<std::string>& unquoted);

}  // namespace goals
