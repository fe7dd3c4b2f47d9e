#include "document/docx_body.hpp"

#include <algorithm>
#include <span>

#include "decode/picture_header.hpp"
#include "document/docx_parts.hpp"

namespace document::docx {

namespace {

constexpr int cell_size = 14, caption_size = 14, label_size = 18;
constexpr double picture_width = Page::body / 2 - 14, picture_height = points(7);

struct Letters {
    Weight weight = Weight::regular;
    double size = 0;
};

const char* word_align(Align align) {
    switch (align) {
        case Align::middle:
            return "center";
        case Align::end:
            return "end";
        case Align::start:
            break;
    }
    return "start";
}

class BodyWriter {
  public:
    Body write(const Document& document) {
        auto root = xml_.append_child("w:document");
        root.append_attribute("xmlns:w") = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
        root.append_attribute("xmlns:r") = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        root.append_attribute("xmlns:wp") = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing";
        root.append_attribute("xmlns:a") = "http://schemas.openxmlformats.org/drawingml/2006/main";
        root.append_attribute("xmlns:pic") = "http://schemas.openxmlformats.org/drawingml/2006/picture";
        body_ = add(root, "w:body");
        for (const auto& part : document.parts) {
            for (const auto& block : part.blocks) std::visit([&](const auto& told) { this->block(told); }, block);
            // The last section stands in the body itself, the others in the paragraph that ends them.
            const bool last = &part == &document.parts.back();
            end_section(last ? body_ : add(add(body_, "w:p"), "w:pPr"), part);
        }
        return {text_of(xml_), std::move(pictures_)};
    }

  private:
    static void end_section(pugi::xml_node where, const Part& part) {
        auto section = add(where, "w:sectPr");
        if (part.numbering != Numbering::none) {
            const bool above = part.numbering == Numbering::above;
            auto reference = add(section, above ? "w:headerReference" : "w:footerReference");
            reference.append_attribute("w:type") = "default";
            reference.append_attribute("r:id") = above ? "above" : "below";
        }
        add_value(section, "w:type", "nextPage");
        auto size = add(section, "w:pgSz");
        size.append_attribute("w:w") = twentieths(Page::width);
        size.append_attribute("w:h") = twentieths(Page::height);
        auto margins = add(section, "w:pgMar");
        const auto margin = [&](const char* side, double width) { margins.append_attribute(side) = twentieths(width); };
        margin("w:top", Page::top);
        margin("w:right", Page::right);
        margin("w:bottom", Page::bottom);
        margin("w:left", Page::left);
        margin("w:header", points(1.25));
        margin("w:footer", points(1));
        margin("w:gutter", 0);
        add(section, "w:pgNumType").append_attribute("w:start") = 1;
        if (part.numbering == Numbering::above) add(section, "w:titlePg");
    }

    static void set_letters(pugi::xml_node run, const Letters& letters) {
        if (letters.weight == Weight::regular && letters.size <= 0) return;
        auto properties = add(run, "w:rPr");
        if (letters.weight == Weight::bold)
            for (const char* name : {"w:b", "w:bCs"}) add(properties, name);
        if (letters.size > 0)
            for (const char* name : {"w:sz", "w:szCs"}) add_value(properties, name, std::to_string(half_points(letters.size)));
    }

    static void add_text(pugi::xml_node paragraph, std::string_view raw, const Letters& letters = {}) {
        const auto text = clean(raw);
        auto run = add(paragraph, "w:r");
        set_letters(run, letters);
        for (std::size_t at = 0; at <= text.size();) {
            const auto end = std::min(text.find('\n', at), text.size());
            if (at > 0) add(run, "w:br");
            auto words = add(run, "w:t");
            words.append_attribute("xml:space") = "preserve";
            words.text().set(text.substr(at, end - at).c_str());
            at = end + 1;
        }
    }

    static pugi::xml_node add_paragraph(pugi::xml_node to, Align align) {
        auto paragraph = add(to, "w:p");
        if (align != Align::start) add_value(add(paragraph, "w:pPr"), "w:jc", word_align(align));
        return paragraph;
    }

    void block(const Paragraph& told) {
        auto paragraph = add(body_, "w:p");
        auto properties = add(paragraph, "w:pPr");
        if (told.before > 0) add(properties, "w:spacing").append_attribute("w:before") = twentieths(told.before);
        auto indent = add(properties, "w:ind");
        indent.append_attribute("w:left") = twentieths(told.indent);
        indent.append_attribute("w:firstLine") = twentieths(told.first);
        add_value(properties, "w:jc", word_align(told.align));
        for (const auto& span : told.spans) add_text(paragraph, span.text, {span.weight, span.size > 0 ? span.size : told.size});
    }

