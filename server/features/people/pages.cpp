#include "base/locale.hpp"
#include "base/thai_calendar.hpp"
#include "http/page.hpp"
#include "http/router.hpp"
#include "people/replies.hpp"
#include "people/routes.hpp"

namespace people {

namespace {

using base::Language;
using base::say;
using http::html::Html;
using http::html::Url;

template <class Titled>
std::string title_in(const Titled& record, Language language) {
    return language == Language::th || record.title_en.empty() ? record.title : record.title_en;
}

std::string word(Language language, std::string_view prefix, std::string_view name) {
    return say(language, std::string(prefix) + std::string(name));
}

Html term(const MembershipLine& line, Language language) {
    if (!line.began_on && !line.ended_on) return {};
    const auto day = [&](const std::optional<base::Date>& date) { return date ? base::short_date(*date, language) : std::string("…"); };
    return Html(" (" + day(line.began_on) + " – " + day(line.ended_on) + ")");
}

Html membership(const MembershipLine& line, Language language) {
    using namespace http::html;
    const auto post = line.position.empty() ? word(language, "people_post_", base::name_of(line.post)) : line.position;
    return li(a(Url::within(line.address), title_in(line, language)), " · ", post, term(line, language));
}

Html unit(const OrganisationCard& card, Language language) {
    using namespace http::html;
    return li(a(Url::within(card.address), title_in(card, language)), " · ", word(language, "people_type_", base::name_of(card.type)));
}

Html article_of(const OrganisationReply& reply, Language language) {
    using namespace http::html;
    Html all = h1(title_in(reply.record, language));
    all += p(word(language, "people_type_", base::name_of(reply.organisation.type)), " · ",
             word(language, "people_sector_", base::name_of(reply.organisation.sector)));
    if (reply.parent)
        all += p(say(language, "people_parent"), " ", a(Url::within(reply.parent->address), title_in(*reply.parent, language)));
    if (reply.area) all += p(a(Url::within("/areas/" + reply.area->code), title_in(*reply.area, language)));
    if (!reply.organisation.purpose.empty()) all += p(reply.organisation.purpose);
    if (!reply.units.empty())
        all += section(h2(say(language, "people_units")), ul(each(reply.units, [&](const auto& card) { return unit(card, language); })));
    if (!reply.members.empty())
        all += section(h2(say(language, "people_members")),
                       ul(each(reply.members, [&](const auto& line) { return membership(line, language); })));
    return article(all);
}

Html article_of(const PersonReply& reply, Language language) {
    using namespace http::html;
    Html all = h1(language == Language::th || reply.person.name_en.empty() ? reply.formal_name : reply.person.name_en);
    if (!reply.person.known_as.empty()) all += p(say(language, "people_known_as"), " ", reply.person.known_as);
    if (reply.person.also_written) all += p(say(language, "people_also_written"), " ", *reply.person.also_written);
    if (!reply.places.empty())
        all += section(h2(say(language, "people_places")),
                       ul(each(reply.places, [&](const auto& line) { return membership(line, language); })));
    return article(all);
}

http::Page organisation_page(http::Call& call, const records::Readable<OrganisationId>& organisation) {
    const auto reply = organisation_reply(call, organisation.found);
    auto page = http::make_page(reply, title_in(reply.record, call.language()), reply.record.address, article_of(reply, call.language()));
    page.description = reply.record.summary;
    return page;
}

http::Page person_page(http::Call& call, const records::Readable<PersonId>& person) {
    const auto reply = person_reply(call, person.found);
    return http::make_page(reply, title_in(reply.record, call.language()), reply.record.address, article_of(reply, call.language()));
}

}  // namespace

void add_pages(http::Router& router) {
    router.page("/organisations/{organisation}", organisation_page, access::may_read);
    router.page("/people/{person}", person_page, access::may_read);
}

}  // namespace people
