#include "document/pdf.hpp"

#include <algorithm>
#include <span>

#include "document/canvas.hpp"
#include "document/pdf_bars.hpp"
#include "document/pdf_table.hpp"

namespace document {

namespace {

constexpr double between_blocks = 4;
constexpr double heading_sizes[] = {22, 18, 16};
constexpr double picture_height = points(7), picture_gap = points(0.5), caption_size = 14;
constexpr double list_indent = points(1.2), list_hang = points(0.5);
constexpr double dot_drop = 3.5;  // of a dotted line under what stands on it

void draw(Canvas& canvas, const Paragraph& paragraph) {
    canvas.move_down(canvas.at_top() ? 0 : paragraph.before);
    const auto text = canvas.lay_out(paragraph.spans, {.size = paragraph.size > 0 ? paragraph.size : 16,
                                                       .width = Page::body - paragraph.indent,
                                                       .first = paragraph.first,
                                                       .align = paragraph.align});
    canvas.flow(text, Page::left + paragraph.indent, "P");
}

// Never the last line of a page: the first rows of a table stay with it, too.
void draw(Canvas& canvas, const Heading& heading) {
    const auto level = std::clamp(heading.level, 1, 3);
    const Setting setting{.size = heading_sizes[level - 1], .align = heading.align, .weight = Weight::bold};
    const auto text = canvas.lay_out(heading.text, setting);
    if (!canvas.at_top()) canvas.move_down(2 * between_blocks);
    canvas.need(text.height + points(2.6));
    canvas.bookmark(level + 1, heading.text);
    canvas.flow(text, Page::left, "H" + std::to_string(level));
}

void draw(Canvas& canvas, const List& list) {
    canvas.open("L");
    for (const auto& item : list.items) {
        const auto text = canvas.lay_out(item, {.width = Page::body - list_indent - list_hang});
        canvas.open("LI");
        canvas.need(text.lines.front().height);
        canvas.draw(canvas.lay_out("•", {}).lines.front(), Page::left + list_indent, canvas.y());
        canvas.flow(text, Page::left + list_indent + list_hang, "P");
        canvas.close();
    }
    canvas.close();
}

void draw(Canvas& canvas, const Table& table) {
    canvas.move_down(between_blocks);
    draw_table(canvas, table);
    canvas.move_down(between_blocks);
}

void draw_lines(Canvas& canvas, const LaidOut& text, double x, double top) {
    for (const auto& line : text.lines) {
        canvas.draw(line, x, top);
        top += line.height;
    }
}

// One or two pictures beside each other with their captions. Where a picture is broken, its words stand alone.
void draw_row(Canvas& canvas, std::span<const Picture> row) {
    constexpr double width = (Page::body - picture_gap) / 2;
    double caption_height = 0;
    std::vector<LaidOut> captions;
    for (const auto& picture : row) {
        const auto& words = picture.caption.empty() ? picture.alternative_text : picture.caption;
        captions.push_back(canvas.lay_out(words, {.size = caption_size, .width = width, .align = Align::middle}));
        caption_height = std::max(caption_height, captions.back().height);
    }
    canvas.need(picture_height + caption_height);
    const double top = canvas.y();
    for (std::size_t i = 0; i < row.size(); ++i) {
        const double x = Page::left + static_cast<double>(i) * (width + picture_gap);
        canvas.open("Figure");
        canvas.draw_picture(row[i].jpeg, x, top, width, picture_height);
        draw_lines(canvas, captions[i], x, top + picture_height);
        canvas.close();
    }
    canvas.move_down(picture_height + caption_height + between_blocks);
}

void draw(Canvas& canvas, const Pictures& pictures) {
    const std::span<const Picture> all = pictures.pictures;
    for (std::size_t at = 0; at < all.size(); at += 2) draw_row(canvas, all.subspan(at, std::min<std::size_t>(2, all.size() - at)));
}

void draw(Canvas& canvas, const Emblem& emblem) {
    const bool beside = emblem.align == Align::start;
    const double lift = points(1);  // it stands in the margin
    const double x = beside ? Page::left : Page::left + (Page::body - emblem.height) / 2;
    canvas.open("Figure");
    canvas.draw_picture(emblem.jpeg, x, canvas.y() - lift, emblem.height, emblem.height);
    canvas.close();
    if (!beside) canvas.move_down(emblem.height - lift + between_blocks);
}

void draw(Canvas& canvas, const FieldLine& line) {
    const double width = Page::body / static_cast<double>(line.fields.size());
    double x = Page::left, height = 0;
    canvas.open("P");
    for (const auto& field : line.fields) {
        const auto label = canvas.lay_out(Spans{{field.label + "  ", Weight::bold, 18}}, {});
        const auto text = canvas.lay_out(Spans{{field.label + "  ", Weight::bold, 18}, {field.text}}, {.width = width - 4});
        if (height == 0) canvas.need(text.height);
        int label_width = 0;
        pango_layout_get_size(label.layout.get(), &label_width, nullptr);
        double from = x + static_cast<double>(label_width) / PANGO_SCALE, y = canvas.y();
        for (const auto& one : text.lines) {
            canvas.draw(one, x, y);
            canvas.stroke(from, y + one.baseline + dot_drop, x + width - 4, y + one.baseline + dot_drop, Canvas::Stroke::dotted);
            y += one.height;
            from = x;
        }
        height = std::max(height, text.height);
        x += width;
    }
    canvas.close();
    canvas.move_down(height);
}

void draw(Canvas& canvas, const Signature& signature) {
    constexpr double width = Page::body * 0.6;
    std::vector<LaidOut> lines;
    double height = 0;
    for (const auto& line : signature.lines) {
        lines.push_back(canvas.lay_out(line, {.width = width, .align = Align::middle}));
        height += lines.back().height;
    }
    canvas.need(height);
    for (const auto& line : lines) canvas.flow(line, Page::left + Page::body - width, "P");
}

void draw(Canvas& canvas, const Bars& bars) {
    draw_bars(canvas, bars);
}

void draw(Canvas& canvas, const Panels& panels) {
    draw_panels(canvas, panels);
}

void draw(Canvas& canvas, const Space& space) {
    canvas.move_down(std::min(space.height, canvas.room()));
}

void draw(Canvas& canvas, const PageBreak&) {
    canvas.need(Page::height);
}

}  // namespace

WrittenPdf write_counted_pdf(const Document& document, const Fonts& fonts) {
    Canvas canvas{document, fonts};
    for (const auto& part : document.parts) {
        canvas.begin_part(part);
        for (const auto& block : part.blocks) std::visit([&](const auto& told) { draw(canvas, told); }, block);
    }
    auto bytes = canvas.finish();
    return {std::move(bytes), canvas.pages()};
}

std::string write_pdf(const Document& document, const Fonts& fonts) {
    return write_counted_pdf(document, fonts).bytes;
}

}  // namespace document