    void block(const Heading& told) {
        auto paragraph = add(body_, "w:p");
        auto properties = add(paragraph, "w:pPr");
        add_value(properties, "w:pStyle", "Heading" + std::to_string(std::clamp(told.level, 1, 3)));
        add_value(properties, "w:jc", word_align(told.align));
        add_text(paragraph, told.text);
    }

    void block(const List& told) {
        for (const auto& item : told.items) {
            auto paragraph = add(body_, "w:p");
            auto numbers = add(add(paragraph, "w:pPr"), "w:numPr");
            add_value(numbers, "w:ilvl", "0");
            add_value(numbers, "w:numId", "1");
            add_text(paragraph, item);
        }
    }

    static void set_edges(pugi::xml_node properties, Rules rules) {
        auto edges = add(properties, "w:tblBorders");
        for (const char* side : {"w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV"}) {
            auto edge = add_value(edges, side, rules == Rules::all ? "single" : "nil");
            edge.append_attribute("w:sz") = 4;
            edge.append_attribute("w:space") = 0;
        }
    }

    pugi::xml_node begin_table(const std::vector<double>& widths, Rules rules) {
        auto table = add(body_, "w:tbl");
        auto properties = add(table, "w:tblPr");
        auto width = add(properties, "w:tblW");
        width.append_attribute("w:w") = twentieths(Page::body);
        width.append_attribute("w:type") = "dxa";
        set_edges(properties, rules);
        add(properties, "w:tblLayout").append_attribute("w:type") = "fixed";
        auto grid = add(table, "w:tblGrid");
        for (const double one : widths) add(grid, "w:gridCol").append_attribute("w:w") = twentieths(one);
        return table;
    }

    static pugi::xml_node add_cell(pugi::xml_node row, double width) {
        auto cell = add(row, "w:tc");
        auto size = add(add(cell, "w:tcPr"), "w:tcW");
        size.append_attribute("w:w") = twentieths(width);
        size.append_attribute("w:type") = "dxa";
        return cell;
    }

    static pugi::xml_node add_row(pugi::xml_node table, double least_height, Weight weight) {
        auto row = add(table, "w:tr");
        auto properties = add(row, "w:trPr");
        add(properties, "w:cantSplit");
        if (least_height > 0) {
            auto height = add_value(properties, "w:trHeight", std::to_string(twentieths(least_height)));
            height.append_attribute("w:hRule") = "atLeast";
        }
        if (weight == Weight::bold) add(properties, "w:tblHeader");
        return row;
    }

    void block(const Table& told) {
        if (told.columns.empty()) return;
        double shares = 0;
        for (const auto& column : told.columns) shares += column.share;
        std::vector<double> widths;
        widths.reserve(told.columns.size());
        for (const auto& column : told.columns) widths.push_back(Page::body * column.share / shares);
        auto table = begin_table(widths, told.rules);
        const auto write_row = [&](const std::vector<std::string>& texts, Weight weight) {
            auto row = add_row(table, weight == Weight::bold ? 0 : told.least_height, weight);
            for (std::size_t i = 0; i < widths.size(); ++i) {
                const auto align = weight == Weight::bold ? Align::middle : told.columns[i].align;
                add_text(add_paragraph(add_cell(row, widths[i]), align), i < texts.size() ? texts[i] : "", {weight, cell_size});
            }
        };
        if (!told.heads.empty()) write_row(told.heads, Weight::bold);
        for (const auto& row : told.rows) write_row(row, Weight::regular);
        add(body_, "w:p");  // two tables with nothing between them are one
    }

    void block(const Pictures& told) {
        const std::span<const Picture> all = told.pictures;
        auto table = begin_table({Page::body / 2, Page::body / 2}, Rules::none);
        for (std::size_t at = 0; at < all.size(); at += 2) {
            auto row = add_row(table, 0, Weight::regular);
            for (std::size_t i = at; i < at + 2; ++i) {
                auto cell = add_cell(row, Page::body / 2);
                auto paragraph = add_paragraph(cell, Align::middle);
                if (i >= all.size()) continue;
                add_picture(paragraph, all[i].jpeg, picture_width, picture_height, all[i].alternative_text);
                const auto& words = all[i].caption.empty() ? all[i].alternative_text : all[i].caption;
                add_text(add_paragraph(cell, Align::middle), words, {.size = caption_size});
            }
        }
        add(body_, "w:p");
    }

    // Words alone: whoever goes on writing draws no bars.
    void block(const Bars& told) {
        Table table{.columns = {{.share = 1}, {.share = 2}}, .rules = Rules::none};
        for (const auto& bar : told.bars) table.rows.push_back({bar.label, bar.text});
        block(table);
    }

    void block(const Panels& told) {
        for (const auto& panel : told.panels) {
            block(Paragraph{.spans = panel.head});
            block(Bars{panel.bars});
        }
    }

