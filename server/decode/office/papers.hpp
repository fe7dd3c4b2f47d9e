#pragma once

#include <string>

#include "decode/office/package.hpp"

namespace decode::office {

// The text of a paper as a page in UTF-8: what its writer would read aloud, with notes behind the paragraph they belong to. Left out are
// heads and feet of pages, tables of contents, remarks at the margin, and what was struck out with changes kept. Throws Refused.
std::string read_docx(Package& package);
std::string read_odt(Package& package);

}  // namespace decode::office
