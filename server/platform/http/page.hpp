#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/json/json.hpp"
#include "base/language.hpp"
#include "http/html.hpp"
#include "http/preloads.hpp"
#include "http/reply.hpp"
#include "http/wording.hpp"

namespace http {

// A public page: what search engines, link previews and readers without scripts get, and the reply with which the web app starts,
// so that it need not ask again. Article and reply are made from the same struct.
struct Page {
    std::string title;        // of the record; the site's name is added
    std::string description;  // one or two sentences
    std::string address;      // the permanent one: "/circles/12"
    std::string image;        // path of a picture for previews; the site's own if empty
    html::Html article;
    std::string reply;  // JSON, as the API would give it; empty where the app asks for several
    std::optional<std::int64_t> version;
    std::vector<std::string> feeds;  // paths of calendar files and the like, named in the head
};

// reply: the struct that the API route of this record returns.
template <class Reply>
Page make_page(const Reply& reply, std::string title, std::string address, html::Html article) {
    Page page;
    page.title = std::move(title);
    page.address = std::move(address);
    page.article = std::move(article);
    page.reply = json::write(reply);
    page.version = version_in(reply);
    return page;
}

// The built index.html of the web app, with places for what the server knows. Made once, when the program starts.
class PageFrame {
  public:
    // `index_html` holds <!--lomwong:head--> and <!--lomwong:article-->; without a web build a plain frame is used.
    explicit PageFrame(std::string_view index_html, Preloads preloads = {});

    // `origin`: "https://lomwong.example", for addresses that must be whole.
    Response render(const Page& page, base::Language language, std::string_view origin, const Words& words = {}) const;
    // The frame alone, for addresses that only the web app knows.
    Response render_empty(unsigned status, base::Language language, std::string_view path, const Words& words = {}) const;

    static const PageFrame& plain();

  private:
    struct Shell {
        base::Language language;
        std::string_view path;
        const Words& words;
    };
    std::string fill(const Shell& shell, std::string_view head, std::string_view article) const;

    std::string before_language_, before_head_, before_article_, after_article_;
    std::string policy_;
    Preloads preloads_;
};

// Where people reach this installation: "https://lomwong.example.org", or empty. Equipment.
struct PublicAddress {
    std::string origin;
};

// What links begin with that leave this server in feeds, tables and previews: the public address; where none is set, the one that the
// reader of this very reply typed. Empty, so that links stay relative, if that is no plain name of a host.
std::string origin_of(const Call& call);

template <>
struct Answer<Page> {
    static Response make(Call& call, const Page& page);
    static void describe(RouteInfo& route) { route.reply_type = "text/html"; }
};

}  // namespace http
