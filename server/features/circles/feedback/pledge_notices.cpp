#include "circles/feedback/pledge_notices.hpp"

#include "base/locale.hpp"
#include "base/thai_calendar.hpp"
#include "circles/feedback/feedback.hpp"
#include "mail/mail.hpp"

namespace circles {

namespace {

using namespace std::chrono_literals;

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

class Asker {
  public:
    Asker(db::Database& database, const mail::Postbox& postbox, const Reach& reach)
        : database_(database), postbox_(postbox), reach_(reach), today_(base::bangkok_date(database.now())) {}

    void ask_all() {
        for (const auto days : asked_after) {
            const auto due = [&] { return list_due(*database_.read(), today_, days); }();
            for (const auto& pledge : due) ask(pledge);
        }
    }

  private:
    // Kept as asked with the message itself: what could not be queued is tried at the next turn.
    void ask(const DuePledge& pledge) {
        const auto reader = reach_(*database_.read(), pledge.person_id);
        const auto session =
            records::find(*database_.read(), http::Viewer{.person = pledge.person_id}, records::record_id(pledge.session_id));
        if (!reader || !session || !records::may_read(records::guard(session->envelope), session->ties)) return;
        database_.write([&](db::Tx& tx) {
            const mail::Order order{kind, reader->to, letter_of(session->envelope, pledge, reader->language), {}};
            if (mail::queue(tx, postbox_, order) == mail::Queued::yes) insert_asked(tx, pledge);
        });
    }

    db::Database& database_;
    const mail::Postbox& postbox_;
    const Reach& reach_;
    base::Date today_;
};

}  // namespace

void add_pledge_notices(jobs::Handlers& handlers, db::Database& database, const mail::Postbox& postbox, Reach reach) {
    const auto ask = [&database, &postbox, reach = std::move(reach)](const std::string&) {
        // Nobody is woken by it: it goes out from the hour of the digest on.
        const auto hour = base::bangkok_time(database.now()).minutes / 60;
        if (postbox.settings.sends() && hour >= postbox.settings.digest_hour) Asker(database, postbox, reach).ask_all();
    };
    handlers[std::string{kind}] = {.work = ask, .every = 30min};
}

}  // namespace circles
