#include "goals/situation/situation_page.hpp"

#include "base/locale.hpp"
#include "goals/view/words.hpp"

namespace goals {

using namespace http::html;  // NOLINT(google-build-using-namespace): the elements of a page read as a page

namespace {

std::string coverage_of(const Finding& finding, base::Language language) {
    if (!finding.newest) return {};
    return finding.counted ? base::say(language, "goals_counted_source") : coverage_in_words(finding.figure, language);
}

Html finding_row(const Finding& finding, base::Language language) {
    const auto name = in_language(finding.title, finding.title_en, language);
    const auto when = finding.newest ? finding.newest->title : std::string();
    return tr(th(a(Url::within(indicator_address(finding.code)), name)), td(found_in_words(finding.traits, finding.figure, language)),
              td(when), td(coverage_of(finding, language)));
}

Html group_table(const FindingGroup& found, base::Language language) {
    const auto name = in_language(found.name, found.name_en, language);
    return table(caption(name.empty() ? base::say(language, "goals_others") : name),
                 tbody(each(found.findings, [&](const Finding& finding) { return finding_row(finding, language); })));
}

}  // namespace

http::Page situation_page(const Situation& situation, base::Language language) {
    const auto title = base::say(language, "goals_situation_of", {{"area", situation.area.title}});
    const auto address = "/areas/" + situation.area.code;
    const auto body = article(p(a(Url::within(address), situation.area.title)), h1(title), p(situation.path),
                              each(situation.groups, [&](const FindingGroup& found) { return group_table(found, language); }));
    auto page = http::make_page(situation, title, address + "/situation", body);
    page.description = base::say(language, "goals_situation_about");
    return page;
}

}  // namespace goals
