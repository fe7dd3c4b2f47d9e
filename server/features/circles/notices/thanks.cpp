#include "circles/notices/thanks.hpp"

#include "base/locale.hpp"
#include "base/thai_calendar.hpp"
#include "circles/outside/words.hpp"

namespace circles {

namespace {

constexpr std::string_view kind = "circles.thank";
constexpr int within_days = 14;

struct Came {
    SessionId session_id;
    base::PersonId person_id;
};
BOOST_DESCRIBE_STRUCT(Came, (), (session_id, person_id))

std::vector<Came> list_to_thank(db::Session& db, base::Date today) {
    return db.all<Came>(
        "SELECT p.session_id, p.person_id FROM circles_people p JOIN circles_sessions s ON s.id = p.session_id"
        " JOIN records_v_records r ON r.id = s.id WHERE s.state = 'held' AND r.state = 'published' AND p.came = 1 AND p.person_id <> 0"
        " AND s.date BETWEEN $1 AND $2 AND NOT EXISTS (SELECT 1 FROM circles_thanked t WHERE t.session_id = p.session_id"
        " AND t.person_id = p.person_id) ORDER BY p.session_id, p.person_id LIMIT 2000",
        base::add_days(today, -within_days), base::add_days(today, -1));
}

void insert_thanked(db::Tx& tx, const Came& came) {
    tx.run("INSERT INTO circles_thanked (session_id, person_id, at) VALUES ($1, $2, $3) ON CONFLICT (session_id, person_id) DO NOTHING",
           came.session_id, came.person_id, tx.now());
}

mail::Letter letter_of(db::Session& db, const records::Envelope& session, const Came& came, base::Language language) {
    const auto day = *find_day(db, {.person = came.person_id}, session.id);
    return {.language = language,
            .subject = base::say(language, "circles_thanks_mail_subject", {{"session", session.title}}),
            .before = paragraphs(thanks(day, get_summary(db, session.id), language)),
            .list = {{base::say(language, "circles_thanks_mail_open"), session.address}},
            .link = mail::Link{base::say(language, "circles_thanks_mail_feedback"), session.address + "/feedback"},
            .after = {base::say(language, "circles_thanks_mail_why")}};
}

MailNotice mail_of(const Came& came) {
    return {.kind = kind,
            .topic = MailTopic::thanks,
            .about = records::record_id(came.session_id),
            .was_told = [](db::Session&, base::PersonId) { return false; },  // those who were are not listed
            .insert_told = [&came](db::Tx& tx, base::PersonId) { insert_thanked(tx, came); },
            .letter = [&came](db::Tx& tx, const records::Envelope& session,
                              base::Language language) { return letter_of(tx, session, came, language); }};
}

void thank_all(const Post& post) {
    const auto today = base::bangkok_date(post.database.now());
    const auto came = [&] { return list_to_thank(*post.database.read(), today); }();
    for (const auto& each : came) tell_any(post, mail_of(each), {each.person_id});
}

}  // namespace

void add_thanks(jobs::Handlers& handlers, const Post& post) {
    add_round(handlers, kind, post, thank_all);
}

}  // namespace circles
