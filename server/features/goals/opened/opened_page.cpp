#include "goals/opened/opened_page.hpp"

#include "base/locale.hpp"
#include "goals/view/words.hpp"

namespace goals {

using namespace http::html;  // NOLINT(google-build-using-namespace): the elements of a page read as a page

std::string figure_address(std::string_view code, std::string_view area, std::string_view period) {
    return "/figures/" + std::string(code) + "/" + std::string(area) + "/" + std::string(period);
}

http::Page opened_page(const Opened& opened, base::Language language) {
    const auto& indicator = language == base::Language::en && !opened.title_en.empty() ? opened.title_en : opened.title;
    const auto title = indicator + " · " + opened.whole.title + " · " + opened.period_title;
    const auto said = found_in_words(opened.traits, opened.whole.figure, language);
    const auto rests_on = opened.counter ? base::say(language, "goals_counted_source") : coverage_in_words(opened.whole.figure, language);
    const auto row = [&](const OpenedTile& tile) {
        return tr(th(a(Url::within(figure_address(opened.code, tile.code, opened.period)), tile.title)),
                  td(found_in_words(opened.traits, tile.figure, language)),
                  opened.counter ? Html{} : td(coverage_in_words(tile.figure, language)));
    };
    const auto group = [&](const OpenedGroup& one) {
        return tr(th(one.name), td(found_in_words(opened.traits, one.figure, language)), td(coverage_in_words(one.figure, language)));
    };
    const auto body =
        article(p(a(Url::within("/areas/" + opened.whole.code + "/situation"), base::say(language, "goals_situation")), " · ",
                  a(Url::within(indicator_address(opened.code)), indicator)),
                h1(title), p(strong(said)), p(rests_on),
                opened.children.empty() ? Html{}
                                        : table(caption(base::say(language, "goals_made_of")),
                                                tbody(each(opened.children, [&](const OpenedTile& tile) { return row(tile); }))),
                opened.groups.empty() ? Html{}
                                      : table(caption(base::say(language, "goals_groups_in", {{"period", opened.period_title}})),
                                              tbody(each(opened.groups, [&](const OpenedGroup& one) { return group(one); }))));
    auto page = http::make_page(opened, title, figure_address(opened.code, opened.whole.code, opened.period), body);
    page.description = said + " · " + rests_on;
    return page;
}

}  // namespace goals
