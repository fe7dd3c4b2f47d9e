#include <algorithm>
#include <array>
#include <map>
#include <vector>

#include "decode/office/open_document.hpp"
#include "decode/office/page_writer.hpp"
#include "decode/office/papers.hpp"
#include "decode/office/part.hpp"

namespace decode::office {
namespace {

// Struck out with changes kept, remarks at the margin, lists of contents, the number that points to a note, what describes a drawing.
constexpr std::array<std::string_view, 10> left_out = {
    "text:tracked-changes",
    "office:annotation",
    "text:table-of-content",
    "text:illustration-index",
    "text:table-index",
    "text:user-index",
    "text:note-citation",
    "office:binary-data",
    "?:title",
    "?:desc",
};

class Body final : public Listener {
  public:
    explicit Body(PageWriter& page) : page_(page) {}

    bool has_title = false;

    void open(std::string_view name, const Attributes& attributes) override {
        if (left_out_ > 0 || std::ranges::find(left_out, name) != left_out.end()) {
            ++left_out_;
            return;
        }
        if (name == "style:style") parents_[std::string(attributes.get("style:name"))] = attributes.get("style:parent-style-name");
        if (name == "text:p" || name == "text:h") begin_paragraph(name == "text:h", attributes.get("text:style-name"));
        if (name == "text:list") ++lists_;
        if (name == "table:table-row") page_.begin_row();
        if (name == "table:table-cell") page_.begin_cell();
        if (name == "text:s" || name == "text:tab") page_.add(" ");
        if (name == "text:line-break") page_.add("\n");
    }
    void close(std::string_view name) override {
        if (left_out_ > 0) {
            --left_out_;
            return;
        }
        if (name == "text:list") --lists_;
        if (name == "table:table-row") page_.end_row();
        if ((name == "text:p" || name == "text:h") && !roles_.empty()) {
            page_.end_paragraph(roles_.back());
            roles_.pop_back();
        }
    }
    void say(std::string_view text) override {
        if (left_out_ > 0) return;
        std::string line(text);
        std::ranges::replace(line, '\n', ' ');  // the file's own line ends mean nothing
        page_.add(line);
    }

  private:
    // A style that somebody changed by hand stands as "P1", whose parent is the one with the name.
    void begin_paragraph(bool heading, std::string_view style) {
        const auto parent = parents_.find(style);
        const bool title = style == "Title" || (parent != parents_.end() && parent->second == "Title");
        has_title |= title;
        roles_.push_back(heading || title ? Role::heading : lists_ > 0 ? Role::item : Role::plain);
        page_.begin_paragraph();
    }

    PageWriter& page_;
    std::map<std::string, std::string, std::less<>> parents_;  // of styles
    std::vector<Role> roles_;                                  // of the paragraphs that are open
    int lists_ = 0;
    int left_out_ = 0;
};

}  // namespace

std::string read_odt(Package& package) {
    refuse_locked(package);
    PageWriter page;
    Body body(page);
    read_needed_part(package, "content.xml", body);
    Facts facts([&](std::string_view name, const std::string& text) {
        if (name == "dc:title" && !body.has_title) page.set_title(text);
        if (name == "meta:creation-date") page.set_written_on(text);
    });
    read_part(package, "meta.xml", facts);
    return page.finish();
}

}  // namespace decode::office
