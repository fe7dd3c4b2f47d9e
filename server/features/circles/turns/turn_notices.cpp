#include "circles/turns/turn_notices.hpp"

#include <algorithm>
#include <array>

#include "base/enum_names.hpp"
#include "base/locale.hpp"
#include "base/thai_calendar.hpp"
#include "circles/agreements/agreement_notices.hpp"
#include "circles/feedback/pledge_notices.hpp"
#include "circles/turns/turns.hpp"
#include "mail/mail.hpp"

namespace circles {

namespace {

using namespace std::chrono_literals;

constexpr std::string_view kind = "circles.tell_hosts";

// Which notice it is time for; nothing on the day itself, or too early.
std::optional<int> notice_due(int days_left) {
    if (days_left < 1) return std::nullopt;
    for (const int days : std::array{1, 7, 14})
        if (days_left <= days) return days;
    return std::nullopt;
}

struct Notice {
    CircleId circle;
    UpcomingTurn upcoming;
    int days_ahead{};
};

bool was_told(db::Session& db, const Notice& notice, base::PersonId person) {
    return db.one<std::int64_t>(
               "SELECT count(*) FROM circles_turn_notices WHERE circle_id = $1 AND due = $2 AND meets_on = $3 AND host_id = $4"
               " AND days_ahead = $5 AND person_id = $6",
               notice.circle, notice.upcoming.turn.due, notice.upcoming.on, notice.upcoming.turn.host_id, notice.days_ahead, person) > 0;
}

void insert_told(db::Tx& tx, const Notice& notice, base::PersonId person) {
    tx.run(
        "INSERT INTO circles_turn_notices (circle_id, due, meets_on, host_id, days_ahead, person_id, at)"
        " VALUES ($1, $2, $3, $4, $5, $6, $7)",
        notice.circle, notice.upcoming.turn.due, notice.upcoming.on, notice.upcoming.turn.host_id, notice.days_ahead, person, tx.now());
}

std::vector<CircleId> list_rotating(db::Session& db) {
    return db.all<CircleId>(
        "SELECT DISTINCT h.circle_id FROM circles_hosts h JOIN records_v_records r ON r.id = h.circle_id"
        " WHERE h.left_on IS NULL AND r.state = 'published' ORDER BY h.circle_id");
}

// What is still to be made ready, in the reader's words.
std::string to_make_ready(db::Session& db, const Notice& notice, base::Language language) {
    const auto done = list_done(db, {notice.circle, notice.upcoming.turn.due, notice.upcoming.turn.host_id});
    std::string left;
    for (const auto task : base::names_of<HostTask>()) {
        if (std::ranges::find(done, base::named<HostTask>(task)) != done.end()) continue;
        if (!left.empty()) left += " · ";
        left += base::say(language, "circles_task_" + std::string(task));
    }
    return left;
}

mail::Letter letter_of(db::Tx& tx, const records::Envelope& circle, const Notice& notice, base::Language language) {
    const auto host = get_organiser(tx, notice.upcoming.turn.host_id).title;
    const std::int64_t days = base::days_between(base::bangkok_date(tx.now()), notice.upcoming.on);
    mail::Letter letter{
        .language = language,
        .subject = base::say(language, "circles_turn_mail_subject", {{"days", days}, {"circle", circle.title}}),
        .before = {base::say(language, "circles_turn_mail",
                             {{"host", host}, {"circle", circle.title}, {"date", base::long_date(notice.upcoming.on, language)}})},
        .list = {},
        .link = mail::Link{base::say(language, "circles_turn_mail_open"), circle.address + "/turns"},
        .after = {base::say(language, "circles_turn_mail_why", {{"host", host}})}};
    const auto left = to_make_ready(tx, notice, language);
    if (!left.empty()) letter.before.push_back(base::say(language, "circles_turn_mail_tasks", {{"tasks", left}}));
    return letter;
}

class Teller {
  public:
    Teller(db::Database& database, const mail::Postbox& postbox, const Reach& reach)
        : database_(database), postbox_(postbox), reach_(reach), today_(base::bangkok_date(database.now())) {}

    void tell_all() {
        const auto circles = [&] { return list_rotating(*database_.read()); }();
        for (const auto circle : circles) tell_of(circle);
    }

  private:
    void tell_of(CircleId circle) {
        const auto record = records::find(*database_.read(), records::record_id(circle));
        for (const auto& upcoming : upcoming_turns(*database_.read(), *record, today_))
            if (const auto days = notice_due(base::days_between(today_, upcoming.on))) tell(*record, {circle, upcoming, *days});
    }

    void tell(const records::Envelope& circle, const Notice& notice) {
        for (const auto& holder : records::list_holders(*database_.read(), notice.upcoming.turn.host_id))
            if (holder.role >= records::Role::contributor) tell_one(circle, notice, holder.person_id);
    }

    // Kept as told with the message itself: what could not be queued is tried at the next turn.
    void tell_one(const records::Envelope& circle, const Notice& notice, base::PersonId person) {
        const auto reader = reach_(*database_.read(), person);
        if (!reader || !records::find(*database_.read(), http::Viewer{.person = person}, circle.id)) return;
        database_.write([&](db::Tx& tx) {
            if (was_told(tx, notice, person)) return;
            const mail::Order order{kind, reader->to, letter_of(tx, circle, notice, reader->language), {}};
            if (mail::queue(tx, postbox_, order) == mail::Queued::yes) insert_told(tx, notice, person);
        });
    }

    db::Database& database_;
    const mail::Postbox& postbox_;
    const Reach& reach_;
    base::Date today_;
};

}  // namespace

void add_turn_notices(jobs::Handlers& handlers, db::Database& database, const mail::Postbox& postbox, Reach reach) {
    add_pledge_notices(handlers, database, postbox, reach);  // the door has one place for all notices of circles
    add_agreement_notices(handlers, database, postbox, reach);
    const auto tell = [&database, &postbox, reach = std::move(reach)](const std::string&) {
        // Nobody is woken by it: it goes out from the hour of the digest on.
        const auto hour = base::bangkok_time(database.now()).minutes / 60;
        if (postbox.settings.sends() && hour >= postbox.settings.digest_hour) Teller(database, postbox, reach).tell_all();
    };
    handlers[std::string{kind}] = {.work = tell, .every = 30min};
}

}  // namespace circles
