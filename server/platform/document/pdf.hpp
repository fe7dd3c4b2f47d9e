#pragma once

#include <string>

#include "document/fonts.hpp"

namespace document {

// Throws std::runtime_error without fonts, and std::length_error for more than `most_pages`.
inline constexpr int most_pages = 2000;
std::string write_pdf(const Document& document, const Fonts& fonts);

struct WrittenPdf {
    std::string bytes;
    int pages{};
};
WrittenPdf write_counted_pdf(const Document& document, const Fonts& fonts);

}  // namespace document
