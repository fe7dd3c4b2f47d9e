#include "circles/session/session_reply.hpp"

#include <algorithm>

#include "circles/capture/voice.hpp"
#include "circles/consent/inside.hpp"
#include "circles/groups/breakout_reply.hpp"
#include "circles/session/said_queries.hpp"
#include "circles/tree/issue.hpp"
#include "circles/use/use_reply.hpp"

namespace circles {

CircleLine circle_line(db::Session& db, const http::Viewer& viewer, CircleId id) {
    const auto row = get_circle(db, id);
    CircleLine line{id, "", "", row.kind, is_dialogue(row.kind), row.agreements_wanted};
    const auto found = records::find(db, viewer, records::record_id(id));
    if (found && records::may_read(records::guard(found->envelope), found->ties)) {
        line.title = found->envelope.title;
        line.address = found->envelope.address;
    }
    return line;
}

ProcessNotes process_notes(const SessionRow& row) {
    return {{row.check_in}, {row.tool}, {row.steps}, {row.mood}, {row.would_change}};
}

std::vector<Point> points_for(db::Session& db, const http::Viewer& viewer, const records::Found& session) {
    const auto seen = sight(session);
    const SessionId id{session.envelope.id.value};
    const auto voices = list_voices(db, id);
    const auto passed = passed_on_from(db, viewer, id);
    const auto agreements = list_agreements(db, id);
    std::vector<Point> points;
    for (const auto& row : list_points(db, id)) {
        if (!may_see(row, seen, viewer.person)) continue;
        auto point = shown_to(row, viewer.person);
        if (const auto voice = voices.find(row.id); voice != voices.end() && may_hear(row, seen, viewer.person))
            point.voice = voice->second;
        if (const auto issues = passed.find(row.id); issues != passed.end()) point.passed_on = issues->second;
        if (const auto agreed = std::ranges::find(agreements, std::optional(row.id), &Agreement::point_id); agreed != agreements.end())
            point.agreement = agreed->id;
        // A recording without words is nothing to whom it may not be played.
        if (!point.body.empty() || point.voice) points.push_back(std::move(point));
    }
    return points;
}

std::vector<Attendee> people_for(db::Session& db, const records::Found& session) {
    const auto seen = sight(session);
    std::vector<Attendee> people;
    for (auto& attendee : list_people(db, {session.envelope.id.value}))
        if (may_see(attendee, seen)) people.push_back(std::move(attendee));
    return people;
}

SessionReply session_reply(db::Session& db, const http::Viewer& viewer, const records::Found& found, base::Date today) {
    const SessionId id{found.envelope.id.value};
    const auto row = get_session(db, id);
    const auto seen = sight(found);
    return {
        .record = found.envelope,
        .circle = circle_line(db, viewer, row.circle_id),
        .organiser = get_organiser(db, found.envelope.owner_id),
        .host = find_host(db, found.envelope, today),
        .state = row.state,
        .ordinal = row.ordinal,
        .said_ordinal = row.said_ordinal,
        .date = row.date,
        .starts = row.starts,
        .ends = row.ends,
        .place = row.place,
        .place_kind = row.place_kind,
        .reason = row.reason,
        .moved_to = row.moved_to ? find_address(db, viewer, *row.moved_to) : std::nullopt,
        .key_question = row.key_question,
        .planned_result = row.planned_result,
        .seen_result = row.seen_result,
        .agenda = list_agenda(db, id),
        .process = seen > Sight::outsider ? std::optional(process_notes(row)) : std::nullopt,
        .transparency = {{row.issue}, {row.took_part}, {row.result}, {row.result_use}},
        .heads = get_heads(db, id),
        .people_count = row.people,
        .answers = count_answers(db, id, viewer.person),
        .people = people_for(db, found),
        .points = points_for(db, viewer, found),
        .agreements = list_agreements(db, id),
        .photos = files::list_held(db, id.value),
        .photos_inside = seen > Sight::outsider ? list_inside(db, id) : std::vector<InsideFile>{},
        .differences = seen == Sight::editor ? list_differences(db, viewer, id) : std::vector<Difference>{},
        .topics = list_topics_of_session(db, viewer, id),
        .previous = find_before(db, viewer, row.circle_id, row.date, id),
        .next = find_after(db, viewer, row.circle_id, row.date, id),
        .methods = count_uses(db, id),
        .breakouts = count_breakouts(db, id),
        .issues = count_issues(db, id),
        .rights = records::rights(found),
        .sight = seen,
    };
}

static void add_line(std::string& text, std::string_view line) {
    if (line.empty()) return;
    text += line;
    text += '\n';
}

void refresh_text(db::Tx& tx, SessionId id) {
    const auto row = get_session(tx, id);
    std::string text;
    for (const auto& line : {row.key_question, row.place, row.planned_result, row.seen_result, row.issue, row.result, row.result_use})
        add_line(text, line);
    for (const auto& block : list_agenda(tx, id))
        for (const auto& line :
             {block.title.value, base::or_empty(block.speaker), base::or_empty(block.method), base::or_empty(block.output)})
            add_line(text, line);
    for (const auto& point : list_points(tx, id)) {
        if (point.consent == Consent::circle) continue;
        const auto shown = shown_to_all(point);
        for (const auto& line : {shown.title, shown.body, shown.speaker.value_or("")}) add_line(text, line);
    }
    for (const auto& agreement : list_agreements(tx, id)) add_line(text, agreement.body);
    for (const auto& line : words_of_uses(tx, id)) add_line(text, line);
    for (const auto& line : words_of_groups(tx, id)) add_line(text, line);
    records::set_text(tx, records::record_id(id), text);
}

}  // namespace circles
