#pragma once

#include <cstdint>
#include <string>
#include <vector>

// Small office files, made of their parts by hand.
namespace decode::testing {

struct Part {
    std::string name, content;
    std::int64_t claims_more = 0;  // bytes, in the part's size as the file tells it
    bool encrypted = false;        // says so; its bytes are as they are
};

std::string zip(const std::vector<Part>& parts);

// `body` is what stands in w:body, and in office:document-content.
std::string docx(const std::string& body, std::vector<Part> more = {});
std::string odt(const std::string& body, std::vector<Part> more = {});
// One sheet "ภาคี" of rows (`rows` is what stands in x:sheetData), dates in style 1, five digits in style 2; and a sheet "อื่น" of one cell.
std::string xlsx(const std::string& rows, const std::vector<std::string>& shared = {}, bool from_1904 = false);
std::string ods(const std::string& tables);

// A PDF whose pages hold these lines in Helvetica; no lines at all make pages without text.
std::string pdf(const std::vector<std::vector<std::string>>& pages);

}  // namespace decode::testing
