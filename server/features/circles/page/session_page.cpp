#include <algorithm>

#include "base/locale.hpp"
#include "base/thai_calendar.hpp"
#include "circles/page/pages.hpp"

namespace circles {

using namespace http::html;  // NOLINT(google-build-using-namespace): the elements of a page read as a page

static Html part(const std::string& heading, const std::string& text) {
    return text.empty() ? Html{} : group(h2(heading), p(text));
}

// "of which circle · when · where": one line, as the head of the page has it.
static Html facts(const SessionReply& session, base::Language language) {
    const auto& circle = session.circle;
    std::string rest;
    if (session.starts) rest = " · " + base::time_text(*session.starts, language);
    if (session.ends) rest += " – " + base::time_text(*session.ends, language);
    if (!session.place.empty()) rest += " · " + session.place;
    return p(circle.title.empty() ? Html{} : group(a(Url::within(circle.address), circle.title), " · "),
             http::html::time(datetime(base::to_iso(session.date)),
                              base::weekday_name(base::weekday(session.date), language) + " " + base::long_date(session.date, language)),
             rest);
}

static Html state(const SessionReply& session, base::Language language) {
    if (session.state == SessionState::held) return {};
    return p(strong(base::say(language, "circles_state_" + std::string(base::name_of(session.state)))), " ", session.reason);
}

static Html agenda(const std::vector<AgendaBlock>& blocks, base::Language language) {
    if (blocks.empty()) return {};
    return group(h2(base::say(language, "circles_agenda")), ol(each(blocks, [&](const AgendaBlock& block) {
                     const auto starts = block.starts ? base::time_text(*block.starts, language) + " " : "";
                     return li(starts, block.title.value, " ", base::or_empty(block.speaker));
                 })));
}

static Html topics(const std::vector<Topic>& list, base::Language language) {
    if (list.empty()) return {};
    return group(h2(base::say(language, "circles_session_topics")),
                 ul(each(list, [](const Topic& topic) { return li(a(Url::within(topic.address), topic.title)); })));
}

static Html said(const std::vector<Point>& points, base::Language language) {
    if (points.empty()) return {};
    return group(h2(base::say(language, "circles_said")), each(points, [](const Point& point) {
                     const Html who = point.speaker && !point.speaker->empty() ? cite(*point.speaker) : Html{};
                     const Html title = point.title.empty() ? Html{} : h3(point.title);
                     return group(title, blockquote(p(point.body), who));
                 }));
}

static Html agreements(const std::vector<Agreement>& list, base::Language language) {
    if (list.empty()) return {};
    return group(h2(base::say(language, "circles_agreed")), ul(each(list, [&](const Agreement& agreement) {
                     const auto due = agreement.due_on ? base::long_date(*agreement.due_on, language) : "";
                     return li(agreement.body, " ", agreement.owner, " ", due);
                 })));
}

// One whose web sizes are still being made is shown the next time; a sound has none.
static bool is_shown(const files::File& photo) {
    return photo.sizes == files::Sizes::made;
}

static Html photos(const std::vector<files::File>& list) {
    return each(list, [](const files::File& photo) -> Html {
        if (!is_shown(photo)) return {};
        return figure(img(Url::within(photo.address + "/page"), photo.alternative_text), figcaption(photo.caption));
    });
}

static Html results(const SessionReply& session, base::Language language) {
    const auto say = [&](std::string_view key) { return base::say(language, key); };
    const auto& open = session.transparency;
    return group(part(say("circles_planned_result"), session.planned_result), part(say("circles_seen_result"), session.seen_result),
                 part(say("circles_ita_issue"), open.issue.value), part(say("circles_ita_took_part"), open.took_part.value),
                 part(say("circles_ita_result"), open.result.value), part(say("circles_ita_use"), open.result_use.value));
}

http::Page session_page(const SessionReply& session, base::Language language) {
    const auto& record = session.record;
    const auto title = full_title(session.ordinal, record.title, language);
    const auto body =
        group(h1(title), facts(session, language), state(session, language), Html{record.summary.empty() ? Html{} : p(record.summary)},
              part(base::say(language, "circles_key_question"), session.key_question), topics(session.topics, language),
              agenda(session.agenda, language), said(session.points, language), agreements(session.agreements, language),
              results(session, language), photos(session.photos));
    auto page = http::make_page(session, title, record.address, article(body));
    page.description = record.summary.empty() ? session.key_question : record.summary;
    const auto first = std::ranges::find_if(session.photos, is_shown);
    if (first != session.photos.end()) page.image = first->address + "/card";
    page.feeds = {record.address + ".ics"};
    return page;
}

}  // namespace circles
