#include "circles/outside/summary.hpp"

#include "circles/notices/mail_ends.hpp"
#include "circles/session/agreements.hpp"
#include "circles/session/said_queries.hpp"
#include "circles/session/session_queries.hpp"

namespace circles {

Summary get_summary(db::Session& db, records::RecordId session) {
    const SessionId id{session.value};
    const auto row = get_session(db, id);
    Summary summary{.key_question = row.key_question, .result = row.seen_result, .people = row.people, .points = {}, .agreements = {}};
    for (const auto& point : list_points(db, id)) {
        if (point.consent == Consent::circle || point.kind == PointKind::story) continue;  // a story is too long for a line
        const auto shown = shown_to_all(point);
        summary.points.push_back({shown.body, shown.speaker.value_or("")});
    }
    for (const auto& agreement : list_agreements(db, id)) summary.agreements.push_back({agreement.body, agreement.owner, agreement.due_on});
    return summary;
}

bool is_thanked(db::Session& db, records::RecordId session, base::PersonId person) {
    const auto came = db.one<std::int64_t>("SELECT count(*) FROM circles_people WHERE session_id = $1 AND person_id = $2 AND came = 1",
                                           session, person) > 0;
    return came && !has_ended(db, {person}, MailTopic::thanks);
}

}  // namespace circles
