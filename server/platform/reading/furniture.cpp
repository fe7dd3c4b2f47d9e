#include "reading/furniture.hpp"

#include <algorithm>
#include <map>
#include <optional>

#include "base/utf8.hpp"

namespace reading {
namespace {

using Verdict = std::optional<Furniture>;

// ---- words that stand around texts, not in them (lower case) ----

constexpr std::string_view menu_words[] = {
    "หน้าหลัก",   "หน้าแรก",    "เมนู",      "เข้าสู่ระบบ", "ลงชื่อเข้าใช้", "สมัครสมาชิก", "ลงทะเบียน", "ติดต่อเรา",  "เกี่ยวกับเรา", "แผนผังเว็บไซต์",
    "ค้นหา",     "ภาษาไทย",   "ไทย",      "อังกฤษ",    "home",      "menu",      "login",    "log",      "sign",      "in",
    "register", "contact",   "sitemap",  "english",  "thai",      "th",        "en",       "intranet", "mail",      "webmail",
    "search",   "playlists", "facebook", "twitter",  "youtube",   "instagram", "line",     "rss",      "skip",      "content"};
constexpr std::string_view share_words[] = {
    "แบ่งปัน",  "แชร์", "แชร์หน้านี้",  "ถูกใจ",    "พิมพ์",  "ส่งต่อ",      "share",     "tweet",       "like",       "print",  "email", "e-mail",
    "save",   "pin", "facebook", "twitter", "line", "google+",   "pinterest", "linkedin",    "whatsapp",   "copy",   "link",  "this",
    "submit", "to",  "google",   "plus",    "x",    "delicious", "digg",      "stumbleupon", "technorati", "reddit", "|"};
constexpr std::string_view picture_endings[] = {".jpg", ".jpeg", ".png", ".gif", ".bmp", ".webp", ".tif", ".tiff"};
// What a blog or a content system writes under a post about the post itself.
constexpr std::string_view about_the_page[] = {"หมายเลขบันทึก", "เขียนเมื่อ",   "แก้ไขเมื่อ",    "สัญญาอนุญาต",    "จำนวนที่อ่าน",
                                               "โพสต์เมื่อ",     "เผยแพร่เมื่อ", "ปรับปรุงล่าสุด", "วันที่เผยแพร่",    "จำนวนผู้เข้าชม",
                                               "ผู้เข้าชม",      "อ่านแล้ว",    "posted on",  "published on", "last updated",
                                               "written by",  "hits:",     "views:",     "views"};
// From the first of these near its end, a page speaks about its site.
constexpr std::string_view site_notices[] = {"พบปัญหาการใช้งาน", "สงวนลิขสิทธิ์",   "นโยบายความเป็นส่วนตัว",  "นโยบายคุกกี้",  "เว็บไซต์นี้ใช้คุกกี้",
                                             "copyright",      "©",           "all rights reserved", "powered by", "privacy policy",
                                             "cookie policy",  "terms of use"};

template <std::size_t N>
bool among(const std::string_view (&words)[N], std::string_view word) {
    return std::find(std::begin(words), std::end(words), word) != std::end(words);
}
template <std::size_t N>
std::size_t count_in(const std::string_view (&marks)[N], std::string_view text) {
    return static_cast<std::size_t>(
        std::count_if(std::begin(marks), std::end(marks), [&](auto mark) { return text.find(mark) != std::string_view::npos; }));
}

// ---- one line by itself ----

bool is_picture_name(std::string_view word) {
    return std::any_of(std::begin(picture_endings), std::end(picture_endings),
                       [&](auto ending) { return word.size() > ending.size() && word.ends_with(ending); });
}

bool only_picture_names(const std::string& text) {
    const auto words = split_words(text);
    return !words.empty() && words.size() <= 6 && std::all_of(words.begin(), words.end(), is_picture_name);
}

bool is_menu(const std::string& text) {
    const auto words = split_words(text);
    if (words.size() < 2 || words.size() > 25) return false;
    const auto known =
        std::count_if(words.begin(), words.end(), [](auto word) { return among(menu_words, word) || word.starts_with("icon_"); });
    return static_cast<std::size_t>(known) * 2 > words.size();
}

// "Submit to FacebookSubmit to Twitter": buttons run together when their borders are gone.
std::string between_buttons(std::string text) {
    for (std::size_t at = 1; (at = text.find("submit to", at)) != std::string::npos; at += 2) text.insert(at, " ");
    return text;
}

bool is_share(const std::string& text) {
    const auto spaced = between_buttons(text);
    const auto words = split_words(spaced);
    return !words.empty() && words.size() <= 40 &&
           std::all_of(words.begin(), words.end(), [](auto word) { return among(share_words, word); });
}

// "หมายเลขบันทึก: 344414เขียนเมื่อ 15 มีนาคม 2010 …": two such marks in a line, or one that begins it and a number behind.
bool is_about_the_page(const std::string& text) {
    constexpr std::size_t longest = 400;
    if (width(text) > longest) return false;
    if (count_in(about_the_page, text) >= 2) return true;
    const bool begins =
        std::any_of(std::begin(about_the_page), std::end(about_the_page), [&](auto mark) { return text.starts_with(mark); });
    return begins && width(text) < 80 && text.find_first_of("0123456789") != std::string::npos;
}

// "20   21   22 …": the pager under a page of a book.
bool is_pager(const std::vector<std::string_view>& words) {
    if (words.size() < 4 || !std::all_of(words.begin(), words.end(), is_number)) return false;
    for (std::size_t i = 1; i < words.size(); ++i)
        if (std::atoi(words[i].data()) != std::atoi(words[i - 1].data()) + 1) return false;
    return true;
}

Verdict anywhere(const Line& line) {
    const auto text = lower(line.text);
    if (line.aside) return Furniture::menu;
    if (only_picture_names(text)) return Furniture::picture_name;
    if (is_share(text)) return Furniture::share;
    if (is_about_the_page(text)) return Furniture::about_the_page;
    if (is_pager(split_words(text))) return Furniture::page_number;
    return {};
}

// ---- lines at the edge of a page or column ----

bool all_numbers(const std::vector<std::string_view>& words) {
    return !words.empty() && words.size() <= 4 && std::all_of(words.begin(), words.end(), is_number);
}

// "12", "2 6" (a spread-out 26), "- 12 -", "P. 25", "หน้า 25", "Page 3 of 9", "Page 237 - name", and a letter that stands alone.
bool is_page_number(const std::string& text) {
    auto words = split_words(text);
    std::erase_if(words, [](auto word) { return word == "-" || word == "–" || word == "|"; });
    if (words.empty()) return false;
    if (all_numbers(words)) return true;
    const bool named = words.front() == "p." || words.front() == "page" || words.front() == "หน้า" || words.front() == "หน้าที่";
    if (named && words.size() >= 2 && words.size() <= 4 && is_number(words[1])) return true;
    const auto first = words.front();
    std::size_t at = 0;
    base::next_character(first, at);
    return words.size() == 1 && at == first.size();
}

using Indices = std::vector<std::size_t>;

void number_edges(const Lines& lines, const Indices& written, std::vector<Verdict>& verdicts) {
    constexpr std::size_t deep = 3;  // lines from the edge, furniture not counted
    const auto judge = [&](const auto& begin, const auto& end) {
        std::size_t seen = 0;
        for (auto i = begin; i != end && seen < deep; ++i) {
            if (verdicts[*i]) continue;
            ++seen;
            if (!is_page_number(lower(lines[*i].text))) continue;
            verdicts[*i] = Furniture::page_number;
            --seen;
        }
    };
    judge(written.begin(), written.end());
    judge(written.rbegin(), written.rend());
}

// The first lines of a web page until its text begins.
void menus_at_the_top(const Lines& lines, const Indices& written, std::vector<Verdict>& verdicts) {
    constexpr std::size_t deep = 12;
    for (std::size_t i = 0; i < std::min(deep, written.size()); ++i)
        if (!verdicts[written[i]] && is_menu(lower(lines[written[i]].text))) verdicts[written[i]] = Furniture::menu;
}

// From a notice on, if what follows is short and near the end.
void notices_at_the_end(const Lines& lines, const Indices& written, std::vector<Verdict>& verdicts) {
    constexpr std::size_t most = 15, longest = 70;
    const auto begin = written.size() > most ? written.size() - most : 0;
    for (auto i = begin; i < written.size(); ++i) {
        if (count_in(site_notices, lower(lines[written[i]].text)) == 0 || width(lines[written[i]].text) > 3 * longest) continue;
        const auto from = written.begin() + static_cast<std::ptrdiff_t>(i);
        const bool tail = std::all_of(from + 1, written.end(), [&](auto at) { return width(lines[at].text) <= longest; });
        if (!tail) continue;
        std::for_each(from, written.end(), [&](auto at) { verdicts[at] = Furniture::site_notice; });
        return;
    }
}

// ---- running heads: the same line at the edge of several pages or columns; or alone at the margin above an indented page ----

std::string without_numbers(const std::string& text) {
    std::string result;
    for (const char c : text)
        if (!(c >= '0' && c <= '9') && c != ' ') result.push_back(c);
    return result;
}

// First and last line of each page and column that is still text.
Indices edges(const Lines& lines, const std::vector<Indices>& parts, const std::vector<Verdict>& verdicts) {
    Indices result;
    for (const auto& part : parts) {
        Indices open;
        std::copy_if(part.begin(), part.end(), std::back_inserter(open), [&](auto at) { return !verdicts[at] && !lines[at].blank(); });
        if (open.empty()) continue;
        result.push_back(open.front());
        if (open.size() > 1) result.push_back(open.back());
    }
    return result;
}

void repeated_heads(const Lines& lines, const std::vector<Indices>& parts, std::vector<Verdict>& verdicts) {
    const auto at_edges = edges(lines, parts, verdicts);
    std::map<std::string, std::size_t> count;
    for (const auto at : at_edges) ++count[without_numbers(lines[at].text)];
    for (const auto at : at_edges) {
        const auto& key = without_numbers(lines[at].text);
        if (count[key] >= 2 && width(key) >= 4) verdicts[at] = Furniture::running_head;
    }
}

void lone_head(const Lines& lines, const Indices& page, std::vector<Verdict>& verdicts) {
    Indices open;
    std::copy_if(page.begin(), page.end(), std::back_inserter(open), [&](auto at) { return !verdicts[at]; });
    if (open.size() < 6) return;
    const auto first = open.front();
    const bool gap = open[1] >= first + 3;  // two blank lines
    std::size_t margin = lines[open[1]].column;
    for (auto i = open.begin() + 1; i != open.end(); ++i) margin = std::min(margin, lines[*i].column);
    if (gap && lines[first].column + 4 <= margin) verdicts[first] = Furniture::running_head;
}

// Lines that are not blank, page by page.
std::vector<Indices> pages(const Lines& lines) {
    std::vector<Indices> result(1);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (lines[i].text == page_break)
            result.emplace_back();
        else if (!lines[i].blank())
            result.back().push_back(i);
    }
    return result;
}

}  // namespace

std::vector<Removed> remove_furniture(Lines& lines) {
    std::vector<Verdict> verdicts(lines.size());
    for (std::size_t i = 0; i < lines.size(); ++i)
        if (!lines[i].blank()) verdicts[i] = anywhere(lines[i]);
    const auto parts = pages(lines);
    Indices all;
    for (const auto& part : parts) {
        number_edges(lines, part, verdicts);
        lone_head(lines, part, verdicts);
        all.insert(all.end(), part.begin(), part.end());
    }
    repeated_heads(lines, parts, verdicts);
    repeated_heads(lines, parts, verdicts);  // heads of two lines
    for (const auto& part : parts) number_edges(lines, part, verdicts);
    menus_at_the_top(lines, all, verdicts);
    notices_at_the_end(lines, all, verdicts);

    std::vector<Removed> removed;
    Lines kept;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (verdicts[i])
            removed.push_back({lines[i].text, *verdicts[i]});
        else
            kept.push_back(std::move(lines[i]));
    }
    lines = std::move(kept);
    return removed;
}

}  // namespace reading
