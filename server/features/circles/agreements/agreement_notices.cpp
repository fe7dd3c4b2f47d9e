#include "circles/agreements/agreement_notices.hpp"

#include <boost/describe.hpp>

#include "base/enum_names.hpp"
#include "base/locale.hpp"
#include "base/thai_calendar.hpp"
#include "circles/notices/notice.hpp"

namespace circles {

namespace {

constexpr std::string_view kind = "circles.tell_agreements";

enum class Stage : std::uint8_t { soon, after, keeper };
BOOST_DESCRIBE_ENUM(Stage, soon, after, keeper)

constexpr int soon_days = 7;
constexpr int after_days = 3;
constexpr int keeper_days = 14;
// So long after its day nobody is reminded any more: a server that begins today does not ask about old years.
constexpr int forgotten_days = 60;

struct OpenAgreement {
    AgreementId id;
    SessionId session_id;
    CircleId circle_id;
    std::string body;
    records::RecordId owner_id;
    base::Date due_on;
};
BOOST_DESCRIBE_STRUCT(OpenAgreement, (), (id, session_id, circle_id, body, owner_id, due_on))

std::vector<OpenAgreement> list_open(db::Session& db, base::Date today) {
    return db.all<OpenAgreement>(
        "SELECT a.id, a.session_id, s.circle_id, a.body, a.owner_id, a.due_on FROM circles_agreements a"
        " JOIN circles_sessions s ON s.id = a.session_id JOIN records_v_records r ON r.id = s.id"
        " WHERE a.state = 'open' AND a.due_on BETWEEN $1 AND $2 AND r.state = 'published' ORDER BY a.id LIMIT 2000",
        base::add_days(today, -forgotten_days), base::add_days(today, soon_days));
}

// What it is time for with whose it is.
std::optional<Stage> stage_of_owner(int days_left) {
    if (days_left >= 0 && days_left <= soon_days) return Stage::soon;
    if (days_left <= -after_days) return Stage::after;
    return std::nullopt;
}

struct Notice {
    OpenAgreement agreement;
    Stage stage{};
    bool to_keepers{};  // of the circle: also in the place of whose it is
};

bool was_told(db::Session& db, const Notice& notice, base::PersonId person) {
    return db.one<std::int64_t>(
               "SELECT count(*) FROM circles_agreement_notices WHERE agreement_id = $1 AND due_on = $2 AND stage = $3 AND person_id = $4",
               notice.agreement.id, notice.agreement.due_on, notice.stage, person) > 0;
}

void insert_told(db::Tx& tx, const Notice& notice, base::PersonId person) {
    tx.run("INSERT INTO circles_agreement_notices (agreement_id, due_on, stage, person_id, at) VALUES ($1, $2, $3, $4, $5)",
           notice.agreement.id, notice.agreement.due_on, notice.stage, person, tx.now());
}

mail::Letter letter_of(const records::Envelope& session, const records::Envelope& circle, const Notice& notice, base::Language language) {
    const auto words = "circles_agreement_mail_" +
                       std::string(base::name_of(notice.to_keepers && notice.stage == Stage::after ? Stage::keeper : notice.stage));
    return {
        .language = language,
        .subject = base::say(language, words + "_subject", {{"circle", circle.title}}),
        .before = {base::say(language, words, {{"session", session.title}, {"date", base::long_date(notice.agreement.due_on, language)}}),
                   "“" + notice.agreement.body + "”", base::say(language, "circles_agreement_mail_ask")},
        .list = {},
        .link = mail::Link{base::say(language, "circles_agreement_mail_open"), circle.address + "/agreements"},
        .after = {base::say(language, "circles_agreement_mail_why")}};
}

MailNotice mail_of(const Notice& notice) {
    return {.kind = kind,
            .topic = MailTopic::agreements,
            .about = records::record_id(notice.agreement.session_id),
            .was_told = [&notice](db::Session& db, base::PersonId person) { return was_told(db, notice, person); },
            .insert_told = [&notice](db::Tx& tx, base::PersonId person) { insert_told(tx, notice, person); },
            .letter =
                [&notice](db::Tx& tx, const records::Envelope& session, base::Language language) {
                    const auto circle = *records::find(tx, records::record_id(notice.agreement.circle_id));
                    return letter_of(session, circle, notice, language);
                }};
}

// The person, or who writes for the organisation; nobody where only a name is known.
std::vector<base::PersonId> whose(db::Session& db, const OpenAgreement& agreement) {
    const auto owner = agreement.owner_id ? records::find(db, agreement.owner_id) : std::nullopt;
    if (!owner) return {};
    if (owner->kind == "person") return {base::PersonId{owner->id.value}};
    return writers_of(db, owner->id);
}

void tell_keepers(const Post& post, const OpenAgreement& agreement, Stage stage) {
    const Notice notice{agreement, stage, true};
    const auto keepers = [&] { return keepers_of(*post.database.read(), agreement.circle_id); }();
    tell_any(post, mail_of(notice), keepers);
}

void remind(const Post& post, const OpenAgreement& agreement, base::Date today) {
    const auto days_left = base::days_between(today, agreement.due_on);
    const bool is_for_keepers = days_left <= -keeper_days;
    if (const auto stage = stage_of_owner(static_cast<int>(days_left))) {
        const Notice notice{agreement, *stage, false};
        const auto owners = [&] { return whose(*post.database.read(), agreement); }();
        if (!tell_any(post, mail_of(notice), owners) && !is_for_keepers) tell_keepers(post, agreement, *stage);
    }
    if (is_for_keepers) tell_keepers(post, agreement, Stage::keeper);
}

void remind_all(const Post& post) {
    const auto today = base::bangkok_date(post.database.now());
    const auto open = [&] { return list_open(*post.database.read(), today); }();
    for (const auto& agreement : open) remind(post, agreement, today);
}

}  // namespace

void add_agreement_notices(jobs::Handlers& handlers, const Post& post) {
    add_round(handlers, kind, post, remind_all);
}

}  // namespace circles
