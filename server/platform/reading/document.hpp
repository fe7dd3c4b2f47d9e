#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/encoding.hpp"
#include "base/language.hpp"
#include "base/time.hpp"
#include "reading/furniture.hpp"
#include "reading/paragraphs.hpp"

namespace reading {

// What a found document turned out to be. Everything but the paragraphs is a proposal that a person may correct.
struct Document {
    std::string title;
    std::vector<Paragraph> paragraphs;
    std::vector<Removed> removed;

    std::string source;                     // where it came from, as it says itself: a site, a book's code and page, a post's number
    std::optional<base::Date> happened_on;  // the day it tells of
    std::optional<base::Date> written_on;
    std::string licence;       // in its own words
    std::optional<int> part;   // "…ในชุมชน(5)": the fifth of a series
    std::optional<int> forum;  // "เวที… ครั้งที่ 3": not the same as the part
    bool continued = false;    // "เรื่องนี้มีต่อ"
    base::Language language = base::Language::th;
    base::Encoding encoding{};
    bool damaged = false;  // some bytes meant nothing in any encoding

    std::string text() const;  // paragraphs with empty lines between
};

// Plain text or HTML, in any encoding. Linear in its length; the text is tidied, nothing of the body is lost.
Document read_document(std::string_view bytes);

}  // namespace reading
