#include "document/canvas.hpp"

#include <algorithm>
#include <cstdlib>
#include <stdexcept>

#include "base/time.hpp"
#include "decode/picture_header.hpp"
#include "document/pdf.hpp"
#include "document/shown_text.hpp"

namespace document {

namespace {

constexpr double page_number_size = 16, head_size = 12;
constexpr double above = points(1.5), below = Page::height - points(1.6);

cairo_status_t append(void* to, const unsigned char* bytes, unsigned length) {
    try {
        static_cast<std::string*>(to)->append(reinterpret_cast<const char*>(bytes), length);
        return CAIRO_STATUS_SUCCESS;
    } catch (...) {  // must not pass through C
        return CAIRO_STATUS_NO_MEMORY;
    }
}

double in_points(int pango_units) {
    return static_cast<double>(pango_units) / PANGO_SCALE;
}

void insert(PangoAttrList* list, PangoAttribute* attribute, std::size_t begin, std::size_t end) {
    attribute->start_index = static_cast<guint>(begin);
    attribute->end_index = static_cast<guint>(end);
    pango_attr_list_insert(list, attribute);
}

// The spans as one text, and what is bold or of another size in it.
std::string join(const Spans& spans, PangoAttrList* attributes) {
    std::string text;
    for (const auto& span : spans) {
        const auto begin = text.size();
        text += clean(span.text);
        if (span.weight == Weight::bold) insert(attributes, pango_attr_weight_new(PANGO_WEIGHT_BOLD), begin, text.size());
        if (span.size > 0) insert(attributes, pango_attr_size_new(static_cast<int>(span.size * PANGO_SCALE)), begin, text.size());
    }
    return text;
}

PangoAlignment pango_align(Align align) {
    switch (align) {
        case Align::middle:
            return PANGO_ALIGN_CENTER;
        case Align::end:
            return PANGO_ALIGN_RIGHT;
        case Align::start:
            break;
    }
    return PANGO_ALIGN_LEFT;
}

void read_lines(LaidOut& text) {
    auto* const iterator = pango_layout_get_iter(text.layout.get());
    do {
        PangoRectangle extents;
        pango_layout_iter_get_line_extents(iterator, nullptr, &extents);
        text.lines.push_back({pango_layout_iter_get_line_readonly(iterator), in_points(extents.x), in_points(extents.height),
                              in_points(pango_layout_iter_get_baseline(iterator) - extents.y)});
        text.height += text.lines.back().height;
    } while (pango_layout_iter_next_line(iterator) != 0);
    pango_layout_iter_free(iterator);
}

bool has_pictures(const Document& document) {
    const auto is_picture = [](const Block& block) {
        const auto* const emblem = std::get_if<Emblem>(&block);
        return std::holds_alternative<Pictures>(block) || (emblem != nullptr && emblem->jpeg);
    };
    return std::ranges::any_of(document.parts, [&](const Part& part) { return std::ranges::any_of(part.blocks, is_picture); });
}

}  // namespace

Canvas::Canvas(const Document& document, const Fonts& fonts)
    : document_{document},
      family_{fonts.family()},
      tagged_{!has_pictures(document)},
      surface_{cairo_pdf_surface_create_for_stream(append, &out_, Page::width, Page::height)},
      cairo_{cairo_create(surface_)},
      context_{pango_font_map_create_context(fonts.map())} {
    const auto tell = [&](cairo_pdf_metadata_t what, const std::string& text) {
        if (!text.empty()) cairo_pdf_surface_set_metadata(surface_, what, clean(text).c_str());
    };
    tell(CAIRO_PDF_METADATA_TITLE, document.title);
    tell(CAIRO_PDF_METADATA_AUTHOR, document.author);
    tell(CAIRO_PDF_METADATA_CREATOR, "Lomwong");
    tell(CAIRO_PDF_METADATA_CREATE_DATE, base::to_iso(document.made_at));
    auto* const options = cairo_font_options_create();
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    pango_cairo_context_set_font_options(context_.get(), options);
    cairo_font_options_destroy(options);
    pango_context_set_language(context_.get(), pango_language_from_string(document.language == base::Language::th ? "th" : "en"));
    pango_context_set_base_dir(context_.get(), PANGO_DIRECTION_LTR);
}

Canvas::~Canvas() {
    cairo_destroy(cairo_);
    forget_pictures();
    cairo_surface_destroy(surface_);
}

void Canvas::begin_part(const Part& part) {
    if (pages_ > 0) end_page();
    part_ = &part;
    page_of_part_ = 0;
    begin_page();
    if (tags_.empty()) open("Document");
    if (!part.bookmark.empty()) bookmark(1, part.bookmark);
}

void Canvas::begin_page() {
    if (++pages_ > most_pages) throw std::length_error("a document of more pages than anybody prints");
    ++page_of_part_;
    y_ = Page::top;
    if (!part_->head.empty() && page_of_part_ > 1) {
        const auto head = lay_out(part_->head, {.size = head_size});
        draw(head.lines.front(), Page::left, above - head.lines.front().height);
    }
    write_page_number();
    if (tagged_)
        for (const auto& tag : tags_) cairo_tag_begin(cairo_, tag.c_str(), nullptr);
}

void Canvas::write_page_number() const {
    const bool is_above = part_->numbering == Numbering::above;
    if (part_->numbering == Numbering::none || (is_above && page_of_part_ == 1)) return;
    const auto number = in_digits(std::to_string(page_of_part_), document_.digits);
    const auto text = lay_out(is_above ? "- " + number + " -" : number, {.size = page_number_size, .align = Align::middle});
    draw(text.lines.front(), Page::left, is_above ? above : below);
}

// What is open goes on on the next page.
void Canvas::end_page() {
    if (tagged_)
        for (auto tag = tags_.rbegin(); tag != tags_.rend(); ++tag) cairo_tag_end(cairo_, tag->c_str());
    cairo_show_page(cairo_);
}

void Canvas::need(double height) {
    if (height <= room() || at_top()) return;
    end_page();
    begin_page();
}

std::string Canvas::finish() {
    while (!tags_.empty()) close();
    end_page();
    cairo_surface_finish(surface_);
    if (cairo_status(cairo_) != CAIRO_STATUS_SUCCESS) throw std::runtime_error(cairo_status_to_string(cairo_status(cairo_)));
    if (cairo_surface_status(surface_) != CAIRO_STATUS_SUCCESS)
        throw std::runtime_error(cairo_status_to_string(cairo_surface_status(surface_)));
    return std::move(out_);
}

LaidOut Canvas::lay_out(const Spans& spans, const Setting& setting) const {
    LaidOut text{Held<PangoLayout>{pango_layout_new(context_.get())}, {}, 0};
    auto* const layout = text.layout.get();
    auto* const font = pango_font_description_new();
    pango_font_description_set_family(font, family_.c_str());
    pango_font_description_set_size(font, static_cast<int>(setting.size * PANGO_SCALE));
    pango_font_description_set_weight(font, setting.weight == Weight::bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
    pango_layout_set_font_description(layout, font);
    pango_font_description_free(font);
    auto* const attributes = pango_attr_list_new();
    const auto joined = join(spans, attributes);
    pango_layout_set_text(layout, joined.data(), static_cast<int>(joined.size()));
    pango_layout_set_attributes(layout, attributes);
    pango_attr_list_unref(attributes);
    pango_layout_set_width(layout, static_cast<int>(setting.width * PANGO_SCALE));
    pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
    if (setting.most_lines > 0) {
        pango_layout_set_height(layout, -setting.most_lines);  // less than none counts lines
        pango_layout_set_ellipsize(layout, PANGO_ELLIPSIZE_END);
    }
    pango_layout_set_auto_dir(layout, 0);
    pango_layout_set_alignment(layout, pango_align(setting.align));
    pango_layout_set_indent(layout, static_cast<int>(setting.first * PANGO_SCALE));
    read_lines(text);
    return text;
}

void Canvas::draw(const LaidOut::Line& line, double x, double top) const {
    show_line(cairo_, line.line, x + line.x, top + line.baseline);
}

void Canvas::flow(const LaidOut& text, double x, std::string_view tag) {
    open(std::string(tag));
    for (const auto& line : text.lines) {
        need(line.height);
        draw(line, x, y_);
        y_ += line.height;
    }
    close();
}

void Canvas::stroke(double x1, double y1, double x2, double y2, Stroke stroke) const {
    constexpr double dots[] = {0.6, 2.2};
    cairo_set_dash(cairo_, dots, stroke == Stroke::dotted ? 2 : 0, 0);
    cairo_set_line_width(cairo_, 0.6);
    cairo_move_to(cairo_, x1, y1);
    cairo_line_to(cairo_, x2, y2);
    cairo_stroke(cairo_);
}

void Canvas::box(const Box& box, Fill fill) const {
    constexpr double hatch = 3;
    if (fill == Fill::hatched)
        for (double x = box.x + hatch; x < box.x + box.width; x += hatch) stroke(x, box.y, x, box.y + box.height);
    cairo_set_dash(cairo_, nullptr, 0, 0);
    cairo_set_line_width(cairo_, 1);
    cairo_rectangle(cairo_, box.x, box.y, box.width, box.height);
    if (fill == Fill::solid) cairo_fill_preserve(cairo_);
    cairo_stroke(cairo_);
}

// Cairo lays the bytes of the JPEG into the file as they are, and asks the pixels nothing.
cairo_surface_t* Canvas::picture(const std::shared_ptr<const std::string>& jpeg) {
    if (const auto found = pictures_.find(jpeg.get()); found != pictures_.end()) return found->second;
    const auto* bytes = reinterpret_cast<const unsigned char*>(jpeg->data());
    const auto header = decode::picture_header({bytes, jpeg->size()});
    if (!header || header->kind != decode::PictureKind::jpeg || !decode::fits(*header)) return nullptr;
    auto* const surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, static_cast<int>(header->width), static_cast<int>(header->height));
    cairo_surface_set_mime_data(
        surface, CAIRO_MIME_TYPE_JPEG, bytes, jpeg->size(),
        [](void* held) { delete static_cast<std::shared_ptr<const std::string>*>(held); },
        new std::shared_ptr<const std::string>(jpeg));  // NOLINT(cppcoreguidelines-owning-memory): Cairo gives it back above
    return pictures_[jpeg.get()] = surface;
}

void Canvas::forget_pictures() {
    for (const auto& [jpeg, surface] : pictures_) cairo_surface_destroy(surface);
    pictures_.clear();
}

bool Canvas::draw_picture(const std::shared_ptr<const std::string>& jpeg, double x, double top, double width, double height) {
    auto* const surface = jpeg ? picture(jpeg) : nullptr;
    if (surface == nullptr) return false;
    const double wide = cairo_image_surface_get_width(surface), high = cairo_image_surface_get_height(surface);
    const double scale = std::min(width / wide, height / high);
    cairo_save(cairo_);
    cairo_translate(cairo_, x + (width - wide * scale) / 2, top + (height - high * scale) / 2);
    cairo_scale(cairo_, scale, scale);
    cairo_set_source_surface(cairo_, surface, 0, 0);
    cairo_paint(cairo_);
    cairo_restore(cairo_);
    return true;
}

void Canvas::open(const std::string& tag) {
    tags_.push_back(tag);
    if (tagged_) cairo_tag_begin(cairo_, tag.c_str(), nullptr);
}

void Canvas::close() {
    if (tagged_) cairo_tag_end(cairo_, tags_.back().c_str());
    tags_.pop_back();
}

void Canvas::bookmark(int level, const std::string& text) {
    const auto depth = std::min(static_cast<std::size_t>(level), outline_.size() + 1);
    outline_.resize(depth);
    const int parent = depth > 1 ? outline_[depth - 2] : CAIRO_PDF_OUTLINE_ROOT;
    const auto at = "page=" + std::to_string(pages_) + " pos=[0 " + std::to_string(static_cast<int>(y_)) + "]";
    outline_[depth - 1] = cairo_pdf_surface_add_outline(surface_, parent, clean(text).c_str(), at.c_str(), CAIRO_PDF_OUTLINE_FLAG_OPEN);
}

}  // namespace document
