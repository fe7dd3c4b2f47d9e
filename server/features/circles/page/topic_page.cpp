#include "base/locale.hpp"
#include "base/thai_calendar.hpp"
#include "circles/page/pages.hpp"
#include "http/uri.hpp"

namespace circles {

using namespace http::html;  // NOLINT(google-build-using-namespace): the elements of a page read as a page

static Html sessions(const std::vector<SessionCard>& cards, base::Language language) {
    if (cards.empty()) return {};
    return group(h2(base::say(language, "circles_topic_sessions")), ol(each(cards, [&](const SessionCard& session) {
                     return li(http::html::time(datetime(base::to_iso(session.date)), base::long_date(session.date, language)), " ",
                               a(Url::within(session.address), full_title(session.ordinal, session.title, language)), " ",
                               base::say(language, "circles_state_" + std::string(base::name_of(session.state))));
                 })));
}

static Html knowledge(const std::vector<records::Card>& cards, base::Language language) {
    if (cards.empty()) return {};
    return group(
        h2(base::say(language, "circles_topic_knowledge")),
        ul(each(cards, [](const records::Card& card) { return li(a(Url::within(card.address), card.title), " ", card.summary); })));
}

static Html tags(const std::vector<std::string>& tags) {
    if (tags.empty()) return {};
    return p(each(
        tags, [](const std::string& tag) { return group(a(Url::within("/search?q=" + http::encode_component(tag)), "#" + tag), " "); }));
}

http::Page topic_page(const TopicReply& topic, base::Language language) {
    const auto& record = topic.record;
    const auto say = [&](std::string_view key) { return base::say(language, key); };
    Html body;
    if (!topic.circle.title.empty()) body += p(a(Url::within(topic.circle.address), topic.circle.title));
    body += group(p(say("records_kind_topic"), " · ", say("circles_topic_" + std::string(base::name_of(topic.state)))), h1(record.title));
    if (!topic.note.empty()) body += p(topic.note);
    body += group(tags(topic.tags), p(base::say(language, "circles_topic_supporters", {{"count", topic.support}})),
                  sessions(topic.sessions, language), knowledge(topic.knowledge, language));
    auto page = http::make_page(topic, record.title, record.address, article(body));
    page.description = record.summary;
    return page;
}

}  // namespace circles
