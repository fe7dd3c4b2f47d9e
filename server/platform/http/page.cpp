#include "http/page.hpp"

#include <algorithm>
#include <cctype>
#include <stdexcept>

#include "http/content_policy.hpp"

namespace http {

namespace {

constexpr std::string_view head_mark = "<!--lomwong:head-->";
constexpr std::string_view article_mark = "<!--lomwong:article-->";
constexpr std::string_view language_mark = "<html lang=\"";
constexpr std::string_view plain_index =
    "<!doctype html>\n<html lang=\"th\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">"
    "<!--lomwong:head--></head><body><!--lomwong:article--></body></html>\n";

std::string_view code_of(base::Language language) {
    return language == base::Language::th ? "th" : "en";
}

void add_meta(std::string& head, std::string_view key, std::string_view name, std::string_view content) {
    if (content.empty()) return;
    head.append("<meta ").append(key).append("=\"").append(name).append("\" content=\"").append(html::escape(content)).append("\">\n");
}

void add_link(std::string& head, std::string_view attributes, std::string_view address) {
    head.append("<link ").append(attributes).append(" href=\"").append(html::escape(address)).append("\">\n");
}

std::string head_of(const Page& page, base::Language language, std::string_view origin, const Words& words) {
    const auto site = words.say(language, "frame_brand");
    const auto title = page.title.empty() ? site : page.title + " · " + site;
    const auto address = std::string{origin} + page.address;
    std::string head = "<title>" + html::escape(title) + "</title>\n";
    add_meta(head, "name", "description", page.description);
    add_meta(head, "property", "og:title", page.title.empty() ? site : page.title);
    add_meta(head, "property", "og:description", page.description);
    add_meta(head, "property", "og:type", "article");
    add_meta(head, "property", "og:url", address);
    add_meta(head, "property", "og:site_name", site);
    add_meta(head, "property", "og:locale", language == base::Language::th ? "th_TH" : "en_GB");
    const auto own_picture = words.picture.empty() ? "/icons/apple-180.png" : words.picture;
    add_meta(head, "property", "og:image", std::string{origin} + (page.image.empty() ? own_picture : page.image));
    add_link(head, "rel=\"canonical\"", address);
    add_link(head, "rel=\"alternate\" hreflang=\"th\"", address + "?lang=th");
    add_link(head, "rel=\"alternate\" hreflang=\"en\"", address + "?lang=en");
    add_link(head, "rel=\"alternate\" hreflang=\"x-default\"", address);
    for (const auto& feed : page.feeds) {
        const bool atom = feed.ends_with(".atom");
        add_link(head, atom ? "rel=\"alternate\" type=\"application/atom+xml\"" : "rel=\"alternate\" type=\"text/calendar\"", feed);
    }
    return head;
}

// The ways on for who reads before any script runs, or without.
std::string places(base::Language language, const Words& words) {
    using namespace html;  // NOLINT(google-build-using-namespace): the elements of a page read as a page
    const auto say = [&](std::string_view key) { return words.say(language, key); };
    return nav(a("/", say("frame_brand")), " ", a("/circles", say("frame_circles")), " ", a("/knowledge", say("frame_knowledge")), " ",
               a("/organisations", say("frame_organisations")), " ", a("/areas", say("frame_areas")))
        .markup();
}

// Where people and events are invented no page is to be taken for a real one, least of all by who sees nothing else of the site.
std::string example_note(base::Language language, const Words& words) {
    if (!words.example) return {};
    return html::p(html::strong(words.say(language, "frame_example")), " ", words.say(language, "frame_example_about")).markup();
}

// JSON inside a script element: nothing in it may look like markup.
std::string as_script(std::string_view json) {
    if (json.empty()) return {};
    std::string script = "<script type=\"application/json\" id=\"reply\">";
    for (const char c : json) {
        if (c == '<')
            script += "\\u003c";
        else
            script += c;
    }
    return script + "</script>";
}

// The inline scripts that run; those with src or of another type need no hash.
std::vector<std::string> hashes_of_inline_scripts(std::string_view text) {
    std::vector<std::string> hashes;
    for (auto at = text.find("<script"); at != std::string_view::npos; at = text.find("<script", at + 1)) {
        const auto open_end = text.find('>', at);
        const auto end = text.find("</script>", open_end);
        if (end == std::string_view::npos) break;
        const auto tag = text.substr(at, open_end - at);
        const bool runs = tag.find(" src=") == std::string_view::npos && tag.find("application/") == std::string_view::npos;
        if (runs) hashes.push_back(script_hash(text.substr(open_end + 1, end - open_end - 1)));
    }
    return hashes;
}

// Cuts `text` at `mark`: returns what stands before, leaves what comes after.
std::string cut(std::string_view& text, std::string_view mark) {
    const auto at = text.find(mark);
    if (at == std::string_view::npos) throw std::logic_error("index.html of the web app lacks " + std::string{mark});
    std::string before{text.substr(0, at)};
    text.remove_prefix(at + mark.size());
    return before;
}

}  // namespace

PageFrame::PageFrame(std::string_view index_html, Preloads preloads) : preloads_{std::move(preloads)} {
    policy_ = content_policy(hashes_of_inline_scripts(index_html));
    before_language_ = cut(index_html, language_mark) + std::string{language_mark};
    cut(index_html, "\"");
    before_head_ = "\"" + cut(index_html, head_mark);
    before_article_ = cut(index_html, article_mark);
    after_article_ = index_html;
}

const PageFrame& PageFrame::plain() {
    static const PageFrame frame{plain_index};
    return frame;
}

std::string PageFrame::fill(const Shell& shell, std::string_view head, std::string_view article) const {
    const auto preloads = preloads_.links_for(shell.path);
    std::string text;
    text.reserve(before_language_.size() + before_head_.size() + before_article_.size() + after_article_.size() + head.size() +
                 preloads.size() + article.size() + 1024);
    text.append(before_language_).append(code_of(shell.language)).append(before_head_).append(head).append(preloads);
    text.append(before_article_).append(places(shell.language, shell.words)).append(example_note(shell.language, shell.words));
    text.append("<main>").append(article).append("</main>").append(after_article_);
    return text;
}

Response PageFrame::render(const Page& page, base::Language language, std::string_view origin, const Words& words) const {
    auto response = Response::html(
        200, fill({language, page.address, words}, head_of(page, language, origin, words), page.article.markup() + as_script(page.reply)));
    response.headers.set("Content-Security-Policy", policy_);
    response.headers.set("Content-Language", code_of(language));
    response.headers.add("Vary", "Cookie, Accept-Language");
    response.version = page.version;
    return response;
}

Response PageFrame::render_empty(unsigned status, base::Language language, std::string_view path, const Words& words) const {
    const auto title = "<title>" + html::escape(words.say(language, "frame_brand")) + "</title>\n";
    auto response = Response::html(status, fill({language, path, words}, title, {}));
    response.headers.set("Content-Security-Policy", policy_);
    response.headers.add("Vary", "Cookie, Accept-Language");
    return response;
}

static bool is_plain_host(std::string_view host) {
    const auto is_plain = [](char c) {
        return std::isalnum(static_cast<unsigned char>(c)) != 0 || std::string_view{".-:[]_"}.find(c) != std::string_view::npos;
    };
    return !host.empty() && std::ranges::all_of(host, is_plain);
}

std::string origin_of(const Call& call) {
    const auto* known = call.services().equipment.find<PublicAddress>();
    if (known && !known->origin.empty()) return known->origin;
    const auto host = call.header("Host");
    return is_plain_host(host) ? (call.request().secure ? "https://" : "http://") + std::string{host} : "";
}

Response Answer<Page>::make(Call& call, const Page& page) {
    const auto* frame = call.services().equipment.find<PageFrame>();
    return (frame ? *frame : PageFrame::plain()).render(page, call.language(), origin_of(call), *words_of(call));
}

}  // namespace http
