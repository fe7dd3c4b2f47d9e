#include "reading/document.hpp"

#include "base/thai_text.hpp"
#include "reading/columns.hpp"
#include "reading/facts.hpp"
#include "reading/html.hpp"

namespace reading {

std::string Document::text() const {
    std::string text;
    for (const auto& paragraph : paragraphs) text += (text.empty() ? "" : "\n\n") + paragraph.text;
    return text;
}

Document read_document(std::string_view bytes) {
    auto decoded = base::decode(bytes);
    Page page;
    if (looks_like_html(decoded.text))
        page = read_html(decoded.text);
    else
        page.lines = untangle_columns(split_lines(decoded.text));

    Document document;
    document.encoding = decoded.encoding;
    document.damaged = decoded.damaged;
    document.removed = remove_furniture(page.lines);
    for (auto& removed : document.removed) removed.text = base::tidy(removed.text);
    document.paragraphs = join_lines(page.lines);
    find_facts(page, document);
    return document;
}

}  // namespace reading
