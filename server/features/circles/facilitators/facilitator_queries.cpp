#include <charconv>

#include "base/json/json.hpp"
#include "circles/facilitators/facilitators.hpp"
#include "circles/use/use_queries.hpp"

namespace circles {

void put_facilitator(db::Tx& tx, base::PersonId actor, records::RecordId organisation, const FacilitatorForm& form) {
    tx.run(
        "INSERT INTO circles_facilitators (organisation_id, person_id, unit, skills, added_by, added_at) VALUES ($1, $2, $3, $4, $5, $6)"
        " ON CONFLICT (organisation_id, person_id) DO UPDATE SET unit = excluded.unit, skills = excluded.skills",
        organisation, form.person, base::or_empty(form.unit), base::or_empty(form.skills), actor, tx.now());
}

bool remove_facilitator(db::Tx& tx, records::RecordId organisation, base::PersonId person) {
    return !tx.all<base::PersonId>("DELETE FROM circles_facilitators WHERE organisation_id = $1 AND person_id = $2 RETURNING person_id",
                                   organisation, person)
                .empty();
}

std::vector<PoolRow> list_pool(db::Session& db, records::RecordId organisation) {
    return db.all<PoolRow>("SELECT person_id, unit, skills FROM circles_facilitators WHERE organisation_id = $1 ORDER BY person_id",
                           organisation);
}

void insert_away(db::Tx& tx, records::RecordId organisation, const AwayForm& form) {
    tx.run("INSERT INTO circles_away (id, organisation_id, person_id, first_day, last_day, reason) VALUES ($1, $2, $3, $4, $5, $6)",
           tx.new_id<AwayId>(), organisation, form.person, form.from, form.to, base::or_empty(form.reason));
}

bool remove_away(db::Tx& tx, records::RecordId organisation, AwayId id) {
    return !tx.all<AwayId>("DELETE FROM circles_away WHERE organisation_id = $1 AND id = $2 RETURNING id", organisation, id).empty();
}

std::vector<Away> list_away(db::Session& db, records::RecordId organisation, base::Date from) {
    return db.all<Away>(
        "SELECT id, person_id, first_day AS \"from\", last_day AS \"to\", reason FROM circles_away"
        " WHERE organisation_id = $1 AND last_day >= $2 ORDER BY first_day, id",
        organisation, from);
}

std::vector<LedSession> list_led(db::Session& db, const http::Viewer& viewer, records::RecordId organisation) {
    return db.all<LedSession>(
        "SELECT p.person_id, p.name, s.id AS session_id, s.date, s.starts, s.ends FROM circles_people p"
        " JOIN circles_sessions s ON s.id = p.session_id JOIN records_v_records r ON r.id = s.id"
        " WHERE p.role = 'facilitator' AND p.came = 1 AND p.person_id <> 0 AND s.state = 'held' AND r.state = 'published'"
        " AND (r.owner_id = $2 OR p.person_id IN (SELECT f.person_id FROM circles_facilitators f WHERE f.organisation_id = $2))"
        " AND " RECORDS_MAY_READ " ORDER BY s.date, s.id, p.id",
        viewer.person, organisation);
}

struct PracticeRow {
    SessionId session_id;
    UseId use_id;
    base::Date date;
    std::string content;
};
BOOST_DESCRIBE_STRUCT(PracticeRow, (), (session_id, use_id, date, content))

static std::optional<double> number_in(const std::string& text) {
    double number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc{} && end == text.data() + text.size() ? std::optional(number) : std::nullopt;
}

// The first field that names somebody is the trainee's, the last number the hours that they led; a copy may ask for more between them.
static PracticeSession practice_of(const PracticeRow& row, const Method& method, const std::vector<CapturedAnswer>& answers) {
    PracticeSession practice{"", row.session_id, row.date, {}};
    for (std::size_t i = 0; i < method.fields.size(); ++i) {
        const auto kind = method.fields[i].kind;
        for (const auto& answer : answers) {
            if (answer.use_id != row.use_id || answer.part != AnswerPart::field || answer.place != static_cast<std::int64_t>(i)) continue;
            if (kind == FieldKind::person && practice.trainee.empty()) practice.trainee = answer.body;
            if (kind == FieldKind::number) practice.hours = number_in(answer.body);
        }
    }
    return practice;
}

std::vector<PracticeSession> list_practices(db::Session& db, const http::Viewer& viewer, records::RecordId organisation) {
    std::vector<PracticeSession> practices;
    for (const auto& row : db.all<PracticeRow>(
             "SELECT s.id AS session_id, u.id AS use_id, s.date, u.content FROM circles_uses u JOIN circles_sessions s ON s.id ="
             " u.session_id JOIN records_v_records r ON r.id = s.id WHERE u.removed = 0 AND s.state = 'held' AND r.state = 'published'"
             " AND r.owner_id = $2 AND u.content LIKE '%\"practice\"%' AND " RECORDS_MAY_READ " ORDER BY s.date, u.id",
             viewer.person, organisation)) {
        const auto method = json::read_own<Method>(row.content);
        if (method.kind != CircleKind::practice) continue;
        auto practice = practice_of(row, method, list_field_answers(db, row.session_id));
        if (!practice.trainee.empty()) practices.push_back(std::move(practice));
    }
    return practices;
}

std::vector<Engaged> list_engaged(db::Session& db, records::RecordId organisation, base::Date from) {
    return db.all<Engaged>(
        "SELECT p.person_id, s.date, s.starts, s.ends FROM circles_people p JOIN circles_sessions s ON s.id = p.session_id"
        " JOIN records_v_records r ON r.id = s.id JOIN circles_facilitators f ON f.person_id = p.person_id AND f.organisation_id = $1"
        " WHERE p.role = 'facilitator' AND s.state = 'planned' AND r.state = 'published' AND s.date >= $2 ORDER BY s.date, s.id",
        organisation, from);
}

std::vector<FeedbackSum> list_heard(db::Session& db, records::RecordId organisation) {
    return db.all<FeedbackSum>(
        "SELECT p.person_id, count(*) AS answers, CAST(sum(b.useful) AS BIGINT) AS useful FROM circles_people p"
        " JOIN circles_sessions s ON s.id = p.session_id JOIN records_v_records r ON r.id = s.id"
        " JOIN circles_feedback b ON b.session_id = s.id WHERE p.role = 'facilitator' AND p.came = 1 AND p.person_id <> 0"
        " AND s.state = 'held' AND r.owner_id = $1 GROUP BY p.person_id",
        organisation);
}

std::vector<base::PersonId> list_facilitators_of(db::Session& db, SessionId session) {
    return db.all<base::PersonId>(
        "SELECT person_id FROM circles_people WHERE session_id = $1 AND role = 'facilitator' AND person_id <> 0 ORDER BY id", session);
}

}  // namespace circles
