#include "areas/area_page.hpp"

#include <array>

#include "areas/area.hpp"
#include "areas/area_queries.hpp"
#include "areas/changes/descent.hpp"
#include "base/enum_names.hpp"
#include "base/json/json.hpp"
#include "base/locale.hpp"
#include "base/thai_calendar.hpp"

namespace areas {

namespace {

using base::Language;
using base::say;
using http::html::Html;

// In the order in which a page tells them.
constexpr std::array kinds_here{std::string_view("organisation"), std::string_view("circle"),     std::string_view("session"),
                                std::string_view("knowledge"),    std::string_view("hand_count"), std::string_view("dashboard")};
constexpr int cards_of_a_kind = 12;

Step step(db::Session& db, const Area& area, Language language) {
    return {area.code, area.level, title(area, language), has_public_records(db, area.id)};
}

std::vector<Step> steps(db::Session& db, const std::vector<Area>& areas, Language language) {
    std::vector<Step> steps;
    steps.reserve(areas.size());
    for (const auto& area : areas) steps.push_back(step(db, area, language));
    return steps;
}

std::optional<ProfileView> read_profile(db::Session& db, const http::Viewer& viewer, const Area& area) {
    auto stored = find_profile(db, area.id);
    if (!stored) return std::nullopt;
    const auto found = records::find(db, viewer, records::record_id(stored->id));
    if (!found || !records::may_read(records::guard(found->envelope), found->ties)) return std::nullopt;
    const bool may_edit = records::rights(*found).edit;
    const auto cards = records::cards(db, viewer, {found->envelope.id});
    ProfileView view{.id = found->envelope.id,
                     .number = found->envelope.number,
                     .version = found->envelope.version,
                     .content = may_edit ? std::move(stored->content) : as_shown(std::move(stored->content), area.level),
                     .edited_at = found->envelope.edited_at,
                     .owner_title = {},
                     .owner_address = {},
                     .may_edit = may_edit};
    if (!cards.empty()) {
        view.owner_title = cards[0].owner_title;
        view.owner_address = cards[0].owner_address;
    }
    return view;
}

std::vector<Happened> read_here(db::Session& db, const http::Viewer& viewer, const Area& area) {
    std::vector<Happened> here;
    for (const auto kind : kinds_here) {
        records::Wanted wanted;
        wanted.kind = kind;
        wanted.area = area.id;
        wanted.limit = cards_of_a_kind;
        auto page = records::list(db, viewer, wanted);
        if (!page.cards.empty()) here.push_back({std::string(kind), std::move(page.cards), page.next.has_value()});
    }
    return here;
}

std::string year_text(std::int64_t year, Language language) {
    return std::to_string(language == Language::th ? year + 543 : year);
}

std::string locale_key(std::string_view prefix, std::string_view name) {
    return std::string(prefix) + std::string(name);
}

Html links(const std::vector<Step>& steps) {
    using namespace http::html;
    return ul(each(steps, [](const Step& to) { return li(a(Url::within("/areas/" + to.code), to.title)); }));
}

std::string name_in(const Descent& descent, Language language) {
    if (!descent.municipality) return descent.name;
    return say(language, locale_key("areas_municipality_", base::name_of(*descent.municipality)), {{"name", descent.name}}) + " (" +
           say(language, descent.is_whole ? "areas_municipality_whole" : "areas_municipality_part") + ")";
}

Html descent_section(const AreaPage& page, Language language) {
    using namespace http::html;
    return ul(each(page.descents, [&](const Descent& descent) {
        const auto* since = descent.what == Descended::part_of ? "areas_descent_since_apart" : "areas_descent_since";
        return li(say(language, locale_key("areas_descent_", base::name_of(descent.what))), " ", name_in(descent, language),
                  links(descent.areas), say(language, since, {{"when", base::long_date(descent.on, language)}}),
                  descent.source.empty() ? Html{} : Html{" · " + descent.source});
    }));
}

Html past_section(const AreaPage& page, Language language) {
    using namespace http::html;
    const auto when = base::long_date(*page.area.valid_to, language);
    return section(p(say(language, "areas_no_more", {{"when", when}})));
}

Html profile_section(const ProfileView& profile, Language language) {
    using namespace http::html;
    const auto& content = profile.content;
    Html figures = each(content.population, [&](const Population& one) {
        return tr(th(year_text(one.year.value, language)), td(one.people.value), td(one.households ? Html{one.households->value} : Html{}));
    });
    return section(h2(say(language, "areas_profile")),
                   content.population.empty() ? Html{} : table(caption(say(language, "areas_population")), tbody(figures)),
                   content.history ? p(content.history->value) : Html{},
                   ul(each(content.issues, [](const Issue& issue) { return li(issue.title.value); })));
}

Html timeline_section(const std::vector<Entry>& timeline, Language language) {
    using namespace http::html;
    if (timeline.empty()) return {};
    return section(h2(say(language, "areas_timeline")), ol(each(timeline, [&](const Entry& entry) {
                       return li(strong(year_text(entry.year, language)), " ", entry.title,
                                 entry.detail.empty() ? Html{} : p(entry.detail));
                   })));
}

Html here_section(const Happened& here, Language language) {
    using namespace http::html;
    return section(h2(say(language, locale_key("areas_here_", here.kind))), ul(each(here.cards, [&](const records::Card& card) {
                       const bool english = language == Language::en && !card.title_en.empty();
                       return li(a(Url::within(card.address), english ? card.title_en : card.title), " ",
                                 http::html::time(datetime(base::to_iso(card.happened_on)), base::short_date(card.happened_on, language)));
                   })));
}

}  // namespace

std::string address_of(const Area& area) {
    return "/areas/" + area.code;
}

AreaPage read_page(db::Session& db, const http::Viewer& viewer, const Area& area, Language language) {
    const auto around = lineage(db, area.id);
    AreaPage page{.area = area,
                  .title = title(area, Language::th),
                  .title_en = title(area, Language::en),
                  .path = path_of(around, language),
                  .address = address_of(area),
                  .around = steps(db, around, language),
                  .inside = steps(db, list_inside(db, area.id), language),
                  .successors = steps(db, list_successors(db, area.id), language),
                  .predecessors = steps(db, list_predecessors(db, area.id), language),
                  .descents = list_descents(db, area.id, language),
                  .profile = read_profile(db, viewer, area),
                  .timeline = list_entries(db, viewer, area.id),
                  .here = read_here(db, viewer, area)};
    return page;
}

http::Page write_page(const AreaPage& page, Language language) {
    using namespace http::html;
    const auto& heading = language == Language::en ? page.title_en : page.title;
    auto content = article(nav(links(page.around)), h1(heading), p(page.path), page.area.valid_to ? past_section(page, language) : Html{},
                           page.descents.empty() ? Html{} : descent_section(page, language),
                           page.profile ? profile_section(*page.profile, language) : Html{}, timeline_section(page.timeline, language),
                           each(page.here, [&](const Happened& here) { return here_section(here, language); }),
                           page.inside.empty() ? Html{} : section(h2(say(language, "areas_inside")), links(page.inside)));
    auto result = http::make_page(page, heading, page.address, std::move(content));
    result.description = page.path;
    return result;
}

}  // namespace areas
