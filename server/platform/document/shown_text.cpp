#include "document/shown_text.hpp"

#include <hb.h>

#include <algorithm>
#include <cstdlib>
#include <span>
#include <string_view>
#include <vector>

namespace document {

namespace {

constexpr hb_codepoint_t non_joiner = 0x200C;
constexpr double aside = 1;  // points: less than this is fine placing, and nobody takes it for a space

double in_points(int pango_units) {
    return static_cast<double>(pango_units) / PANGO_SCALE;
}

// The glyphs of a run that stand for the same piece of its text.
struct Piece {
    std::span<const PangoGlyphInfo> glyphs;
    int begin{}, end{};  // bytes
    bool mark{};         // goes with the letter before it
    bool moved{};        // does not stand where it would by itself
};

bool is_mark(std::string_view text) {
    return !text.empty() && g_unichar_ismark(g_utf8_get_char(text.data())) != 0;
}

// Runs drawn as Pango draws them: from right to left, or in letters that no font has.
bool is_strange(const PangoGlyphItem& run) {
    const auto unknown = [](const PangoGlyphInfo& info) {
        return (info.glyph & PANGO_GLYPH_UNKNOWN_FLAG) != 0 || info.glyph == PANGO_GLYPH_EMPTY;
    };
    const std::span glyphs(run.glyphs->glyphs, static_cast<std::size_t>(run.glyphs->num_glyphs));
    return run.item->analysis.level % 2 != 0 || std::ranges::any_of(glyphs, unknown);
}

bool stands_aside(const PangoGlyphInfo& info) {
    return in_points(std::max(std::abs(info.geometry.x_offset), std::abs(info.geometry.y_offset))) > aside;
}

std::vector<Piece> pieces(const PangoGlyphItem& run, std::string_view text) {
    const std::span glyphs(run.glyphs->glyphs, static_cast<std::size_t>(run.glyphs->num_glyphs));
    const std::span starts(run.glyphs->log_clusters, glyphs.size());
    std::vector<Piece> all;
    for (std::size_t at = 0; at < glyphs.size();) {
        auto behind = at + 1;
        while (behind < glyphs.size() && starts[behind] == starts[at]) ++behind;
        const auto these = glyphs.subspan(at, behind - at);
        const bool mark = is_mark(text.substr(static_cast<std::size_t>(starts[at])));
        all.push_back({these, starts[at], behind < glyphs.size() ? starts[behind] : run.item->length, mark,
                       mark && std::ranges::any_of(these, stands_aside)});
        at = behind;
    }
    return all;
}

// A glyph of no width and no ink: its place is where the next letter begins.
unsigned long end_sign(PangoFont* font) {
    auto* const face = pango_font_get_hb_font(font);
    hb_codepoint_t glyph = 0;
    if (hb_font_get_nominal_glyph(face, non_joiner, &glyph) != 0 && hb_font_get_glyph_h_advance(face, glyph) == 0) return glyph;
    return 0;
}

class RunDrawing {
  public:
    RunDrawing(const PangoGlyphItem& run, std::string_view text, double x, double y)
        : run_{run}, text_{text}, pieces_{pieces(run, text)}, end_sign_{end_sign(run.item->analysis.font)}, x_{x}, y_{y} {}

    bool is_needed() const { return end_sign_ != 0 && std::ranges::any_of(pieces_, &Piece::moved); }

    void draw(cairo_t* cairo) {
        for (std::size_t at = 0; at < pieces_.size();) at = add_letter(at);
        cairo_set_scaled_font(cairo, pango_cairo_font_get_scaled_font(PANGO_CAIRO_FONT(run_.item->analysis.font)));
        cairo_show_text_glyphs(cairo, text_.data(), static_cast<int>(text_.size()), glyphs_.data(), static_cast<int>(glyphs_.size()),
                               clusters_.data(), static_cast<int>(clusters_.size()), {});
    }

  private:
    // A letter with its marks, from `at`; returns where the next one begins.
    std::size_t add_letter(std::size_t at) {
        auto behind = at + 1;
        while (behind < pieces_.size() && pieces_[behind].mark) ++behind;
        const auto letter = std::span(pieces_).subspan(at, behind - at);
        const bool whole = std::ranges::any_of(letter, &Piece::moved);
        const auto first = glyphs_.size();
        for (const auto& piece : letter) {
            for (const auto& info : piece.glyphs) add_glyph(info);
            if (!whole) clusters_.push_back({piece.end - piece.begin, static_cast<int>(piece.glyphs.size())});
        }
        if (whole) {
            glyphs_.push_back({end_sign_, x_, y_});
            clusters_.push_back({letter.back().end - letter.front().begin, static_cast<int>(glyphs_.size() - first)});
        }
        return behind;
    }

    void add_glyph(const PangoGlyphInfo& info) {
        glyphs_.push_back({info.glyph, x_ + in_points(info.geometry.x_offset), y_ + in_points(info.geometry.y_offset)});
        x_ += in_points(info.geometry.width);
    }

    const PangoGlyphItem& run_;
    std::string_view text_;
    std::vector<Piece> pieces_;
    unsigned long end_sign_;
    double x_, y_;
    std::vector<cairo_glyph_t> glyphs_;
    std::vector<cairo_text_cluster_t> clusters_;
};

}  // namespace

void show_line(cairo_t* cairo, PangoLayoutLine* line, double x, double y) {
    const char* const whole = pango_layout_get_text(line->layout);
    for (auto* node = line->runs; node != nullptr; node = node->next) {
        auto* const run = static_cast<PangoGlyphItem*>(node->data);
        const std::string_view text(whole + run->item->offset, static_cast<std::size_t>(run->item->length));
        RunDrawing drawing{*run, text, x, y};
        if (!is_strange(*run) && drawing.is_needed()) {
            drawing.draw(cairo);
        } else {
            cairo_move_to(cairo, x, y);
            pango_cairo_show_glyph_item(cairo, whole, run);
        }
        x += in_points(pango_glyph_string_get_width(run->glyphs));
    }
}

}  // namespace document
