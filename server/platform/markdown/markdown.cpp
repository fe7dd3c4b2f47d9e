#include "markdown/markdown.hpp"

#include <md4c.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <map>
#include <stdexcept>
#include <vector>

#include "base/utf8.hpp"
#include "markdown/thai_emphasis.hpp"

namespace markdown {
namespace {

constexpr unsigned dialect =
    MD_FLAG_NOHTML | MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_PERMISSIVEURLAUTOLINKS | MD_FLAG_NOINDENTEDCODEBLOCKS;

void escape_html(std::string_view text, std::string& to) {
    for (const char c : text) {
        if (c == '&')
            to += "&amp;";
        else if (c == '<')
            to += "&lt;";
        else if (c == '>')
            to += "&gt;";
        else if (c == '"')
            to += "&quot;";
        else
            to.push_back(c);
    }
}

std::string without_marks(std::string_view text) {
    std::string result(text);
    for (std::size_t at = 0; (at = result.find(emphasis_mark, at)) != std::string::npos;) result.erase(at, emphasis_mark.size());
    return result;
}

std::string_view text_of(const MD_ATTRIBUTE& attribute) {
    return {attribute.text, attribute.size};
}

bool is_within(std::string_view address) {
    return address.starts_with('#') || (address.starts_with('/') && !address.starts_with("//") && !address.starts_with("/\\"));
}

bool is_allowed(std::string_view address) {
    std::string small(address.substr(0, 8));
    std::transform(small.begin(), small.end(), small.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return is_within(address) || small.starts_with("http://") || small.starts_with("https://") || small.starts_with("mailto:") ||
           small.starts_with("tel:");
}

// Letters and numbers of any language, the rest as single dashes.
std::string slug(std::string_view text) {
    constexpr std::size_t longest = 120;
    std::string result = "s";
    bool between_words = true;
    for (std::size_t at = 0; at < text.size() && result.size() < longest;) {
        const auto c = static_cast<UChar32>(base::next_character(text, at));
        const bool in_word = u_isalnum(c) != 0 || u_charType(c) == U_NON_SPACING_MARK;
        if (in_word && between_words) result.push_back('-');
        if (in_word) base::append_character(result, static_cast<char32_t>(u_tolower(c)));
        between_words = !in_word;
    }
    return result;
}

// What md4c calls on its way through a text.
class Renderer {
  public:
    virtual ~Renderer() = default;
    virtual void enter(MD_BLOCKTYPE type, void* detail) = 0;
    virtual void leave(MD_BLOCKTYPE type, void* detail) = 0;
    virtual void enter(MD_SPANTYPE type, void* detail) = 0;
    virtual void leave(MD_SPANTYPE type, void* detail) = 0;
    virtual void text(MD_TEXTTYPE type, std::string_view text) = 0;

    void run(std::string_view markdown) {
        const auto helped = help_emphasis(markdown);
        MD_PARSER parser{};
        parser.flags = dialect;
        parser.enter_block = [](MD_BLOCKTYPE type, void* detail, void* self) {
            return static_cast<Renderer*>(self)->enter(type, detail), 0;
        };
        parser.leave_block = [](MD_BLOCKTYPE type, void* detail, void* self) {
            return static_cast<Renderer*>(self)->leave(type, detail), 0;
        };
        parser.enter_span = [](MD_SPANTYPE type, void* detail, void* self) { return static_cast<Renderer*>(self)->enter(type, detail), 0; };
        parser.leave_span = [](MD_SPANTYPE type, void* detail, void* self) { return static_cast<Renderer*>(self)->leave(type, detail), 0; };
        parser.text = [](MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* self) {
            return static_cast<Renderer*>(self)->text(type, {text, size}), 0;
        };
        if (md_parse(helped.data(), static_cast<MD_SIZE>(helped.size()), &parser, this) != 0)
            throw std::runtime_error("md4c could not read a text");
    }
};

constexpr std::string_view name_of(MD_BLOCKTYPE type) {
    switch (type) {
        case MD_BLOCK_QUOTE:
            return "blockquote";
        case MD_BLOCK_UL:
            return "ul";
        case MD_BLOCK_OL:
            return "ol";
        case MD_BLOCK_LI:
            return "li";
        case MD_BLOCK_P:
            return "p";
        case MD_BLOCK_TABLE:
            return "table";
        case MD_BLOCK_THEAD:
            return "thead";
        case MD_BLOCK_TBODY:
            return "tbody";
        case MD_BLOCK_TR:
            return "tr";
        case MD_BLOCK_TH:
            return "th";
        case MD_BLOCK_TD:
            return "td";
        case MD_BLOCK_CODE:
            return "pre";
        default:
            return {};
    }
}

constexpr std::string_view name_of(MD_SPANTYPE type) {
    switch (type) {
        case MD_SPAN_EM:
            return "em";
        case MD_SPAN_STRONG:
            return "strong";
        case MD_SPAN_CODE:
            return "code";
        case MD_SPAN_DEL:
            return "del";
        default:
            return {};
    }
}

class HtmlRenderer final : public Renderer {
  public:
    std::string finish() { return std::move(html_); }

    void enter(MD_BLOCKTYPE type, void* detail) override {
        close_spans();
        if (type == MD_BLOCK_H)
            begin_heading();
        else if (type == MD_BLOCK_HR)
            html_ += "<hr>\n";
        else if (type == MD_BLOCK_OL)
            begin_list(static_cast<MD_BLOCK_OL_DETAIL*>(detail)->start);
        else if (!name_of(type).empty())
            tag("<", name_of(type));
    }
    void leave(MD_BLOCKTYPE type, void* detail) override {
        close_spans();
        if (type == MD_BLOCK_H)
            end_heading(static_cast<MD_BLOCK_H_DETAIL*>(detail)->level);
        else if (!name_of(type).empty())
            tag("</", name_of(type)), html_ += '\n';
    }
    void enter(MD_SPANTYPE type, void* detail) override {
        open_.push_back({type, {}});
        if (pictures_ > 0 && type != MD_SPAN_IMG) return;  // a description is plain text
        if (type == MD_SPAN_A)
            begin_link(text_of(static_cast<MD_SPAN_A_DETAIL*>(detail)->href));
        else if (type == MD_SPAN_IMG)
            begin_picture(text_of(static_cast<MD_SPAN_IMG_DETAIL*>(detail)->src));
        else if (!name_of(type).empty())
            begin_plain(name_of(type));
    }
    // md4c may end what never began, and leave open what did.
    void leave(MD_SPANTYPE type, void*) override {
        if (!open_.empty() && open_.back().type == type) close_span();
    }
    void text(MD_TEXTTYPE type, std::string_view text) override {
        heading_words_ += text;
        if (type == MD_TEXT_BR || type == MD_TEXT_SOFTBR)
            html_ += pictures_ > 0 ? " " : "<br>\n";  // a line that its writer broke stays broken
        else if (type == MD_TEXT_ENTITY)
            html_ += text;
        else
            escape_html(without_marks(text), html_);
    }

  private:
    void tag(std::string_view open, std::string_view name) { html_.append(open).append(name).append(">"); }
    void begin_list(unsigned start) { html_ += start == 1 ? "<ol>" : "<ol start=\"" + std::to_string(start) + "\">"; }
    void begin_heading() {
        heading_ = html_.size();
        heading_words_.clear();
    }
    void end_heading(unsigned level) {
        const auto inside = html_.substr(heading_);
        auto id = slug(heading_words_);
        if (const auto again = ++ids_[id]; again > 1) id += "-" + std::to_string(again);
        const auto name = "h" + std::to_string(std::min(level + 1, 6U));
        html_.replace(heading_, std::string::npos, "<" + name + " id=\"" + id + "\">" + inside + "</" + name + ">\n");
    }
    void begin_plain(std::string_view name) {
        tag("<", name);
        open_.back().end.append("</").append(name).append(">");
    }
    void begin_link(std::string_view address) {
        if (!is_allowed(address)) return;
        html_ += "<a href=\"";
        escape_html(address, html_);
        html_ += is_within(address) ? "\">" : "\" rel=\"nofollow noopener\">";
        open_.back().end = "</a>";
    }
    // Only pictures of ours: one from elsewhere would tell its server who reads. Of those the description is left, as of one in a
    // description.
    void begin_picture(std::string_view address) {
        if (++pictures_ > 1 || !address.starts_with("/files/")) return;
        html_ += "<img loading=\"lazy\" src=\"";
        escape_html(address, html_);
        html_ += "\" alt=\"";
        open_.back().end = "\">";
    }
    void close_spans() {
        while (!open_.empty()) close_span();
    }
    void close_span() {
        html_ += open_.back().end;
        if (open_.back().type == MD_SPAN_IMG) --pictures_;
        open_.pop_back();
    }

    struct Span {
        MD_SPANTYPE type;
        std::string end;  // nothing for what is not shown
    };

    std::string html_;
    std::size_t heading_ = 0;
    std::string heading_words_;
    std::map<std::string, int> ids_;
    std::vector<Span> open_;
    int pictures_ = 0;  // one may stand in another's description
};

class TextRenderer final : public Renderer {
  public:
    std::string finish() {
        while (!text_.empty() && text_.back() == '\n') text_.pop_back();
        return std::move(text_);
    }

    void enter(MD_BLOCKTYPE, void*) override {}
    void leave(MD_BLOCKTYPE type, void*) override {
        if (type == MD_BLOCK_TD || type == MD_BLOCK_TH)
            text_ += ' ';
        else if (!text_.empty() && text_.back() != '\n')
            text_ += '\n';
    }
    void enter(MD_SPANTYPE, void*) override {}
    void leave(MD_SPANTYPE, void*) override {}
    void text(MD_TEXTTYPE type, std::string_view text) override {
        if (type == MD_TEXT_BR || type == MD_TEXT_SOFTBR)
            text_ += '\n';
        else
            text_ += without_marks(text);
    }

  private:
    std::string text_;
};

bool begins_block(std::string_view line) {
    if (line.starts_with('#') || line.starts_with('>') || line.starts_with("```") || line.starts_with("~~~")) return true;
    return line.find_first_not_of("-=*_ ") == std::string_view::npos && line.size() >= 3;
}

}  // namespace

std::string to_html(std::string_view text) {
    HtmlRenderer renderer;
    renderer.run(text);
    return renderer.finish();
}

std::string to_text(std::string_view text) {
    TextRenderer renderer;
    renderer.run(text);
    return renderer.finish();
}

std::string escape(std::string_view text) {
    std::string result = begins_block(text) ? "\\" : "";
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '\\' || c == '*' || c == '`' || c == '[' || c == '~' || c == '|') result.push_back('\\');
        result.push_back(c);
    }
    return result;
}

}  // namespace markdown
