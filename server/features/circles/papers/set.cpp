#include "circles/papers/set.hpp"

#include "base/enum_names.hpp"
#include "document/docx.hpp"
#include "http/problem.hpp"
#include "http/uri.hpp"

namespace circles {

std::string write_as(const http::Call& call, const document::Document& document, PaperFormat format) {
    if (format == PaperFormat::docx) return document::write_docx(document);
    auto made = call.services().equipment.get<document::Press>().pdf(document);
    if (!made) throw http::Problem(503, "papers_busy", {{"seconds", std::int64_t{15}}});
    return std::move(*made);
}

http::Response attached(std::string bytes, std::string_view type, const std::string& name) {
    auto response = http::Response::text(200, type, std::move(bytes));
    response.headers.set("Content-Disposition", "attachment; filename*=UTF-8''" + http::encode_component(name));
    response.headers.set("Cache-Control", "private, no-store");
    return response;
}

http::Response paper_response(std::string bytes, PaperFormat format, const std::string& name) {
    const auto* const type =
        format == PaperFormat::pdf ? "application/pdf" : "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    return attached(std::move(bytes), type, name + "." + std::string(base::name_of(format)));
}

const files::Library* library_of(const http::Call& call) {
    return call.services().equipment.find<files::Library>();
}

}  // namespace circles
