#include "channels/follow/notices.hpp"

#include <algorithm>

#include "auth/auth.hpp"
#include "auth/by_mail/digest_readers.hpp"
#include "auth/by_mail/mailed_links.hpp"
#include "base/json/json.hpp"
#include "base/locale.hpp"
#include "base/thai_calendar.hpp"
#include "channels/channels.hpp"
#include "channels/follow/follows.hpp"
#include "channels/talk/talk.hpp"
#include "circles/circles.hpp"
#include "journal/follower.hpp"

namespace channels {

namespace {

constexpr std::string_view follower_name = "channels";
constexpr std::int64_t hour_ms = std::int64_t{60} * 60 * 1000;
constexpr std::int64_t day_ms = 24 * hour_ms;
constexpr std::int64_t news_for_ms = 2 * day_ms;
constexpr std::int64_t summary_after_ms = 18 * hour_ms;
constexpr int summary_within_days = 14;

struct Told {
    base::Date date;
    std::optional<base::TimeOfDay> starts;
    std::string place;
    friend bool operator==(const Told&, const Told&) = default;
};
BOOST_DESCRIBE_STRUCT(Told, (), (date, starts, place))

std::optional<Told> find_told(db::Session& db, records::RecordId session) {
    return db.find<Told>("SELECT date, starts, place FROM channels_told WHERE session_id = $1", session);
}

void set_told(db::Tx& tx, records::RecordId session, const Told& told) {
    tx.run(
        "INSERT INTO channels_told (session_id, date, starts, place) VALUES ($1, $2, $3, $4)"
        " ON CONFLICT (session_id) DO UPDATE SET date = excluded.date, starts = excluded.starts, place = excluded.place",
        session, told.date, told.starts, told.place);
}

// What followers are told of; also the last word of its locale keys.
enum class News : std::uint8_t { planned, changed, postponed, cancelled, summary };
BOOST_DESCRIBE_ENUM(News, planned, changed, postponed, cancelled, summary)

std::string headline(News news, const circles::Day& day, base::Language language) {
    const json::Params params{{"title", day.title}, {"when", circles::when(day, language)}};
    switch (news) {
        case News::planned:
            return base::say(language, "channels_news_planned", params);
        case News::changed:
            return base::say(language, "channels_news_changed", params);
        case News::postponed:
            return base::say(language, "channels_news_postponed", params);
        case News::cancelled:
            return base::say(language, "channels_news_cancelled", params);
        default:
            return base::say(language, "channels_news_summary", params);
    }
}

struct Notice {
    News news{};
    records::RecordId session;
    records::RecordId circle;
};

std::string words_of(db::Session& db, const Notice& notice, const circles::Day& day, base::Language language) {
    const auto summary = circles::get_summary(db, notice.session);
    if (notice.news == News::summary) return circles::thanks(day, summary, language);
    std::string before;
    if (day.moved_to) before = base::say(language, "channels_moved_to", {{"date", base::long_date(*day.moved_to, language)}}) + "\n";
    if (!day.reason.empty()) before += day.reason + "\n";
    return before + circles::invitation(day, summary, language);
}

void tell_one(db::Tx& tx, const mail::Postbox& postbox, const Notice& notice, const Follower& follower) {
    const auto day = circles::find_day(tx, {.person = follower.person_id}, notice.session);
    const auto account = auth::find_account(tx, follower.person_id);
    const auto address = auth::find_confirmed_email(tx, follower.person_id);
    if (!day || !account || account->locked_at || !address) return;
    if (notice.news == News::summary && circles::is_thanked(tx, notice.session, follower.person_id)) return;
    const auto language = account->language.value_or(base::Language::th);
    const auto stop = "/unfollow/" + follower.token;
    const mail::Letter letter{.language = language,
                              .subject = headline(notice.news, *day, language),
                              .before = circles::paragraphs(words_of(tx, notice, *day, language)),
                              .list = {},
                              .link = mail::Link{base::say(language, "channels_mail_open"), day->address},
                              .after = {base::say(language, "channels_mail_stop", {{"page", postbox.settings.origin + stop}})}};
    const auto name = records::find(tx, records::RecordId{follower.person_id.value});
    // Who follows so much that more would flood them has the daily mail instead.
    const mail::Order order{.kind = "channels.news", .to = {*address, name ? name->title : ""}, .letter = letter, .unsubscribe = stop};
    (void)mail::queue(tx, postbox, order);
}

void tell_all(db::Tx& tx, const mail::Postbox& postbox, const Notice& notice) {
    for (const auto& follower : list_followers(tx, notice.circle, Pace::at_once)) tell_one(tx, postbox, notice, follower);
}

// What is written down of days long past is no news.
bool is_ahead(const circles::Day& day, base::Instant now) {
    return day.date >= base::bangkok_date(now);
}

// As it stands now, seen by who made it.
std::optional<circles::Day> day_of(db::Session& db, const records::Envelope& session) {
    return circles::find_day(db, {.person = session.created_by}, session.id);
}

// The session that stands for a postponed one is told of by that one.
std::optional<News> planned_or_changed(db::Tx& tx, records::RecordId session, const circles::Day& day) {
    const Told now{day.date, day.starts, day.place};
    const auto before = find_told(tx, session);
    set_told(tx, session, now);
    if (before) return *before == now ? std::nullopt : std::optional{News::changed};
    return circles::stands_for_another(tx, session) ? std::nullopt : std::optional{News::planned};
}

std::optional<News> news_of(db::Tx& tx, const journal::Event& event, const records::Envelope& session) {
    const auto day = day_of(tx, session);
    if (!day || !is_ahead(*day, event.at)) return {};
    if (event.action == "circles.session_planned" || event.action == "circles.session_edited")
        return planned_or_changed(tx, session.id, *day);
    if (event.action == "circles.session_postponed") return News::postponed;
    if (event.action == "circles.session_cancelled") return News::cancelled;
    return {};
}

bool is_of_session(const journal::Event& event) {
    constexpr std::string_view part = "circles.";
    return event.action.starts_with(part) && std::string_view(event.action).substr(part.size()).starts_with("session_");
}

bool is_news(const journal::Event& event) {
    return is_of_session(event) || is_of_talk(event);
}

void take(db::Tx& tx, const mail::Postbox& postbox, const journal::Event& event) {
    // What an installation reads anew, after an update or a long rest, is old.
    if (!is_news(event) || event.at.ms < tx.now().ms - news_for_ms) return;
    if (is_of_talk(event)) return tell_talk(tx, postbox, event);
    const auto session = records::find(tx, records::RecordId{event.record_id});
    if (!session) return;
    if (event.action == "circles.session_held")
        jobs::add(tx, "channels.tell_summary", json::write(SummaryJob{session->id}), {event.at.ms + summary_after_ms});
    if (const auto news = news_of(tx, event, *session)) tell_all(tx, postbox, {*news, session->id, session->within_id});
}

News news_in(circles::DayState state) {
    switch (state) {
        case circles::DayState::held:
            return News::summary;
        case circles::DayState::postponed:
            return News::postponed;
        case circles::DayState::cancelled:
            return News::cancelled;
        default:
            return News::planned;
    }
}

void add_news(std::vector<mail::Link>& links, db::Session& db, const mail::DigestReader& reader, const mail::DigestDay& span,
              records::RecordId circle) {
    const auto today = base::bangkok_date(span.end);
    const circles::DaysWanted wanted{.circle = circle, .from = base::add_days(today, -60)};
    for (const auto& day : circles::list_days(db, {.person = reader.person}, wanted, today))
        if (day.state != circles::DayState::expected && day.edited_at >= span.begin && day.edited_at < span.end)
            links.push_back({headline(news_in(day.state), day, reader.language), day.address});
}

}  // namespace

std::int64_t tell(db::Database& database, const mail::Postbox& postbox, std::span<const journal::Event> events) {
    // What is nobody's news costs no write; after a restart it is passed over again.
    if (std::ranges::none_of(events, is_news)) return events.back().sequence;
    return database.write([&](db::Tx& tx) {
        for (const auto& event : events) take(tx, postbox, event);
        journal::move_to(tx, follower_name, events.back().sequence);
        return events.back().sequence;
    });
}

void tell_summary(db::Database& database, const mail::Postbox& postbox, records::RecordId session) {
    database.write([&](db::Tx& tx) {
        const auto record = records::find(tx, session);
        const auto day = record ? day_of(tx, *record) : std::nullopt;
        if (!day || day->state != circles::DayState::held) return;
        if (base::days_between(day->date, base::bangkok_date(tx.now())) < summary_within_days)
            tell_all(tx, postbox, {News::summary, session, record->within_id});
    });
}

std::optional<std::string> digest_end(db::Tx& tx, base::PersonId reader) {
    const auto token = auth::find_digest_token(tx, reader);
    return token ? std::optional{"/unfollow/" + *token} : std::nullopt;
}

std::vector<mail::Link> list_digest(db::Session& db, const mail::DigestReader& reader, const mail::DigestDay& day) {
    std::vector<mail::Link> links;
    for (const auto circle : list_followed(db, reader.person, Pace::daily)) add_news(links, db, reader, day, circle);
    if (base::weekday(base::bangkok_date(day.end)) != base::Weekday::monday) return links;
    const mail::DigestDay week{{day.end.ms - 7 * day_ms}, day.end};
    for (const auto circle : list_followed(db, reader.person, Pace::weekly)) add_news(links, db, reader, week, circle);
    return links;
}

}  // namespace channels
