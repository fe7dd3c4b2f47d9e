#include "document/docx_parts.hpp"

#include <sstream>

#include "base/time.hpp"

namespace document::docx {

namespace {

constexpr const char* font = "TH SarabunPSK";  // on the machines of those who go on writing
constexpr const char* package_names = "http://schemas.openxmlformats.org/package/2006/";
constexpr const char* relation_names = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

pugi::xml_node begin(pugi::xml_document& xml, const char* name, const std::string& names) {
    auto root = xml.append_child(name);
    root.append_attribute("xmlns") = names.c_str();
    return root;
}

pugi::xml_node begin_word(pugi::xml_document& xml, const char* name) {
    auto root = xml.append_child(name);
    root.append_attribute("xmlns:w") = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    return root;
}

void add_relation(pugi::xml_node to, const std::string& id, const std::string& type, const std::string& target) {
    auto relation = add(to, "Relationship");
    relation.append_attribute("Id") = id.c_str();
    relation.append_attribute("Type") = type.c_str();
    relation.append_attribute("Target") = target.c_str();
}

void add_type(pugi::xml_node to, const char* element, const char* of, const std::string& name, const std::string& type) {
    auto entry = add(to, element);
    entry.append_attribute(of) = name.c_str();
    entry.append_attribute("ContentType") = type.c_str();
}

std::string word_type(const std::string& part) {
    return "application/vnd.openxmlformats-officedocument.wordprocessingml." + part;
}

void add_size(pugi::xml_node properties, double size) {
    for (const char* name : {"w:sz", "w:szCs"}) add_value(properties, name, std::to_string(half_points(size)));
}

void add_heading_style(pugi::xml_node styles, int level, double size) {
    const auto number = std::to_string(level);
    auto style = add(styles, "w:style");
    style.append_attribute("w:type") = "paragraph";
    style.append_attribute("w:styleId") = ("Heading" + number).c_str();
    add_value(style, "w:name", "heading " + number);
    add_value(style, "w:basedOn", "Normal");
    add_value(style, "w:next", "Normal");
    add(style, "w:qFormat");
    auto paragraph = add(style, "w:pPr");
    add(paragraph, "w:keepNext");
    add(paragraph, "w:spacing").append_attribute("w:before") = 160;
    add_value(paragraph, "w:outlineLvl", std::to_string(level - 1));
    auto letters = add(style, "w:rPr");
    add(letters, "w:b");
    add(letters, "w:bCs");
    add_size(letters, size);
}

void add_run(pugi::xml_node paragraph, const char* element, const char* text, const char* kind = nullptr) {
    auto piece = add(add(paragraph, "w:r"), element);
    if (kind != nullptr) piece.append_attribute("w:fldCharType") = kind;
    if (*text != '\0') {
        piece.append_attribute("xml:space") = "preserve";
        piece.text().set(text);
    }
}

}  // namespace

pugi::xml_node add(pugi::xml_node to, const char* name) {
    return to.append_child(name);
}

pugi::xml_node add_value(pugi::xml_node to, const char* name, const std::string& value) {
    auto node = add(to, name);
    node.append_attribute("w:val") = value.c_str();
    return node;
}

std::string text_of(const pugi::xml_document& xml) {
    std::ostringstream out;
    xml.save(out, "", pugi::format_raw | pugi::format_no_declaration);
    return "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n" + std::move(out).str();
}

std::string content_types() {
    pugi::xml_document xml;
    const auto types = begin(xml, "Types", std::string(package_names) + "content-types");
    add_type(types, "Default", "Extension", "rels", "application/vnd.openxmlformats-package.relationships+xml");
    add_type(types, "Default", "Extension", "xml", "application/xml");
    add_type(types, "Default", "Extension", "jpeg", "image/jpeg");
    add_type(types, "Override", "PartName", "/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml");
    add_type(types, "Override", "PartName", "/word/document.xml", word_type("document.main+xml"));
    add_type(types, "Override", "PartName", "/word/styles.xml", word_type("styles+xml"));
    add_type(types, "Override", "PartName", "/word/numbering.xml", word_type("numbering+xml"));
    add_type(types, "Override", "PartName", "/word/above.xml", word_type("header+xml"));
    add_type(types, "Override", "PartName", "/word/below.xml", word_type("footer+xml"));
    return text_of(xml);
}

std::string package_relations() {
    pugi::xml_document xml;
    const auto relations = begin(xml, "Relationships", std::string(package_names) + "relationships");
    add_relation(relations, "document", std::string(relation_names) + "/officeDocument", "word/document.xml");
    add_relation(relations, "core", std::string(package_names) + "relationships/metadata/core-properties", "docProps/core.xml");
    return text_of(xml);
}

std::string core_properties(const Document& document) {
    pugi::xml_document xml;
    auto core = xml.append_child("cp:coreProperties");
    core.append_attribute("xmlns:cp") = (std::string(package_names) + "metadata/core-properties").c_str();
    core.append_attribute("xmlns:dc") = "http://purl.org/dc/elements/1.1/";
    core.append_attribute("xmlns:dcterms") = "http://purl.org/dc/terms/";
    core.append_attribute("xmlns:xsi") = "http://www.w3.org/2001/XMLSchema-instance";
    add(core, "dc:title").text().set(clean(document.title).c_str());
    add(core, "dc:creator").text().set(clean(document.author).c_str());
    auto created = add(core, "dcterms:created");
    created.append_attribute("xsi:type") = "dcterms:W3CDTF";
    created.text().set(base::to_iso(document.made_at).c_str());
    return text_of(xml);
}

std::string document_relations(std::size_t pictures) {
    pugi::xml_document xml;
    const auto relations = begin(xml, "Relationships", std::string(package_names) + "relationships");
    const std::string names = relation_names;
    add_relation(relations, "styles", names + "/styles", "styles.xml");
    add_relation(relations, "numbering", names + "/numbering", "numbering.xml");
    add_relation(relations, "above", names + "/header", "above.xml");
    add_relation(relations, "below", names + "/footer", "below.xml");
    for (std::size_t i = 1; i <= pictures; ++i) {
        const auto name = "picture" + std::to_string(i);
        add_relation(relations, name, names + "/image", "media/" + name + ".jpeg");
    }
    return text_of(xml);
}

std::string styles(base::Language language) {
    pugi::xml_document xml;
    const auto styles = begin_word(xml, "w:styles");
    auto letters = add(add(add(styles, "w:docDefaults"), "w:rPrDefault"), "w:rPr");
    auto fonts = add(letters, "w:rFonts");
    for (const char* script : {"w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"}) fonts.append_attribute(script) = font;
    add_size(letters, 16);
    auto languages = add(letters, "w:lang");
    languages.append_attribute("w:val") = language == base::Language::th ? "th-TH" : "en-GB";
    languages.append_attribute("w:bidi") = "th-TH";
    auto normal = add(styles, "w:style");
    normal.append_attribute("w:type") = "paragraph";
    normal.append_attribute("w:default") = "1";
    normal.append_attribute("w:styleId") = "Normal";
    add_value(normal, "w:name", "Normal");
    add_heading_style(styles, 1, 22);
    add_heading_style(styles, 2, 18);
    add_heading_style(styles, 3, 16);
    return text_of(xml);
}

std::string numbering() {
    pugi::xml_document xml;
    const auto numbering = begin_word(xml, "w:numbering");
    auto dots = add(numbering, "w:abstractNum");
    dots.append_attribute("w:abstractNumId") = 1;
    auto level = add(dots, "w:lvl");
    level.append_attribute("w:ilvl") = 0;
    add_value(level, "w:numFmt", "bullet");
    add_value(level, "w:lvlText", "•");
    add_value(level, "w:lvlJc", "left");
    auto indent = add(add(level, "w:pPr"), "w:ind");
    indent.append_attribute("w:left") = twentieths(points(1.7));
    indent.append_attribute("w:hanging") = twentieths(points(0.5));
    auto number = add(numbering, "w:num");
    number.append_attribute("w:numId") = 1;
    add_value(number, "w:abstractNumId", "1");
    return text_of(xml);
}

std::string page_number(const std::string& kind, Digits digits) {
    pugi::xml_document xml;
    const auto paragraph = add(begin_word(xml, ("w:" + kind).c_str()), "w:p");
    add_value(add(paragraph, "w:pPr"), "w:jc", "center");
    if (kind == "hdr") add_run(paragraph, "w:t", "- ");
    add_run(paragraph, "w:fldChar", "", "begin");
    add_run(paragraph, "w:instrText", digits == Digits::thai ? " PAGE \\* ThaiArabic " : " PAGE ");
    add_run(paragraph, "w:fldChar", "", "end");
    if (kind == "hdr") add_run(paragraph, "w:t", " -");
    return text_of(xml);
}

}  // namespace document::docx
