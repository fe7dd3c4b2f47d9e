#include "document/docx.hpp"

#include "document/docx_body.hpp"
#include "document/docx_parts.hpp"
#include "sheet/zip_stream.hpp"

// As small as ECMA-376 lets a text document be: content types, relations, what is said of it, styles, the body, its feet and its pictures.
namespace document {

std::string write_docx(const Document& document) {
    const auto body = docx::write_body(document);
    std::string bytes;
    sheet::ZipStream zip{bytes};
    zip.add("[Content_Types].xml", docx::content_types());
    zip.add("_rels/.rels", docx::package_relations());
    zip.add("docProps/core.xml", docx::core_properties(document));
    zip.add("word/document.xml", body.document);
    zip.add("word/_rels/document.xml.rels", docx::document_relations(body.pictures.size()));
    zip.add("word/styles.xml", docx::styles(document.language));
    zip.add("word/numbering.xml", docx::numbering());
    zip.add("word/above.xml", docx::page_number("hdr", document.digits));
    zip.add("word/below.xml", docx::page_number("ftr", document.digits));
    for (std::size_t i = 0; i < body.pictures.size(); ++i)
        zip.add("word/media/picture" + std::to_string(i + 1) + ".jpeg", *body.pictures[i]);
    zip.finish();
    return bytes;
}

}  // namespace document
