#include "reading/html.hpp"

#include <algorithm>
#include <map>
#include <span>

#include "reading/html_text.hpp"

namespace reading {
namespace {

using Names = std::span<const std::string_view>;

// Their text is no text of the page.
constexpr std::string_view unread[] = {"script", "style",  "noscript", "template", "svg",     "math",
                                       "iframe", "object", "select",   "button",   "textarea"};
// What stands around the text.
constexpr std::string_view around[] = {"nav", "footer", "aside"};
// Between these a line does not go on.
constexpr std::string_view blocks[] = {"address", "article", "aside", "blockquote", "body",     "br",      "caption",    "center", "dd",
                                       "details", "div",     "dl",    "dt",         "fieldset", "figure",  "figcaption", "footer", "form",
                                       "h1",      "h2",      "h3",    "h4",         "h5",       "h6",      "header",     "hr",     "li",
                                       "main",    "nav",     "ol",    "p",          "pre",      "section", "summary",    "table",  "tbody",
                                       "td",      "tfoot",   "th",    "thead",      "tr",       "ul",      "title",      "head"};

bool among(Names names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

bool is_space(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\f';
}

class Reader {
  public:
    explicit Reader(std::string_view html) : html_(html) {}

    Page read() {
        while (at_ < html_.size()) {
            const auto mark = std::min(html_.find('<', at_), html_.size());
            add_text(html_.substr(at_, mark - at_));
            at_ = mark;
            if (at_ < html_.size()) read_mark();
        }
        end_line();
        return std::move(page_);
    }

  private:
    void read_mark() {
        if (html_.substr(at_).starts_with("<!--")) return skip_to("-->");
        if (html_.substr(at_).starts_with("<!") || html_.substr(at_).starts_with("<?")) return skip_to(">");
        const auto tag = read_tag(html_, at_);
        if (tag) return take(*tag);
        add_text("<");
        ++at_;
    }
    void take(const Tag& tag) {
        if (!tag.closing && among(unread, tag.name)) return skip_element(tag.name);
        note_facts(tag);
        if (tag.name == "td" || tag.name == "th") return between_cells(tag);
        if (among(blocks, tag.name)) end_line();
        if (among(around, tag.name)) step_around(tag);
        if (tag.name == "title") in_title_ = !tag.closing;
        const bool heading = tag.name.size() == 2 && tag.name[0] == 'h' && tag.name[1] >= '1' && tag.name[1] <= '6';
        if (heading) shape_ = tag.closing ? Shape::plain : Shape::heading;
        if (tag.name == "li") shape_ = tag.closing ? Shape::plain : Shape::item;
    }
    void between_cells(const Tag& tag) {
        if (!tag.closing && !line_.empty()) line_ += " | ";
    }
    // Lines inside a menu are aside, but only once it has been closed: a <nav> that never ends has swallowed the page.
    void step_around(const Tag& tag) {
        auto& begins = open_[tag.name];
        if (!tag.closing) return begins.push_back(page_.lines.size());
        if (begins.empty()) return;
        for (auto i = begins.back(); i < page_.lines.size(); ++i) page_.lines[i].aside = true;
        begins.pop_back();
    }
    void note_facts(const Tag& tag) {
        if (tag.name == "meta") {
            const auto name = tag.attribute("property").empty() ? tag.attribute("name") : tag.attribute("property");
            if (!name.empty()) page_.facts.emplace_back(lower(name), tag.attribute("content"));
        }
        const auto rel = lower(tag.attribute("rel"));
        if (rel == "canonical" || rel == "license") page_.facts.emplace_back(rel, tag.attribute("href"));
        if (tag.name == "time" && !tag.attribute("datetime").empty()) page_.facts.emplace_back("time", tag.attribute("datetime"));
    }
    void skip_to(std::string_view end) {
        const auto found = html_.find(end, at_);
        at_ = found == std::string_view::npos ? html_.size() : found + end.size();
    }
    // A page cut off inside a script has no text after it; of other elements that never end the text is kept.
    void skip_element(const std::string& name) {
        const auto end = "</" + name;
        const auto found = std::search(html_.begin() + static_cast<std::ptrdiff_t>(at_), html_.end(), end.begin(), end.end(),
                                       [](char a, char b) { return (a >= 'A' && a <= 'Z' ? a + 'a' - 'A' : a) == b; });
        if (found != html_.end() || name == "script" || name == "style") at_ = static_cast<std::size_t>(found - html_.begin());
    }
    void add_text(std::string_view text) {
        for (const char c : text) {
            if (!is_space(c))
                line_.push_back(c);
            else if (!line_.empty() && line_.back() != ' ')
                line_.push_back(' ');
        }
    }
    void end_line() {
        auto line = split_lines(unescape(line_));
        line_.clear();
        if (line.empty()) return;
        if (in_title_) {
            page_.title = line.front().text;
            return;
        }
        for (auto& one : line) {
            one.column = 0;
            one.shape = shape_;
            if (!one.blank()) page_.lines.push_back(std::move(one));
        }
    }

    std::string_view html_;
    std::size_t at_ = 0;
    std::string line_;
    Shape shape_ = Shape::plain;
    bool in_title_ = false;
    std::map<std::string, std::vector<std::size_t>> open_;
    Page page_;
};

}  // namespace

bool looks_like_html(std::string_view text) {
    const auto head = lower(text.substr(0, 2048));
    for (const auto* mark : {"<!doctype html", "<html", "<head", "<body", "<meta "})
        if (head.find(mark) != std::string::npos) return true;
    return false;
}

Page read_html(std::string_view html) {
    return Reader(html).read();
}

}  // namespace reading
