#include "markdown/thai_emphasis.hpp"

#include <unicode/uchar.h>

#include <algorithm>

#include "base/utf8.hpp"

namespace markdown {
namespace {

enum class Side { space, punctuation, letter };

Side side_of(char32_t c) {
    if (c == 0 || u_isUWhiteSpace(static_cast<UChar32>(c))) return Side::space;
    return u_ispunct(static_cast<UChar32>(c)) ||
                   (c < 128 && std::string_view("$+<=>^`|~").find(static_cast<char>(c)) != std::string_view::npos)
               ? Side::punctuation
               : Side::letter;
}

class Helper {
  public:
    explicit Helper(std::string_view text) : text_(text) {}

    std::string run() {
        while (at_ < text_.size()) step();
        return std::move(out_);
    }

  private:
    void step() {
        const auto rest = text_.substr(at_);
        if (rest.starts_with(emphasis_mark)) {
            at_ += emphasis_mark.size();
        } else if (rest.front() == '`') {
            copy_code();
        } else if (rest.front() == '\\' && rest.size() > 1) {
            copy(2);
        } else if (rest.front() == '*') {
            take_stars();
        } else {
            if (rest.starts_with("\n\n")) open_ = false;  // emphasis ends with its paragraph
            copy(1);
        }
    }
    void take_stars() {
        const auto count = std::min(text_.find_first_not_of('*', at_), text_.size()) - at_;
        const auto before = side_of(character_before()), after = side_of(character_after(at_ + count));
        const bool in_the_way = count <= 3 && (open_ ? before == Side::punctuation && after == Side::letter
                                                     : before == Side::letter && after == Side::punctuation);
        if (in_the_way && !open_) out_ += emphasis_mark;
        copy(count);
        if (in_the_way && open_) out_ += emphasis_mark;
        open_ = !open_ && after != Side::space;
    }
    void copy_code() {
        const auto ticks = std::min(text_.find_first_not_of('`', at_), text_.size()) - at_;
        const auto end = text_.find(text_.substr(at_, ticks), at_ + ticks);
        copy(end == std::string_view::npos ? ticks : end + ticks - at_);
    }
    void copy(std::size_t count) {
        out_.append(text_.substr(at_, count));
        at_ += std::min(count, text_.size() - at_);
    }
    char32_t character_before() const {
        if (at_ == 0) return 0;
        auto begin = at_ - 1;
        while (begin > 0 && (static_cast<unsigned char>(text_[begin]) & 0xC0) == 0x80) --begin;
        return base::next_character(text_, begin);
    }
    char32_t character_after(std::size_t at) const { return at < text_.size() ? base::next_character(text_, at) : 0; }

    std::string_view text_;
    std::size_t at_ = 0;
    bool open_ = false;
    std::string out_;
};

}  // namespace

std::string help_emphasis(std::string_view text) {
    return Helper(text).run();
}

}  // namespace markdown