    void block(const Emblem& told) {
        if (told.align == Align::start && !told.jpeg) return;
        auto paragraph = add_paragraph(body_, told.align);
        if (!told.jpeg) {
            add(paragraph.prepend_child("w:pPr"), "w:spacing").append_attribute("w:before") = twentieths(told.height - points(1));
            return;
        }
        add_picture(paragraph, told.jpeg, told.height, told.height, "");
    }

    void block(const FieldLine& told) {
        auto paragraph = add(body_, "w:p");
        auto stops = add(add(paragraph, "w:pPr"), "w:tabs");
        const double width = Page::body / static_cast<double>(told.fields.size());
        double end = 0;
        for (const auto& field : told.fields) {
            end += width;
            auto stop = add_value(stops, "w:tab", &field == &told.fields.back() ? "right" : "left");
            stop.append_attribute("w:leader") = "dot";
            stop.append_attribute("w:pos") = twentieths(end);
            add_text(paragraph, field.label + "  ", {Weight::bold, label_size});
            add_text(paragraph, field.text);
            add(add(paragraph, "w:r"), "w:tab");
        }
    }

    void block(const Signature& told) {
        for (const auto& line : told.lines) {
            auto paragraph = add(body_, "w:p");
            auto properties = add(paragraph, "w:pPr");
            if (&line != &told.lines.back()) add(properties, "w:keepNext");
            add(properties, "w:ind").append_attribute("w:left") = twentieths(Page::body * 0.4);
            add_value(properties, "w:jc", "center");
            add_text(paragraph, line);
        }
    }

    void block(const Space& told) {
        add(add(add(body_, "w:p"), "w:pPr"), "w:spacing").append_attribute("w:before") = twentieths(std::max(0.0, told.height - 16));
    }

    void block(const PageBreak&) { add(add(add(body_, "w:p"), "w:r"), "w:br").append_attribute("w:type") = "page"; }

    // The number of the picture in the file; 0 for what is no picture.
    std::size_t number_of(const std::shared_ptr<const std::string>& jpeg) {
        const auto found = std::ranges::find(pictures_, jpeg);
        if (found != pictures_.end()) return static_cast<std::size_t>(found - pictures_.begin()) + 1;
        pictures_.push_back(jpeg);
        return pictures_.size();
    }

    void add_picture(pugi::xml_node paragraph, const std::shared_ptr<const std::string>& jpeg, double width, double height,
                     const std::string& words) {
        if (!jpeg) return;
        const auto header = decode::picture_header({reinterpret_cast<const unsigned char*>(jpeg->data()), jpeg->size()});
        if (!header || header->kind != decode::PictureKind::jpeg || !decode::fits(*header)) return;
        const double scale = std::min(width / header->width, height / header->height);
        constexpr double units = 12'700;  // a point
        const auto wide = static_cast<long long>(header->width * scale * units),
                   high = static_cast<long long>(header->height * scale * units);
        const auto number = std::to_string(number_of(jpeg));
        const auto set_size = [&](pugi::xml_node node) {
            node.append_attribute("cx") = wide;
            node.append_attribute("cy") = high;
        };
        const auto set_name = [&](pugi::xml_node node) {
            node.append_attribute("id") = ++drawings_;
            node.append_attribute("name") = ("picture" + number).c_str();
            node.append_attribute("descr") = clean(words).c_str();
        };
        auto in_line = add(add(add(paragraph, "w:r"), "w:drawing"), "wp:inline");
        set_size(add(in_line, "wp:extent"));
        set_name(add(in_line, "wp:docPr"));
        auto data = add(add(in_line, "a:graphic"), "a:graphicData");
        data.append_attribute("uri") = "http://schemas.openxmlformats.org/drawingml/2006/picture";
        auto picture = add(data, "pic:pic");
        auto about = add(picture, "pic:nvPicPr");
        set_name(add(about, "pic:cNvPr"));
        add(about, "pic:cNvPicPr");
        auto fill = add(picture, "pic:blipFill");
        add(fill, "a:blip").append_attribute("r:embed") = ("picture" + number).c_str();
        add(add(fill, "a:stretch"), "a:fillRect");
        auto shape = add(picture, "pic:spPr");
        auto frame = add(shape, "a:xfrm");
        auto corner = add(frame, "a:off");
        corner.append_attribute("x") = 0;
        corner.append_attribute("y") = 0;
        set_size(add(frame, "a:ext"));
        auto geometry = add(shape, "a:prstGeom");
        geometry.append_attribute("prst") = "rect";
        add(geometry, "a:avLst");
    }

    pugi::xml_document xml_;
    pugi::xml_node body_;
    std::vector<std::shared_ptr<const std::string>> pictures_;
    int drawings_ = 0;
};

}  // namespace

Body write_body(const Document& document) {
    return BodyWriter{}.write(document);
}

}  // namespace document::docx
