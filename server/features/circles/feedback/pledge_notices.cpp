#include "circles/feedback/pledge_notices.hpp"

#include "base/locale.hpp"
#include "base/thai_calendar.hpp"
#include "circles/feedback/feedback.hpp"

namespace circles {

namespace {

constexpr std::string_view kind = "circles.ask_pledges";

// So long after its day a question that was never sent is not sent any more: a server that begins today does not ask about old years.
constexpr int late = 30;

struct DuePledge {
    PledgeId id;
    base::PersonId person_id;
    std::string body;
    SessionId session_id;
    base::Date date;
    std::int64_t days{};
};
BOOST_DESCRIBE_STRUCT(DuePledge, (), (id, person_id, body, session_id, date, days))

std::vector<DuePledge> list_due(db::Session& db, base::Date today, std::int64_t days) {
    return db.all<DuePledge>(
        "SELECT p.id, p.person_id, p.body, p.session_id, s.date, CAST($1 AS BIGINT) AS days FROM circles_pledges p"
        " JOIN circles_sessions s ON s.id = p.session_id WHERE p.removed = 0 AND p.person_id <> 0 AND s.date BETWEEN $2 AND $3"
        " AND NOT EXISTS (SELECT 1 FROM circles_pledge_notices n WHERE n.pledge_id = p.id AND n.days = $1)"
        " AND NOT EXISTS (SELECT 1 FROM circles_pledge_answers a WHERE a.pledge_id = p.id AND a.days = $1) ORDER BY p.id LIMIT 500",
        days, base::add_days(today, -static_cast<int>(days) - late), base::add_days(today, -static_cast<int>(days)));
}

void insert_asked(db::Tx& tx, const DuePledge& pledge) {
    tx.run("INSERT INTO circles_pledge_notices (pledge_id, days, at) VALUES ($1, $2, $3) ON CONFLICT (pledge_id, days) DO NOTHING",
           pledge.id, pledge.days, tx.now());
}

mail::Letter letter_of(const records::Envelope& session, const DuePledge& pledge, base::Language language) {
    return {.language = language,
            .subject = base::say(language, "circles_pledge_mail_subject", {{"days", pledge.days}, {"session", session.title}}),
            .before = {base::say(language, "circles_pledge_mail",
                                 {{"session", session.title}, {"date", base::long_date(pledge.date, language)}}),
                       "“" + pledge.body + "”", base::say(language, "circles_pledge_mail_ask")},
            .list = {},
            .link = mail::Link{base::say(language, "circles_pledge_mail_open"), session.address + "/feedback"},
            .after = {base::say(language, "circles_pledge_mail_why")}};
}

MailNotice mail_of(const DuePledge& pledge) {
    return {.kind = kind,
            .topic = MailTopic::pledges,
            .about = records::record_id(pledge.session_id),
            .was_told = [](db::Session&, base::PersonId) { return false; },  // those who were are not listed
            .insert_told = [&pledge](db::Tx& tx, base::PersonId) { insert_asked(tx, pledge); },
            .letter = [&pledge](db::Tx&, const records::Envelope& session,
                                base::Language language) { return letter_of(session, pledge, language); }};
}

void ask_all(const Post& post) {
    const auto today = base::bangkok_date(post.database.now());
    for (const auto days : asked_after) {
        const auto due = [&] { return list_due(*post.database.read(), today, days); }();
        for (const auto& pledge : due) tell_any(post, mail_of(pledge), {pledge.person_id});
    }
}

}  // namespace

void add_pledge_notices(jobs::Handlers& handlers, const Post& post) {
    add_round(handlers, kind, post, ask_all);
}

}  // namespace circles
