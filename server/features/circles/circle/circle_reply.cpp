#include "circles/circle/circle_reply.hpp"

#include <algorithm>

#include "circles/rhythm/rhythm.hpp"

namespace circles {

static constexpr int weeks_ahead = 9;
static constexpr std::size_t most_expected = 4;

static std::vector<base::Date> expected_days(const std::vector<LaidOut>& ahead, base::Date today) {
    std::vector<base::Date> days;
    for (const auto& day : ahead)
        if (days.size() < most_expected && awaits_a_plan(day) && *day.on >= today) days.push_back(*day.on);
    return days;
}

CircleReply circle_reply(db::Session& db, const http::Viewer& viewer, const records::Found& found, base::Date today) {
    const CircleId id{found.envelope.id.value};
    const auto row = get_circle(db, id);
    CircleReply reply{
        .record = found.envelope,
        .kind = row.kind,
        .dialogue = is_dialogue(row.kind),
        .level = row.level,
        .phase = row.phase,
        .purpose = row.purpose,
        .project = row.project,
        .organiser = get_organiser(db, found.envelope.owner_id),
        .rhythm = rhythm(row),
        .place = row.place,
        .place_kind = row.place_kind,
        .starts = row.starts,
        .ends = row.ends,
        .since = row.since,
        .held_before = row.held_before,
        .agreements_wanted = row.agreements_wanted,
        .counters = count(db, id, row),
        .next = {},
        .latest = list_newest_first(db, viewer, {.circle = id, .to = today, .limit = {{10}}}),
        .expected = {},
        .rights = records::rights(found),
    };
    const auto ahead = list_oldest_first(db, viewer, {.circle = id, .from = today, .limit = {{60}}});
    const auto next = std::ranges::find(ahead, SessionState::planned, &SessionCard::state);
    if (next != ahead.end()) reply.next = *next;
    reply.expected = expected_days(list_laid_out(db, viewer, found.envelope, {today, base::add_days(today, 7 * weeks_ahead)}), today);
    return reply;
}

}  // namespace circles
