#include "circles/turns/turn_notices.hpp"

#include <algorithm>
#include <array>

#include "base/enum_names.hpp"
#include "base/locale.hpp"
#include "base/thai_calendar.hpp"
#include "circles/agreements/agreement_notices.hpp"
#include "circles/feedback/pledge_notices.hpp"
#include "circles/notices/thanks.hpp"
#include "circles/turns/turns.hpp"
#include "circles/use/follow_up_notices.hpp"

namespace circles {

namespace {

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
    bool to_keepers{};  // of the circle, where nobody of the host can be reached
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
    const std::string words = notice.to_keepers ? "circles_turn_mail_unreached" : "circles_turn_mail";
    mail::Letter letter{
        .language = language,
        .subject = base::say(language, words + "_subject", {{"days", days}, {"circle", circle.title}, {"host", host}}),
        .before = {base::say(language, words,
                             {{"host", host}, {"circle", circle.title}, {"date", base::long_date(notice.upcoming.on, language)}})},
        .list = {},
        .link = mail::Link{base::say(language, "circles_turn_mail_open"), circle.address + "/turns"},
        .after = {base::say(language, words + "_why", {{"host", host}})}};
    const auto left = to_make_ready(tx, notice, language);
    if (!left.empty()) letter.before.push_back(base::say(language, "circles_turn_mail_tasks", {{"tasks", left}}));
    return letter;
}

MailNotice mail_of(const Notice& notice) {
    return {.kind = kind,
            .topic = MailTopic::turns,
            .about = records::record_id(notice.circle),
            .was_told = [&notice](db::Session& db, base::PersonId person) { return was_told(db, notice, person); },
            .insert_told = [&notice](db::Tx& tx, base::PersonId person) { insert_told(tx, notice, person); },
            .letter = [&notice](db::Tx& tx, const records::Envelope& circle,
                                base::Language language) { return letter_of(tx, circle, notice, language); }};
}

void tell(const Post& post, Notice notice) {
    const auto hosts = [&] { return writers_of(*post.database.read(), notice.upcoming.turn.host_id); }();
    if (tell_any(post, mail_of(notice), hosts)) return;
    notice.to_keepers = true;
    const auto keepers = [&] { return keepers_of(*post.database.read(), notice.circle); }();
    tell_any(post, mail_of(notice), keepers);
}

void tell_of(const Post& post, CircleId circle, base::Date today) {
    const auto ahead = [&] {
        auto reading = post.database.read();
        return upcoming_turns(*reading, *records::find(*reading, records::record_id(circle)), today);
    }();
    for (const auto& upcoming : ahead)
        if (const auto days = notice_due(base::days_between(today, upcoming.on))) tell(post, {circle, upcoming, *days, false});
}

void tell_all(const Post& post) {
    const auto circles = [&] { return list_rotating(*post.database.read()); }();
    for (const auto circle : circles) tell_of(post, circle, base::bangkok_date(post.database.now()));
}

}  // namespace

void add_turn_notices(jobs::Handlers& handlers, db::Database& database, const mail::Postbox& postbox, Reach reach) {
    const Post post{database, postbox, std::move(reach)};
    add_round(handlers, kind, post, tell_all);
    add_pledge_notices(handlers, post);  // the door has one place for all notices of circles
    add_agreement_notices(handlers, post);
    add_follow_up_notices(handlers, post);
    add_thanks(handlers, post);
}

}  // namespace circles
