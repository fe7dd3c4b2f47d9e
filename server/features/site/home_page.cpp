#include "base/locale.hpp"
#include "http/page.hpp"
#include "http/wording.hpp"
#include "records/records.hpp"
#include "site/site.hpp"

namespace site {

namespace {

using namespace http::html;  // NOLINT(google-build-using-namespace): the elements of a page read as a page

Html newest(http::Call& call, std::string_view kind, int few, std::string_view heading) {
    records::Wanted wanted;
    wanted.kind = std::string{kind};
    wanted.limit = few;
    const auto found = records::list(call.read(), call.viewer(), wanted);
    if (found.cards.empty()) return {};
    const auto item = [](const records::Card& card) {
        const auto summary = card.summary.empty() ? Html{} : p(card.summary);
        return li(a(Url::within(card.address), card.title), summary);
    };
    return section(h2(base::say(call.language(), heading)), ul(each(found.cards, item)));
}

}  // namespace

http::Page show_home(http::Call& call) {
    const auto say = [&](std::string_view key) { return base::say(call.language(), key); };
    http::Page page;
    page.description = say("home_about");
    page.address = "/";
    page.article = article(h1(words_of(call)->say(call.language(), "home_what")), p(page.description),
                           newest(call, "knowledge", 6, "home_newest_knowledge"), newest(call, "circle", 4, "home_circles"));
    return page;
}

}  // namespace site
