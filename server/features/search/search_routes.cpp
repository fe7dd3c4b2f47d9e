#include "areas/areas.hpp"
#include "base/json/json.hpp"
#include "base/locale.hpp"
#include "http/page.hpp"
#include "http/router.hpp"
#include "search/search.hpp"

namespace search {

namespace {

struct SearchForm {
    std::optional<std::string> q;
    std::optional<std::string> kind;
    std::optional<std::string> area;  // official code; with everything under it
    std::optional<records::RecordId> organisation;
    std::optional<base::Whole<1, 9999>> year;  // พ.ศ. or CE
    std::optional<base::Whole<0, 20'000>> after;
    std::optional<base::Whole<1, 100>> limit;
};
BOOST_DESCRIBE_STRUCT(SearchForm, (), (q, kind, area, organisation, year, after, limit))

struct SuggestForm {
    std::optional<std::string> q;
    std::optional<base::Whole<1, 20>> limit;
};
BOOST_DESCRIBE_STRUCT(SuggestForm, (), (q, limit))

int common_year(std::int64_t year) {
    constexpr std::int64_t buddhist_offset = 543, first_buddhist = 2300;
    return static_cast<int>(year >= first_buddhist ? year - buddhist_offset : year);
}

base::AreaId known_area(db::Session& db, const std::string& code) {
    const auto area = areas::find(db, code);
    if (!area) throw http::Problem(422, "invalid_input").at("?/area", "no_such_area");
    return area->id;
}

Results get_results(http::Call& call, const http::Query<SearchForm>& form) {
    Wanted wanted;
    wanted.question = form->q.value_or("");
    wanted.kind = form->kind.value_or("");
    if (form->area && !form->area->empty()) wanted.area = known_area(call.read(), *form->area);
    wanted.organisation = form->organisation.value_or(records::RecordId{});
    wanted.year = form->year ? common_year(form->year->value) : 0;
    wanted.after = form->after ? static_cast<std::size_t>(form->after->value) : 0;
    if (form->limit) wanted.limit = static_cast<std::size_t>(form->limit->value);
    return call.services().equipment.get<Searcher>().search(call.read(), call.viewer(), wanted);
}

using namespace http::html;  // NOLINT(google-build-using-namespace): the elements of a page read as a page

Html found_item(const Found& found) {
    const auto excerpt = found.excerpt.text.empty() ? Html{} : p(found.excerpt.text);
    return li(a(Url::within(found.record.address), found.record.title), excerpt);
}

// What is found, as it can be read before any script runs.
http::Page show_results(http::Call& call, const http::Query<SearchForm>& form) {
    const auto say = [&](std::string_view key, const json::Params& params = {}) { return base::say(call.language(), key, params); };
    http::Page page;
    page.address = "/search";
    const auto question = form->q.value_or("");
    if (question.empty()) {
        page.title = say("frame_search");
        page.article = article(h1(page.title), p(say("search_teach")));
        return page;
    }
    const auto results = get_results(call, form);
    page.title = say("search_of", {{"question", question}});
    page.article = article(h1(page.title), ul(each(results.items, found_item)));
    return page;
}

std::vector<Proposal> get_suggestions(http::Call& call, const http::Query<SuggestForm>& form) {
    const auto most = static_cast<std::size_t>(form->limit ? form->limit->value : 8);
    return call.services().equipment.get<Searcher>().suggest(call.read(), call.viewer(), form->q.value_or(""), most);
}

}  // namespace

void add_routes(http::Router& router) {
    router.page("/search", show_results, access::anyone);
    router.get("/api/search", get_results, access::anyone);
    router.get("/api/suggest", get_suggestions, access::anyone);
}

}  // namespace search
