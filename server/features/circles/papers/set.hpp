#pragma once

#include <string>

#include "document/press.hpp"
#include "files/files.hpp"
#include "http/call.hpp"
#include "http/response.hpp"

// Documents on their way to who asked for them.
namespace circles {

enum class PaperFormat : std::uint8_t { pdf, docx };
BOOST_DESCRIBE_ENUM(PaperFormat, pdf, docx)

struct FormatWanted {
    std::optional<PaperFormat> format;  // pdf
};
BOOST_DESCRIBE_STRUCT(FormatWanted, (), (format))

// Throws Problem 503 `papers_busy` while too many are made at once.
std::string write_as(const http::Call& call, const document::Document& document, PaperFormat format);
http::Response paper_response(std::string bytes, PaperFormat format, const std::string& name);
http::Response attached(std::string bytes, std::string_view type, const std::string& name);

// Nothing where the application keeps no files.
const files::Library* library_of(const http::Call& call);

}  // namespace circles
