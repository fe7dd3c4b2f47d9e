#include "circles/agreements/agreement_notices.hpp"

#include <boost/describe.hpp>

#include "base/enum_names.hpp"
#include "base/locale.hpp"
#include "base/thai_calendar.hpp"
#include "circles/circles.hpp"
#include "mail/mail.hpp"
#include "records/records.hpp"

namespace circles {

namespace {

using namespace std::chrono_literals;

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

class Reminder {
  public:
    Reminder(db::Database& database, const mail::Postbox& postbox, const Reach& reach)
        : database_(database), postbox_(postbox), reach_(reach), today_(base::bangkok_date(database.now())) {}

    void remind_all() {
        const auto open = [&] { return list_open(*database_.read(), today_); }();
        for (const auto& agreement : open) remind(agreement);
    }

  private:
    void remind(const OpenAgreement& agreement) {
        const auto days_left = base::days_between(today_, agreement.due_on);
        const bool is_for_keepers = days_left <= -keeper_days;
        if (const auto stage = stage_of_owner(static_cast<int>(days_left)))
            if (!tell_all({agreement, *stage}, whose(agreement)) && !is_for_keepers)
                tell_all({agreement, *stage, true}, keepers_of(agreement));
        if (is_for_keepers) tell_all({agreement, Stage::keeper, true}, keepers_of(agreement));
    }

    std::vector<base::PersonId> keepers_of(const OpenAgreement& agreement) { return writers_of(records::record_id(agreement.circle_id)); }

    // The person, or who writes for the organisation; nobody where only a name is known.
    std::vector<base::PersonId> whose(const OpenAgreement& agreement) {
        const auto owner = agreement.owner_id ? records::find(*database_.read(), agreement.owner_id) : std::nullopt;
        if (!owner) return {};
        if (owner->kind == "person") return {base::PersonId{owner->id.value}};
        return writers_of(owner->id);
    }

    std::vector<base::PersonId> writers_of(records::RecordId scope) {
        std::vector<base::PersonId> writers;
        for (const auto& holder : records::list_holders(*database_.read(), scope))
            if (holder.role >= records::Role::contributor) writers.push_back(holder.person_id);
        return writers;
    }

    // Whether anybody of them can be reached.
    bool tell_all(const Notice& notice, const std::vector<base::PersonId>& people) {
        bool reached = false;
        for (const auto person : people) reached = tell(notice, person) || reached;
        return reached;
    }

    // Kept as told with the message itself: what could not be queued is tried at the next turn. False where no mail reaches the person, or
    // where the session is not theirs to read.
    bool tell(const Notice& notice, base::PersonId person) {
        const auto reader = reach_(*database_.read(), person);
        const auto session =
            records::find(*database_.read(), http::Viewer{.person = person}, records::record_id(notice.agreement.session_id));
        const auto circle = records::find(*database_.read(), records::record_id(notice.agreement.circle_id));
        if (!reader || !session || !circle || !records::may_read(records::guard(session->envelope), session->ties)) return false;
        database_.write([&](db::Tx& tx) {
            if (was_told(tx, notice, person)) return;
            const mail::Order order{kind, reader->to, letter_of(session->envelope, *circle, notice, reader->language), {}};
            if (mail::queue(tx, postbox_, order) == mail::Queued::yes) insert_told(tx, notice, person);
        });
        return true;
    }

    db::Database& database_;
    const mail::Postbox& postbox_;
    const Reach& reach_;
    base::Date today_;
};

}  // namespace

void add_agreement_notices(jobs::Handlers& handlers, db::Database& database, const mail::Postbox& postbox, Reach reach) {
    const auto remind = [&database, &postbox, reach = std::move(reach)](const std::string&) {
        // Nobody is woken by it: it goes out from the hour of the digest on.
        const auto hour = base::bangkok_time(database.now()).minutes / 60;
        if (postbox.settings.sends() && hour >= postbox.settings.digest_hour) Reminder(database, postbox, reach).remind_all();
    };
    handlers[std::string{kind}] = {.work = remind, .every = 30min};
}

}  // namespace circles
