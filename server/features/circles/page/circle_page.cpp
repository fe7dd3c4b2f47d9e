#include "base/locale.hpp"
#include "base/thai_calendar.hpp"
#include "circles/page/pages.hpp"

namespace circles {

using namespace http::html;  // NOLINT(google-build-using-namespace): the elements of a page read as a page

std::string full_title(const std::optional<std::int64_t>& ordinal, const std::string& title, base::Language language) {
    return ordinal ? base::say(language, "circles_nth", {{"ordinal", *ordinal}}) + " · " + title : title;
}

static Html fact(const std::string& name, const Html& value) {
    return group(dt(name), dd(value));
}

static Html counters(const Counters& count, base::Language language) {
    const auto say = [&](std::string_view key) { return base::say(language, key); };
    Html facts = fact(say("circles_count_held"), count.held);
    if (count.people) facts += fact(say("circles_count_people"), *count.people);
    if (count.different_people) facts += fact(say("circles_count_different"), *count.different_people);
    if (count.since) facts += fact(say("circles_since_label"), base::long_date(*count.since, language));
    return dl(facts);
}

static Html session_item(const SessionCard& session, base::Language language) {
    const auto state = session.state == SessionState::held
                           ? std::string{}
                           : base::say(language, "circles_state_" + std::string(base::name_of(session.state)));
    return li(http::html::time(datetime(base::to_iso(session.date)), base::long_date(session.date, language)), " ",
              a(Url::within(session.address), full_title(session.ordinal, session.title, language)), " ", session.place, " ", state);
}

http::Page circle_page(const CircleReply& circle, base::Language language) {
    const auto& record = circle.record;
    Html body = group(p(base::say(language, "circles_kind_" + std::string(base::name_of(circle.kind)))), h1(record.title));
    if (!circle.organiser.title.empty()) body += p(a(Url::within(circle.organiser.address), circle.organiser.title));
    if (!circle.purpose.empty()) body += p(circle.purpose);
    body += counters(circle.counters, language);
    const auto item = [&](const SessionCard& session) { return session_item(session, language); };
    if (circle.next) body += group(h2(base::say(language, "circles_next_session")), ul(item(*circle.next)));
    if (!circle.latest.empty()) body += group(h2(base::say(language, "circles_past")), ul(each(circle.latest, item)));
    auto page = http::make_page(circle, record.title, record.address, article(body));
    page.description = record.summary;
    page.feeds = {record.address + ".ics", record.address + ".atom"};
    return page;
}

}  // namespace circles
