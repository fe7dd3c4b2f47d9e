#include "circles/rhythm/plan_session.hpp"

#include "base/first_words.hpp"
#include "circles/session/session_reply.hpp"
#include "journal/journal.hpp"

namespace circles {

records::Description describe(const SessionForm& form, base::AreaId circle_area) {
    auto summary = base::or_empty(form.summary);
    if (summary.empty()) summary = base::or_empty(form.key_question);
    if (summary.empty() && form.transparency) summary = form.transparency->issue.value;
    return {.title = form.title.value,
            .summary = base::first_words(summary),
            .area_id = form.area.value_or(circle_area),
            .happened_on = form.date};
}

records::Envelope add_session(db::Tx& tx, base::PersonId actor, const records::Envelope& circle, const SessionForm& form) {
    const auto record = records::insert(tx, actor,
                                        {.kind = "session",
                                         .collection = "sessions",
                                         .owner_id = circle.owner_id,
                                         .within_id = circle.id,
                                         .state = records::State::published,
                                         .description = describe(form, circle.area_id),
                                         .audience = records::audience_inside(tx, circle.id)});
    records::require_published_outer(tx, record);
    const SessionId id{record.id.value};
    insert_session(tx, id, {circle.id.value}, form);
    refresh_text(tx, id);
    journal::record(tx, actor, "circles.session_planned", {record.id, record.version, json::write(form)});
    return record;
}

}  // namespace circles
