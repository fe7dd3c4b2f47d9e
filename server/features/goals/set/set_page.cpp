#include "goals/set/set_page.hpp"

#include "base/locale.hpp"

namespace goals {

using namespace http::html;  // NOLINT(google-build-using-namespace): the elements of a page read as a page

static Html item_line(const ShownSetItem& item) {
    if (!item.indicator) return li(item.code);
    return li(a(Url::within(item.indicator->address), item.name.empty() ? item.indicator->title : item.name));
}

http::Page set_page(const ShownSet& set, base::Language language) {
    int place = 0;
    const auto group_part = [&](const ShownSetGroup& each_group) {
        ++place;
        const auto unnamed = base::say(language, "goals_group_unnamed", {{"place", std::int64_t{place}}});
        return section(h2(each_group.name.empty() ? unnamed : each_group.name), ul(each(each_group.items, item_line)));
    };
    const auto area = set.area ? p(a(Url::within(set.area->address), set.area->title)) : Html();
    const auto from = set.base ? p(base::say(language, "goals_set_from"), " ", a(Url::within(set.base->address), set.base->title)) : Html();
    const auto body = article(p(base::say(language, "records_kind_indicator_set")), h1(set.content.title.value), area, from,
                              p(base::or_empty(set.content.purpose)), each(set.groups, group_part));
    http::Page page;
    page.title = set.content.title.value;
    page.description = set.record.summary;
    page.address = set.address;
    page.article = body;
    return page;
}

http::Page sets_page(const std::vector<SetCard>& sets, base::Language language) {
    const auto line = [](const SetCard& set) { return li(a(Url::within(set.address), set.title), " ", set.area_title); };
    http::Page page;
    page.title = base::say(language, "goals_sets");
    page.description = base::say(language, "goals_sets_about");
    page.address = "/indicators/sets";
    page.article = article(h1(page.title), p(page.description), ul(each(sets, line)));
    return page;
}

}  // namespace goals
