#pragma once

#include <string>
#include <vector>

#include "reading/lines.hpp"

namespace reading {

struct Paragraph {
    std::string text;
    Shape shape = Shape::plain;

    friend bool operator==(const Paragraph&, const Paragraph&) = default;
};

// Whether the lines were laid out for paper: indented, and broken where the paper ended.
bool is_laid_out(const Lines& lines);

// A web page's line is a paragraph; lines that were broken for the width of paper or of a mail are joined, over page and column breaks too.
std::vector<Paragraph> join_lines(const Lines& lines);

}  // namespace reading
