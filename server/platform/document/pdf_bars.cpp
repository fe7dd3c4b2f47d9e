#include "document/pdf_bars.hpp"

#include <algorithm>

namespace document {

namespace {

constexpr double bar_size = 15, step = 0.5;
constexpr double gap = 6, thickness = 0.6;  // of the letters
constexpr double mark_over = 3;             // on each side of its bar
constexpr double between_columns = points(0.9), column_width = (Page::body - between_columns) / 2, between_panels = 5;

// Of the width: what a bar stands for, and the longest bar there can be, with that and without.
struct Shares {
    double label = 0.3, longest = 0.42, alone = 0.36;
};

struct Frame {
    double x = Page::left, width = Page::body, size = bar_size;
    Shares shares{};
    double pitch = 0;    // of the lines, in letters; 0: as the font has it
    int most_lines = 0;  // of each text; 0: as many as it takes
};

// Lines closer together than the font sets them, where many have to stand on one page: marks above and below still do not touch.
LaidOut closer(LaidOut text, const Frame& frame) {
    if (frame.pitch == 0) return text;
    text.height = 0;
    for (auto& line : text.lines) {
        const double height = std::min(line.height, frame.size * frame.pitch);
        line.baseline -= (line.height - height) / 2;
        line.height = height;
        text.height += height;
    }
    return text;
}

struct LaidBar {
    LaidOut label, text;
    double height{};
};

// Where the pieces of a row begin: what it stands for, how long it is, how much that is. All rows of one place alike.
struct Rows {
    double label{}, longest{};
    std::vector<LaidBar> bars{};
    double height{};
};

Rows lay_out(const Canvas& canvas, const std::vector<Bar>& bars, const Frame& frame) {
    const bool labelled = std::ranges::any_of(bars, [](const Bar& bar) { return !bar.label.empty(); });
    const auto& [label_share, longest, alone] = frame.shares;
    Rows rows{.label = labelled ? frame.width * label_share : 0, .longest = frame.width * (labelled ? longest : alone)};
    rows.bars.reserve(bars.size());
    for (const auto& bar : bars) {
        const auto set = [&](const std::string& words, double width) {
            return closer(canvas.lay_out(words, {.size = frame.size, .width = std::max(0.0, width), .most_lines = frame.most_lines}),
                          frame);
        };
        auto label = set(bar.label, rows.label - gap);
        auto text = set(bar.text, frame.width - rows.label - rows.longest - gap);
        const double height = std::max(label.height, text.height);
        rows.height += height;
        rows.bars.push_back({std::move(label), std::move(text), height});
    }
    return rows;
}

void draw_lines(const Canvas& canvas, const LaidOut& text, double x, double top) {
    for (const auto& line : text.lines) {
        canvas.draw(line, x, top);
        top += line.height;
    }
}

void draw(Canvas& canvas, const std::vector<Bar>& bars, const Rows& rows, const Frame& frame, double top) {
    const double x = frame.x + rows.label, thick = frame.size * thickness;
    for (std::size_t i = 0; i < bars.size(); ++i) {
        const auto& laid = rows.bars[i];
        const double y = top + (laid.text.lines.front().height - thick) / 2;
        const auto along = [&](double share) { return rows.longest * std::clamp(share, 0.0, 1.0); };
        canvas.box({x, y, std::max(1.0, along(bars[i].share)), thick}, bars[i].fill);
        if (bars[i].mark) canvas.box({x + along(*bars[i].mark), y - mark_over, 1, thick + 2 * mark_over}, Fill::solid);
        canvas.open("P");
        draw_lines(canvas, laid.label, frame.x, top);
        draw_lines(canvas, laid.text, x + rows.longest + gap, top);
        canvas.close();
        top += laid.height;
    }
}

constexpr double close = 1.25;
constexpr Shares in_columns{.label = 0.35, .longest = 0.25, .alone = 0.26};

struct LaidPanel {
    LaidOut head;
    Rows rows;
    double height() const { return head.height + rows.height + between_panels; }
};

class PanelsDrawing {
  public:
    PanelsDrawing(Canvas& canvas, const Panels& panels) : canvas_{canvas}, panels_{panels.panels} {
        for (const double pitch : {0.0, close}) {
            pitch_ = pitch;
            for (size_ = panels.largest; size_ >= panels.least; size_ -= step) {
                lay_out();
                if (height_ <= canvas_.room()) return;
            }
        }
        size_ = panels.least;
        for (most_lines_ = 2; most_lines_ > 0 && height_ > canvas_.room(); --most_lines_) lay_out();
    }

    void draw() {
        const double top = canvas_.y();
        draw_column(0, split_, Page::left, top);
        draw_column(split_, laid_.size(), Page::left + column_width + between_columns, top);
        canvas_.move_down(std::min(height_, canvas_.room()));
    }

  private:
    void lay_out() {
        laid_.clear();
        laid_.reserve(panels_.size());
        for (const auto& panel : panels_) {
            auto head =
                closer(canvas_.lay_out(panel.head, {.size = size_, .width = column_width, .most_lines = most_lines_}), frame(Page::left));
            laid_.push_back({std::move(head), document::lay_out(canvas_, panel.bars, frame(Page::left))});
        }
        split();
    }

    Frame frame(double x) const {
        return {.x = x, .width = column_width, .size = size_, .shares = in_columns, .pitch = pitch_, .most_lines = most_lines_};
    }

    // As many in the first column as make the taller of the two lowest.
    void split() {
        double before = 0, after = 0;
        for (const auto& each : laid_) after += each.height();
        split_ = 0;
        height_ = after;
        for (std::size_t i = 0; i < laid_.size(); ++i) {
            before += laid_[i].height();
            after -= laid_[i].height();
            if (std::max(before, after) > height_) continue;
            height_ = std::max(before, after);
            split_ = i + 1;
        }
    }

    void draw_column(std::size_t from, std::size_t to, double x, double top) {
        for (auto i = from; i < to; ++i) {
            if (i > from) canvas_.stroke(x, top - between_panels / 2, x + column_width, top - between_panels / 2, Canvas::Stroke::dotted);
            canvas_.open("P");
            draw_lines(canvas_, laid_[i].head, x, top);
            canvas_.close();
            document::draw(canvas_, panels_[i].bars, laid_[i].rows, frame(x), top + laid_[i].head.height);
            top += laid_[i].height();
        }
    }

    Canvas& canvas_;
    const std::vector<Panel>& panels_;
    std::vector<LaidPanel> laid_;
    double size_{}, pitch_{}, height_{};
    int most_lines_ = 0;
    std::size_t split_{};
};

}  // namespace

void draw_bars(Canvas& canvas, const Bars& bars) {
    const auto rows = lay_out(canvas, bars.bars, {});
    canvas.need(rows.height);
    draw(canvas, bars.bars, rows, {}, canvas.y());
    canvas.move_down(rows.height);
}

void draw_panels(Canvas& canvas, const Panels& panels) {
    PanelsDrawing{canvas, panels}.draw();
}

}  // namespace document
