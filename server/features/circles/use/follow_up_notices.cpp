#include "circles/use/follow_up_notices.hpp"

#include "base/json/json.hpp"
#include "base/locale.hpp"
#include "base/thai_calendar.hpp"
#include "circles/use/follow_up.hpp"

namespace circles {

namespace {

constexpr std::string_view kind = "circles.ask_follow_ups";

// So long after its day a question that was never sent is not sent any more: a server that begins today does not ask about old years.
constexpr int late = 30;
constexpr int longest = 400;  // days after which a method may ask: method.hpp

struct HeldUse {
    UseId id;
    SessionId session_id;
    CircleId circle_id;
    base::Date date;
    std::string content;
};
BOOST_DESCRIBE_STRUCT(HeldUse, (), (id, session_id, circle_id, date, content))

std::vector<HeldUse> list_followed(db::Session& db, base::Date today) {
    return db.all<HeldUse>(
        "SELECT u.id, u.session_id, s.circle_id, s.date, u.content FROM circles_sessions s JOIN circles_uses u ON u.session_id = s.id"
        " AND u.removed = 0 AND u.follows_days > 0 JOIN records_v_records r ON r.id = s.id WHERE s.state = 'held'"
        " AND r.state = 'published' AND s.date BETWEEN $1 AND $2 ORDER BY u.id LIMIT 2000",
        base::add_days(today, -longest - late), today);
}

struct Question {
    const HeldUse& of;
    FollowUp due;
    std::vector<std::string> tries;  // what the host said they would do
    bool to_keepers{};
};

bool was_asked(db::Session& db, const Question& question, base::PersonId person) {
    return db.one<std::int64_t>("SELECT count(*) FROM circles_follow_up_notices WHERE use_id = $1 AND place = $2 AND person_id = $3",
                                question.of.id, question.due.place, person) > 0;
}

void insert_asked(db::Tx& tx, const Question& question, base::PersonId person) {
    tx.run("INSERT INTO circles_follow_up_notices (use_id, place, person_id, at) VALUES ($1, $2, $3, $4)", question.of.id,
           question.due.place, person, tx.now());
}

std::vector<std::string> what_was_promised(UseId use, const Method& method, const std::vector<CapturedAnswer>& answers) {
    std::vector<std::string> tries;
    for (const auto& answer : answers)
        if (answer.use_id == use && answer.part == AnswerPart::field &&
            method.fields.at(static_cast<std::size_t>(answer.place)).becomes == Becomes::agreement)
            tries.push_back("“" + answer.body + "”");
    return tries;
}

mail::Letter letter_of(const records::Envelope& session, const Question& question, base::Language language) {
    const std::string words = question.to_keepers ? "circles_follow_up_mail_keeper" : "circles_follow_up_mail";
    const std::int64_t days = base::days_between(question.of.date, question.due.due_on);
    mail::Letter letter{
        .language = language,
        .subject = base::say(language, words + "_subject", {{"days", days}, {"session", session.title}}),
        .before = {base::say(language, words, {{"session", session.title}, {"date", base::long_date(question.of.date, language)}})},
        .list = {},
        .link = mail::Link{base::say(language, "circles_follow_up_mail_open"), session.address + "/methods"},
        .after = {base::say(language, words + "_why")}};
    if (!question.tries.empty()) letter.before.push_back(base::say(language, "circles_follow_up_mail_tries"));
    letter.before.insert(letter.before.end(), question.tries.begin(), question.tries.end());
    letter.before.push_back(question.due.label);
    letter.before.push_back(base::say(language, words + "_ask"));
    return letter;
}

MailNotice mail_of(const Question& question) {
    return {.kind = kind,
            .topic = MailTopic::follow_ups,
            .about = records::record_id(question.of.session_id),
            .was_told = [&question](db::Session& db, base::PersonId person) { return was_asked(db, question, person); },
            .insert_told = [&question](db::Tx& tx, base::PersonId person) { insert_asked(tx, question, person); },
            .letter = [&question](db::Tx&, const records::Envelope& session,
                                  base::Language language) { return letter_of(session, question, language); }};
}

void ask(const Post& post, Question question) {
    const auto hosts = [&] { return list_hosts(*post.database.read(), question.of.session_id); }();
    if (tell_any(post, mail_of(question), hosts)) return;
    question.to_keepers = true;
    const auto keepers = [&] { return keepers_of(*post.database.read(), question.of.circle_id); }();
    tell_any(post, mail_of(question), keepers);
}

void ask_of(const Post& post, const HeldUse& use, base::Date today) {
    const auto method = json::read_own<Method>(use.content);
    const auto answers = [&] { return list_field_answers(*post.database.read(), use.session_id); }();
    for (const auto& due : follow_ups(use.id, method, use.date, answers)) {
        const auto days_past = base::days_between(due.due_on, today);
        if (!due.answered && days_past >= 0 && days_past <= late) ask(post, {use, due, what_was_promised(use.id, method, answers), false});
    }
}

void ask_all(const Post& post) {
    const auto today = base::bangkok_date(post.database.now());
    const auto uses = [&] { return list_followed(*post.database.read(), today); }();
    for (const auto& use : uses) ask_of(post, use, today);
}

}  // namespace

void add_follow_up_notices(jobs::Handlers& handlers, const Post& post) {
    add_round(handlers, kind, post, ask_all);
}

}  // namespace circles
