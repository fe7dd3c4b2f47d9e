#include "document/document.hpp"

#include "base/utf8.hpp"

namespace document {

std::string in_digits(std::string text, Digits digits) {
    if (digits == Digits::arabic) return text;
    std::string thai;
    thai.reserve(text.size());
    for (const char character : text) {
        if (character < '0' || character > '9') {
            thai += character;
            continue;
        }
        thai += "\xE0\xB9";  // ๐ is U+0E50
        thai += static_cast<char>(0x90 + (character - '0'));
    }
    return thai;
}

std::string clean(std::string_view text) {
    std::string kept;
    kept.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const auto character = base::next_character(text, at);
        const bool is_text = character >= U' ' ? character != 0x7F && character < 0xFFFE : character == U'\n' || character == U'\t';
        if (is_text || character > 0xFFFF) base::append_character(kept, character);
    }
    return kept;
}

namespace {

class Digitizer {
  public:
    explicit Digitizer(Digits digits) : digits_{digits} {}

    void operator()(Paragraph& told) const { set(told.spans); }
    void operator()(Heading& told) const { set(told.text); }
    void operator()(List& told) const { set(told.items); }
    void operator()(Table& told) const {
        set(told.heads);
        for (auto& row : told.rows) set(row);
    }
    void operator()(Pictures& told) const {
        for (auto& picture : told.pictures) set(picture.caption);
    }
    void operator()(FieldLine& told) const {
        for (auto& field : told.fields) set(field.text);
    }
    void operator()(Signature& told) const { set(told.lines); }
    void operator()(Bars& told) const { set(told.bars); }
    void operator()(Panels& told) const {
        for (auto& panel : told.panels) {
            set(panel.head);
            set(panel.bars);
        }
    }
    void operator()(Emblem&) const {}
    void operator()(Space&) const {}
    void operator()(PageBreak&) const {}

  private:
    void set(std::string& text) const { text = in_digits(std::move(text), digits_); }
    void set(std::vector<std::string>& texts) const {
        for (auto& text : texts) set(text);
    }
    void set(Spans& spans) const {
        for (auto& span : spans) set(span.text);
    }
    void set(std::vector<Bar>& bars) const {
        for (auto& bar : bars) {
            set(bar.label);
            set(bar.text);
        }
    }

    Digits digits_;
};

}  // namespace

void set_digits(Document& document) {
    for (auto& part : document.parts)
        for (auto& block : part.blocks) std::visit(Digitizer{document.digits}, block);
}

}  // namespace document
