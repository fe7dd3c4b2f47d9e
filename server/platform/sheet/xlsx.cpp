#include <vector>

#include "sheet/writers.hpp"
#include "sheet/zip_stream.hpp"

// As small as ECMA-376 lets a workbook be: content types, the workbook, its sheets. Cells are inline texts, which need no table of texts
// that would have to be held until the end.
namespace sheet {

namespace {

constexpr std::string_view declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
constexpr std::string_view main_names = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
constexpr std::string_view relation_names = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
constexpr std::string_view package_names = "http://schemas.openxmlformats.org/package/2006";
constexpr std::uint64_t most_bytes_of_a_sheet = 2'000'000'000;  // a member of a ZIP ends at 4 GB
constexpr std::size_t longest_text = 32'767;                    // UTF-16 units in a cell, as spreadsheets have it

std::string text(std::initializer_list<std::string_view> parts) {
    std::string whole;
    for (const auto part : parts) whole += part;
    return whole;
}

void append_escaped(std::string& xml, char character) {
    switch (character) {
        case '&':
            xml += "&amp;";
            break;
        case '<':
            xml += "&lt;";
            break;
        case '>':
            xml += "&gt;";
            break;
        default:
            // XML 1.0 has no place for other control characters.
            if (static_cast<unsigned char>(character) >= ' ' || character == '\t' || character == '\n' || character == '\r')
                xml += character;
    }
}

// Cut where a spreadsheet would call the file broken, and seen to be cut.
std::string_view shortened(std::string_view cell, std::string_view& mark) {
    if (cell.size() <= longest_text) return cell;
    std::size_t units = 0;
    for (std::size_t at = 0; at < cell.size();) {
        const auto lead = static_cast<unsigned char>(cell[at]);
        const std::size_t bytes = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        units += bytes == 4 ? 2 : 1;
        if (units > longest_text - 1) {
            mark = "…";
            return cell.substr(0, at);
        }
        at += bytes;
    }
    return cell;
}

class Xlsx final : public Writer {
  public:
    explicit Xlsx(std::size_t most_rows) : most_rows_{most_rows}, zip_{out_} {
        // Every part is a sheet unless told otherwise: how many there will be is not known yet, and this part comes first.
        zip_.add(
            "[Content_Types].xml",
            text({declaration, "<Types xmlns=\"", package_names,
                  "/content-types\">"
                  "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                  "<Default Extension=\"xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>"
                  "<Override PartName=\"/xl/workbook.xml\""
                  " ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/></Types>"}));
        zip_.add("_rels/.rels",
                 relations(text({"<Relationship Id=\"r1\" Type=\"", relation_names, "/officeDocument\" Target=\"xl/workbook.xml\"/>"})));
    }

    void add_row(std::span<const std::string> cells) override {
        if (sheets_ == 0) {
            heads_.assign(cells.begin(), cells.end());
            begin_sheet();
            return;
        }
        if (rows_ == most_rows_ || zip_.written() > most_bytes_of_a_sheet) {
            end_sheet();
            begin_sheet();
        }
        write_row(cells);
    }

    void finish() override {
        if (sheets_ == 0) begin_sheet();  // a workbook has one at least
        end_sheet();
        std::string sheets, related;
        for (int sheet = 1; sheet <= sheets_; ++sheet) {
            const auto number = std::to_string(sheet);
            sheets += text({"<sheet name=\"", number, "\" sheetId=\"", number, "\" r:id=\"s", number, "\"/>"});
            related += text({"<Relationship Id=\"s", number, "\" Type=\"", relation_names, "/worksheet\" Target=\"worksheets/sheet", number,
                             ".xml\"/>"});
        }
        zip_.add("xl/workbook.xml", text({declaration, "<workbook xmlns=\"", main_names, "\" xmlns:r=\"", relation_names,
                                          "\"><bookViews><workbookView/></bookViews><sheets>", sheets, "</sheets></workbook>"}));
        zip_.add("xl/_rels/workbook.xml.rels", relations(related));
        zip_.finish();
    }

  private:
    static std::string relations(std::string_view inside) {
        return text({declaration, "<Relationships xmlns=\"", package_names, "/relationships\">", inside, "</Relationships>"});
    }

    void begin_sheet() {
        rows_ = 0;
        zip_.begin("xl/worksheets/sheet" + std::to_string(++sheets_) + ".xml");
        zip_.write(text({declaration, "<worksheet xmlns=\"", main_names,
                         "\"><sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\""
                         " state=\"frozen\"/></sheetView></sheetViews><sheetData>"}));
        write_row(heads_);
    }

    void end_sheet() {
        rows_to_pack_ += "</sheetData></worksheet>";
        pack_rows();
        zip_.end();
    }

    void write_row(std::span<const std::string> cells) {
        ++rows_;
        rows_to_pack_ += "<row>";
        for (const auto& cell : cells) add_cell(cell);
        rows_to_pack_ += "</row>";
        if (rows_to_pack_.size() > 32'000) pack_rows();
    }

    void pack_rows() {
        zip_.write(rows_to_pack_);
        rows_to_pack_.clear();
    }

    void add_cell(std::string_view cell) {
        if (cell.empty()) {
            rows_to_pack_ += "<c/>";
            return;
        }
        rows_to_pack_ += "<c t=\"inlineStr\"><is><t xml:space=\"preserve\">";
        std::string_view mark;
        for (const char character : shortened(cell, mark)) append_escaped(rows_to_pack_, character);
        rows_to_pack_ += mark;
        rows_to_pack_ += "</t></is></c>";
    }

    std::size_t most_rows_;
    ZipStream zip_;
    std::vector<std::string> heads_;
    int sheets_ = 0;
    std::size_t rows_ = 0;
    std::string rows_to_pack_;
};

}  // namespace

std::unique_ptr<Writer> make_xlsx_writer(std::size_t most_rows) {
    return std::make_unique<Xlsx>(most_rows);
}

}  // namespace sheet
