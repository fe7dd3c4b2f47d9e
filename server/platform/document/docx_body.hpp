#pragma once

#include <memory>
#include <string>
#include <vector>

#include "document/document.hpp"

namespace document::docx {

struct Body {
    std::string document;                                      // word/document.xml
    std::vector<std::shared_ptr<const std::string>> pictures;  // each once; the first is "picture1"
};
Body write_body(const Document& document);

}  // namespace document::docx
