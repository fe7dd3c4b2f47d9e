#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "search/index/question.hpp"

namespace search {

// A range of a text in UTF-16 units, as JavaScript's slice() takes them.
struct Mark {
    std::uint32_t begin{};
    std::uint32_t end{};
    friend bool operator==(const Mark&, const Mark&) = default;
};

struct Window {
    std::string text;         // as it was written, cut at clusters, with … where it was cut
    std::vector<Mark> marks;  // in order, apart from each other
};

// The part of a text that shows best why it was found: at most `letters` characters, with what was asked marked.
Window best_window(std::string_view text, const Question& question, std::size_t letters = 160);

}  // namespace search
