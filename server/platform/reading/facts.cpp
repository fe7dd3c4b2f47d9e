#include "reading/facts.hpp"

#include <algorithm>
#include <charconv>

#include "base/thai_calendar.hpp"
#include "base/thai_text.hpp"

namespace reading {
namespace {

constexpr std::size_t longest_title = 140;  // columns

std::string_view trim(std::string_view text) {
    const auto begin = text.find_first_not_of(" \t|-–:");
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(" \t|-–:") + 1 - begin);
}

std::optional<int> number_at(std::string_view text, std::size_t at) {
    at = text.find_first_not_of(" (", at);
    if (at == std::string_view::npos) return {};
    int value = 0;
    const auto [end, error] = std::from_chars(text.data() + at, text.data() + text.size(), value);
    return error == std::errc() && value > 0 && value < 10'000 ? std::optional(value) : std::nullopt;
}

std::optional<int> number_after(std::string_view text, std::string_view word) {
    const auto found = text.find(word);
    return found == std::string_view::npos ? std::nullopt : number_at(text, found + word.size());
}

// ---- what pages tell in their own furniture ----

struct FromFurniture {
    std::string head;       // the running head: the book
    std::string page;       // "237"
    std::string book_code;  // "Page 237 - kpi15860": the file the page was cut from
    std::string about;      // the line about the post
};

// "P. 25", "Page 237 - kpi15860".
void note_page(const std::string& line, FromFurniture& found) {
    const auto words = split_words(line);
    if (words.size() < 2 || !is_number(words[1])) return;
    if (found.page.empty()) found.page = words[1];
    if (words.size() == 4 && words[2] == "-") found.book_code = words[3];
}

FromFurniture look_at_furniture(const std::vector<Removed>& removed) {
    FromFurniture found;
    for (const auto& [text, why] : removed) {
        if (why == Furniture::running_head && found.head.empty()) found.head = text;
        if (why == Furniture::about_the_page) found.about += (found.about.empty() ? "" : " ") + text;
        if (why == Furniture::page_number) note_page(text, found);
    }
    return found;
}

std::string fact(const Page& page, std::initializer_list<std::string_view> names) {
    for (const auto name : names)
        for (const auto& [key, value] : page.facts)
            if (key == name && !trim(value).empty()) return base::tidy(trim(value));
    return {};
}

// ---- title ----

// "Title | Site", "Title - Site": the last part goes if the page says that it is the site's name, or behind a bar.
std::string window_title(const Page& page) {
    const auto site = fact(page, {"og:site_name"});
    std::string_view title = page.title;
    const auto bar = title.rfind('|');
    if (!site.empty() && title.ends_with(site) && title.size() > site.size())
        title.remove_suffix(site.size());
    else if (bar != std::string_view::npos && bar > 0)
        title = title.substr(0, bar);
    return base::tidy(trim(title));
}

// Where a long first paragraph may be cut: at the last space before the limit.
std::string beginning(const std::string& text) {
    std::size_t last_space = 0;
    for (std::size_t at = text.find(' '); at != std::string::npos; at = text.find(' ', at + 1)) {
        if (width(std::string_view(text).substr(0, at)) > longest_title) break;
        last_space = at;
    }
    if (width(text) <= longest_title) return text;
    return last_space > 0 ? text.substr(0, last_space) : std::string();
}

bool is_title_like(const Paragraph& paragraph) {
    return paragraph.shape != Shape::item && width(paragraph.text) <= longest_title;
}

std::string title_from_paragraphs(std::vector<Paragraph>& paragraphs) {
    auto title = std::find_if(paragraphs.begin(), paragraphs.end(), [](const Paragraph& one) { return one.shape == Shape::heading; });
    if (title == paragraphs.end() || title - paragraphs.begin() > 3) title = paragraphs.begin();
    if (title == paragraphs.end()) return {};
    if (paragraphs.size() == 1 || !is_title_like(*title)) return beginning(title->text);
    auto text = title->text;
    paragraphs.erase(title);
    return text;
}

std::string find_title(const Page& page, const FromFurniture& furniture, std::vector<Paragraph>& paragraphs) {
    auto title = fact(page, {"og:title", "twitter:title", "dc.title"});
    if (title.empty()) title = window_title(page);
    if (!title.empty()) {
        std::erase_if(paragraphs, [&](const Paragraph& one) { return one.shape == Shape::heading && one.text == title; });
        return title;
    }
    if (furniture.head.empty()) return title_from_paragraphs(paragraphs);
    return furniture.page.empty() ? furniture.head : furniture.head + " หน้า " + furniture.page;
}

// ---- dates ----

// "7 – 8 พฤษภาคม 2561": the day it began.
base::Date first_day(std::string_view text, const base::FoundDate& found) {
    const auto before = text.substr(0, found.begin);
    auto end = before.find_last_not_of(' ');
    if (end == std::string_view::npos) return found.date;
    const bool dash = before[end] == '-' || before.substr(0, end + 1).ends_with("–") || before.substr(0, end + 1).ends_with("ถึง");
    const auto digits_end = dash ? before.substr(0, end).find_last_of("0123456789") : std::string_view::npos;
    if (digits_end == std::string_view::npos || digits_end + 6 < end) return found.date;
    auto begin = digits_end;
    while (begin > 0 && before[begin - 1] >= '0' && before[begin - 1] <= '9') --begin;
    auto date = found.date;
    const auto day = number_at(before, begin);
    if (!day || static_cast<unsigned>(*day) >= date.day) return date;
    date.day = static_cast<unsigned>(*day);
    return date;
}

std::optional<base::Date> date_in(std::string_view text) {
    const auto found = base::find_date(text);
    return found ? std::optional(first_day(text, *found)) : std::nullopt;
}

std::optional<base::Date> date_after(std::string_view text, std::initializer_list<std::string_view> words) {
    for (const auto word : words) {
        const auto at = text.find(word);
        if (at == std::string_view::npos) continue;
        if (const auto date = base::find_date(text, at)) return date->date;
    }
    return {};
}

std::optional<base::Date> find_written(const Page& page, const FromFurniture& furniture) {
    const auto stamped = fact(page, {"article:published_time", "dc.date", "date", "time"});
    if (const auto date = base::date_from_iso(stamped.substr(0, 10))) return date;
    if (const auto date = date_after(furniture.about, {"เขียนเมื่อ", "เผยแพร่เมื่อ", "โพสต์เมื่อ", "วันที่เผยแพร่", "osted on", "ublished on"}))
        return date;
    return date_in(furniture.about);
}

// The day the text tells of: the first one it names, if that stands in its first part and is not later than the writing.
std::optional<base::Date> find_happened(const std::vector<Paragraph>& paragraphs, std::optional<base::Date> written) {
    constexpr std::size_t first_part = 12;
    for (std::size_t i = 0; i < paragraphs.size() && i < first_part; ++i) {
        const auto date = date_in(paragraphs[i].text);
        if (date && (!written || !(*written < *date))) return date;
    }
    return written;
}

// ---- where it came from, and the rest ----

std::string join(std::initializer_list<std::string_view> parts) {
    std::string all;
    for (const auto part : parts)
        if (!part.empty()) all += (all.empty() ? "" : " · ") + std::string(part);
    return all;
}

// "หมายเลขบันทึก: 344414": the mark and the number behind it.
std::string post_number(std::string_view about) {
    constexpr std::string_view mark = "หมายเลขบันทึก";
    const auto at = about.find(mark);
    if (at == std::string_view::npos) return {};
    const auto begin = about.find_first_of("0123456789", at);
    if (begin == std::string_view::npos || begin > at + mark.size() + 3) return {};
    const auto end = about.find_first_not_of("0123456789", begin);
    return std::string(mark) + " " + std::string(about.substr(begin, end - begin));
}

std::string find_source(const Page& page, const FromFurniture& furniture) {
    const auto place = furniture.book_code.empty() ? std::string() : furniture.book_code + " หน้า " + furniture.page;
    return join({fact(page, {"og:site_name"}), fact(page, {"canonical", "og:url"}), place, post_number(furniture.about)});
}

std::string find_licence(const Page& page, const FromFurniture& furniture) {
    auto link = fact(page, {"license"});
    if (!link.empty()) return link;
    constexpr std::string_view mark = "สัญญาอนุญาต:";
    const auto begin = furniture.about.find(mark);
    if (begin == std::string::npos) return {};
    const auto rest = std::string_view(furniture.about).substr(begin + mark.size());
    return std::string(trim(rest.substr(0, rest.find("จำนวนที่อ่าน"))));
}

// "(5)" right behind a word of the title, as writers number their posts.
std::optional<int> find_part(const std::string& title) {
    for (std::size_t at = title.find('('); at != std::string::npos; at = title.find('(', at + 1)) {
        const auto close = title.find(')', at);
        if (at == 0 || close == std::string::npos) break;
        if (is_number(std::string_view(title).substr(at + 1, close - at - 1))) return number_at(title, at + 1);
    }
    for (const std::string_view word : {"ตอนที่", "ภาค", "ตอน"})
        if (const auto number = number_after(title, word)) return number;
    return {};
}

bool is_continued(const std::vector<Paragraph>& paragraphs) {
    return std::any_of(paragraphs.begin(), paragraphs.end(), [](const Paragraph& one) {
        return width(one.text) < 40 &&
               (one.text.find("มีต่อ") != std::string::npos || one.text.find("โปรดติดตามตอนต่อไป") != std::string::npos ||
                lower(one.text).find("to be continued") != std::string::npos);
    });
}

base::Language find_language(const std::vector<Paragraph>& paragraphs) {
    std::size_t thai = 0, latin = 0;
    for (const auto& paragraph : paragraphs)
        for (const char c : paragraph.text) {
            thai += static_cast<unsigned char>(c) == 0xE0;
            latin += (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        }
    return thai * 2 >= latin ? base::Language::th : base::Language::en;
}

}  // namespace

void find_facts(const Page& page, Document& document) {
    const auto furniture = look_at_furniture(document.removed);
    document.title = find_title(page, furniture, document.paragraphs);
    document.source = find_source(page, furniture);
    document.written_on = find_written(page, furniture);
    document.happened_on = find_happened(document.paragraphs, document.written_on);
    document.licence = find_licence(page, furniture);
    document.part = find_part(document.title);
    document.forum = number_after(document.title, "ครั้งที่");
    document.continued = is_continued(document.paragraphs);
    document.language = find_language(document.paragraphs);
}

}  // namespace reading
