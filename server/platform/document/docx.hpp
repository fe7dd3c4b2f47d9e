#pragma once

#include <string>

#include "document/document.hpp"

namespace document {

// Its fonts are named, not carried: the office has its own.
std::string write_docx(const Document& document);

}  // namespace document
