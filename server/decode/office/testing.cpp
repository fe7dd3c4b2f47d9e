#include "decode/office/testing.hpp"

#include <fmt/format.h>
#include <zlib.h>
#include <stdexcept>

namespace decode::testing {
namespace {

std::string little(std::uint64_t value, int count) {
    std::string bytes;
    for (int i = 0; i < count; ++i) bytes.push_back(static_cast<char>(value >> 8 * i));
    return bytes;
}

// Deflate without the frame that compress() puts around it.
std::string packed(const std::string& content) {
    z_stream stream{};
    if (deflateInit2(&stream, 9, Z_DEFLATED, -MAX_WBITS, 9, Z_DEFAULT_STRATEGY) != Z_OK) throw std::runtime_error("deflate");
    std::string result(deflateBound(&stream, static_cast<uLong>(content.size())), '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(content.data()));
    stream.avail_in = static_cast<uInt>(content.size());
    stream.next_out = reinterpret_cast<Bytef*>(result.data());
    stream.avail_out = static_cast<uInt>(result.size());
    deflate(&stream, Z_FINISH);
    result.resize(stream.total_out);
    deflateEnd(&stream);
    return result;
}

// What a part's own head and its line in the directory at the end have in common.
std::string facts(const Part& part, std::size_t packed_size) {
    const auto sum = crc32(0, reinterpret_cast<const Bytef*>(part.content.data()), static_cast<uInt>(part.content.size()));
    const auto size = static_cast<std::uint64_t>(static_cast<std::int64_t>(part.content.size()) + part.claims_more);
    return little(20, 2) + little(part.encrypted ? 1 : 0, 2) + little(8, 2) + little(0, 4) + little(sum, 4) + little(packed_size, 4) +
           little(size, 4) + little(part.name.size(), 2) + little(0, 2);
}

constexpr auto sheet_space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
constexpr auto document = "urn:oasis:names:tc:opendocument:xmlns:";

}  // namespace

std::string zip(const std::vector<Part>& parts) {
    std::string file, directory;
    for (const auto& part : parts) {
        const auto content = packed(part.content);
        const auto common = facts(part, content.size());
        const auto offset = little(file.size(), 4);
        for (const auto& field : {std::string("PK\x01\x02"), little(20, 2), common, little(0, 6), little(0, 4), offset, part.name})
            directory += field;
        for (const auto& field : {std::string("PK\x03\x04"), common, part.name, content}) file += field;
    }
    return file + directory + std::string("PK\x05\x06") + little(0, 4) + little(parts.size(), 2) + little(parts.size(), 2) +
           little(directory.size(), 4) + little(file.size(), 4) + little(0, 2);
}

std::string docx(const std::string& body, std::vector<Part> more) {
    more.insert(more.begin(), {{"[Content_Types].xml", "<Types/>"},
                               {"word/document.xml",
                                "<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main' "
                                "xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006'><w:body>" +
                                    body + "</w:body></w:document>"}});
    return zip(more);
}

std::string odt(const std::string& body, std::vector<Part> more) {
    more.insert(more.begin(),
                {{"mimetype", "application/vnd.oasis.opendocument.text"},
                 {"content.xml", fmt::format("<office:document-content xmlns:office='{0}office:1.0' xmlns:text='{0}text:1.0' "
                                             "xmlns:table='{0}table:1.0' xmlns:style='{0}style:1.0'>{1}</office:document-content>",
                                             document, body)}});
    return zip(more);
}

std::string ods(const std::string& tables) {
    return zip({{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"},
                {"content.xml", fmt::format("<office:document-content xmlns:office='{0}office:1.0' xmlns:text='{0}text:1.0' "
                                            "xmlns:table='{0}table:1.0'><office:body><office:spreadsheet>{1}</office:spreadsheet>"
                                            "</office:body></office:document-content>",
                                            document, tables)}});
}

std::string xlsx(const std::string& rows, const std::vector<std::string>& shared, bool from_1904) {
    std::string texts;
    for (const auto& text : shared) texts += "<si><t>" + text + "</t></si>";
    const auto sheet = [&](const std::string& data) {
        return fmt::format("<worksheet xmlns='{}'><sheetData>{}</sheetData></worksheet>", sheet_space, data);
    };
    return zip(
        {{"[Content_Types].xml", "<Types/>"},
         {"xl/workbook.xml", fmt::format("<workbook xmlns='{}' xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/"
                                         "relationships'><workbookPr date1904='{}'/><sheets><sheet name='ซ่อน' state='hidden' "
                                         "r:id='rId9'/><sheet name='ภาคี' r:id='rId1'/><sheet name='อื่น' r:id='rId2'/></sheets></workbook>",
                                         sheet_space, from_1904 ? 1 : 0)},
         {"xl/_rels/workbook.xml.rels",
          "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
          "<Relationship Id='rId1' Target='worksheets/sheet1.xml'/><Relationship Id='rId2' Target='/xl/worksheets/sheet2.xml'/>"
          "<Relationship Id='rId3' Target='file:///etc/passwd' TargetMode='External'/></Relationships>"},
         {"xl/styles.xml", fmt::format("<styleSheet xmlns='{}'><numFmts><numFmt numFmtId='164' formatCode='[$-41E]d mmm yyyy'/>"
                                       "<numFmt numFmtId='165' formatCode='00000'/></numFmts><cellXfs><xf numFmtId='0'/>"
                                       "<xf numFmtId='164'/><xf numFmtId='165'/><xf numFmtId='14'/></cellXfs></styleSheet>",
                                       sheet_space)},
         {"xl/sharedStrings.xml", fmt::format("<sst xmlns='{}'>{}</sst>", sheet_space, texts)},
         {"xl/worksheets/sheet1.xml", sheet(rows)},
         {"xl/worksheets/sheet2.xml", sheet("<row><c t='inlineStr'><is><t>ที่สอง</t></is></c></row>")}});
}

std::string pdf(const std::vector<std::vector<std::string>>& pages) {
    std::string file = "%PDF-1.4\n";
    std::vector<std::size_t> places;
    const auto put = [&](const std::string& object) {
        places.push_back(file.size());
        file += fmt::format("{} 0 obj\n{}\nendobj\n", places.size(), object);
    };
    std::string kids;
    for (std::size_t i = 0; i < pages.size(); ++i) kids += fmt::format("{} 0 R ", 4 + 2 * i);
    put("<< /Type /Catalog /Pages 2 0 R >>");
    put(fmt::format("<< /Type /Pages /Count {} /Kids [{}] >>", pages.size(), kids));
    put("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
    for (const auto& lines : pages) {
        std::string content = "BT /F1 12 Tf 72 740 Td 16 TL\n";
        for (const auto& line : lines) content += "(" + line + ") Tj T*\n";
        content += "ET";
        put(fmt::format("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents {} 0 R >>",
                        places.size() + 2));
        put(fmt::format("<< /Length {} >>\nstream\n{}\nendstream", content.size(), content));
    }
    const auto table = file.size();
    file += fmt::format("xref\n0 {}\n0000000000 65535 f \n", places.size() + 1);
    for (const auto place : places) file += fmt::format("{:010} 00000 n \n", place);
    return file + fmt::format("trailer << /Size {} /Root 1 0 R >>\nstartxref\n{}\n%%EOF\n", places.size() + 1, table);
}

}  // namespace decode::testing
