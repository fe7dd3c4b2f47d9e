#pragma once

#include <cairo-pdf.h>

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "document/fonts.hpp"

namespace document {

// A text broken into lines: what fits the width it was laid out for.
struct LaidOut {
    struct Line {
        PangoLayoutLine* line{};  // lives as long as the layout
        double x{}, height{}, baseline{};
    };
    Held<PangoLayout> layout;
    std::vector<Line> lines;
    double height = 0;
};

struct Setting {
    double size = 16;
    double width = Page::body;
    double first = 0;  // indent of the first line
    Align align = Align::start;
    Weight weight = Weight::regular;
    int most_lines = 0;  // 0: as many as it takes; what is cut off ends in an ellipsis
};

struct Box {
    double x{}, y{}, width{}, height{};
};

// The pages of a PDF while they are drawn, from the top down. What is tagged is read aloud in its order and as what it is.
class Canvas {
  public:
    Canvas(const Document& document, const Fonts& fonts);
    ~Canvas();
    Canvas(const Canvas&) = delete;
    Canvas& operator=(const Canvas&) = delete;

    void begin_part(const Part& part);
    void end_page();
    std::string finish();

    // Begun so far. How far down the page the next thing stands, and how much is left of the page.
    int pages() const { return pages_; }
    double y() const { return y_; }
    double room() const { return Page::height - Page::bottom - y_; }
    bool at_top() const { return y_ <= Page::top; }
    void move_down(double by) { y_ += by; }
    // A new page, if less than this is left and a new one has more.
    void need(double height);

    LaidOut lay_out(const Spans& spans, const Setting& setting) const;
    LaidOut lay_out(std::string_view text, const Setting& setting) const { return lay_out(Spans{{std::string(text)}}, setting); }
    void draw(const LaidOut::Line& line, double x, double top) const;
    // All its lines from here down, over as many pages as they ask for.
    void flow(const LaidOut& text, double x, std::string_view tag);

    enum class Stroke : std::uint8_t { thin, dotted };
    void stroke(double x1, double y1, double x2, double y2, Stroke stroke = Stroke::thin) const;
    void box(const Box& box, Fill fill) const;
    // False for what is no JPEG.
    bool draw_picture(const std::shared_ptr<const std::string>& jpeg, double x, double top, double width, double height);

    void open(const std::string& tag);
    void close();
    void bookmark(int level, const std::string& text);

  private:
    void begin_page();
    void write_page_number() const;
    cairo_surface_t* picture(const std::shared_ptr<const std::string>& jpeg);
    void forget_pictures();

    const Document& document_;
    const std::string family_;
    const bool tagged_;  // Cairo 1.16 reads where nothing is when it tags some documents with pictures in them
    std::string out_;
    cairo_surface_t* surface_;
    cairo_t* cairo_;
    Held<PangoContext> context_;
    const Part* part_ = nullptr;
    int pages_ = 0, page_of_part_ = 0;
    double y_ = Page::top;
    std::vector<std::string> tags_;
    std::vector<int> outline_;  // the last bookmark of each level
    std::map<const std::string*, cairo_surface_t*> pictures_;
};

}  // namespace document
