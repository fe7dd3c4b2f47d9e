#include <algorithm>
#include <map>
#include <vector>

#include "decode/office/page_writer.hpp"
#include "decode/office/papers.hpp"
#include "decode/office/part.hpp"

namespace decode::office {
namespace {

// What a paragraph is, as far as its style or itself says so.
struct Form {
    bool title = false, heading = false, item = false, contents = false;
    std::string based_on;  // of a style
};
using Styles = std::map<std::string, Form, std::less<>>;

constexpr int body_text = 9;  // the outline level of what is no heading

std::string lower(std::string_view text) {
    std::string result(text);
    std::ranges::transform(result, result.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 'a' - 'A') : c; });
    return result;
}

void note(Form& form, std::string_view name, const Attributes& attributes) {
    if (name == "w:outlineLvl") form.heading = attributes.number("w:val", body_text) < body_text;
    if (name == "w:numId") form.item = attributes.get("w:val") != "0";
}

// Ids of styles are in the language of the office that made them ("1" is a heading in Thai Word), their names are not.
class StyleList final : public Listener {
  public:
    void open(std::string_view name, const Attributes& attributes) override {
        if (name == "w:style") style_ = &styles[std::string(attributes.get("w:styleId"))];
        if (style_ == nullptr) return;
        if (name == "w:name") take_name(lower(attributes.get("w:val")));
        if (name == "w:basedOn") style_->based_on = attributes.get("w:val");
        note(*style_, name, attributes);
    }
    void close(std::string_view name) override {
        if (name == "w:style") style_ = nullptr;
    }
    void say(std::string_view) override {}

    Styles styles;

  private:
    void take_name(std::string_view name) {
        style_->title = name == "title";
        style_->heading = style_->heading || style_->title || name.starts_with("heading ");
        style_->contents = name.starts_with("toc ");
    }

    Form* style_ = nullptr;
};

Form find_form(const Styles& styles, std::string_view id) {
    constexpr int most_steps = 12;  // styles that are based on each other must not turn us in a circle
    Form form;
    for (int step = 0; step < most_steps; ++step) {
        const auto style = styles.find(id);
        if (style == styles.end()) break;
        form.title |= style->second.title;
        form.heading |= style->second.heading;
        form.item |= style->second.item;
        form.contents |= style->second.contents;
        id = style->second.based_on;
    }
    return form;
}

class Body final : public Listener {
  public:
    Body(PageWriter& page, const Styles& styles) : page_(page), styles_(styles) {}

    bool has_title = false;

    void open(std::string_view name, const Attributes& attributes) override {
        if (left_out_ > 0 || is_left_out(name, attributes)) {
            ++left_out_;
            return;
        }
        if (name == "w:p") {
            forms_.emplace_back();
            page_.begin_paragraph();
        }
        if (name == "w:tr") page_.begin_row();
        if (name == "w:tc") page_.begin_cell();
        if (name == "w:t" || name == "m:t") in_text_ = true;
        if (name == "w:tab") page_.add(" ");
        if (name == "w:br" || name == "w:cr") page_.add("\n");
        if (name == "w:noBreakHyphen") page_.add("-");
        if (forms_.empty()) return;
        if (name == "w:pStyle") forms_.back() = find_form(styles_, attributes.get("w:val"));
        note(forms_.back(), name, attributes);
    }
    void close(std::string_view name) override {
        if (left_out_ > 0) {
            --left_out_;
            return;
        }
        if (name == "w:t" || name == "m:t") in_text_ = false;
        if (name == "w:p") end_paragraph();
        if (name == "w:tr") page_.end_row();
    }
    void say(std::string_view text) override {
        if (in_text_ && left_out_ == 0) page_.add(text);
    }

  private:
    // A text box stands twice, the second time for old readers; text that was moved stands at its new place as well; the lines that part
    // notes from the text are kept as notes; how a paragraph was set before is no news.
    static bool is_left_out(std::string_view name, const Attributes& attributes) {
        const bool line = (name == "w:footnote" || name == "w:endnote") && attributes.find("w:type");
        return line || name == "mc:Fallback" || name == "w:moveFrom" || name == "w:del" || name == "w:pPrChange";
    }
    // `w:tab` stands in a paragraph's settings too, where it is a stop and no space: it then leads the text, and is trimmed.
    void end_paragraph() {
        if (forms_.empty()) return;
        const auto form = forms_.back();
        forms_.pop_back();
        has_title |= form.title;
        page_.end_paragraph(form.contents ? Role::left_out : form.heading ? Role::heading : form.item ? Role::item : Role::plain);
    }

    PageWriter& page_;
    const Styles& styles_;
    std::vector<Form> forms_;  // of the paragraphs that are open
    int left_out_ = 0;         // how deep we are in what is left out
    bool in_text_ = false;
};

}  // namespace

std::string read_docx(Package& package) {
    StyleList styles;
    read_part(package, "word/styles.xml", styles);
    PageWriter page;
    Body body(page, styles.styles);
    read_needed_part(package, "word/document.xml", body);
    read_part(package, "word/footnotes.xml", body);
    read_part(package, "word/endnotes.xml", body);
    Facts facts([&](std::string_view name, const std::string& text) {
        if (name == "dc:title" && !body.has_title) page.set_title(text);
        if (name == "dcterms:created") page.set_written_on(text);
    });
    read_part(package, "docProps/core.xml", facts);
    return page.finish();
}

}  // namespace decode::office
