#include "circles/turns/turns.hpp"

#include <algorithm>

#include "circles/rhythm/rhythm.hpp"

namespace circles {

namespace {

// A session that is recorded late keeps its turn so long.
constexpr int days_back = 120;
constexpr int days_ahead = 400;
constexpr std::size_t most_ahead = 24;

// Its session waits to be held, or is still to be planned.
bool lies_ahead(const LaidOut& day, base::Date today) {
    if (!day.on) return false;
    return day.session ? day.session->state == SessionState::planned : *day.on >= today;
}

std::vector<LaidOut> list_days_ahead(db::Session& db, const records::Envelope& circle, base::Date today) {
    const CircleId id{circle.id.value};
    const Span span{base::add_days(today, -days_back), base::add_days(today, days_ahead)};
    const auto rule = ruled(db, id, get_circle(db, id), circle.happened_on);
    auto days =
        lay_out(list_meeting_days(db, rule, span.from, span.to), list_bare_sessions(db, id, span.from, span.to), list_moves(db, id));
    std::erase_if(days, [&](const LaidOut& day) { return !lies_ahead(day, today); });
    // Two sessions of one day are one turn.
    const auto twice = std::ranges::unique(days, {}, &LaidOut::due);
    days.erase(twice.begin(), twice.end());
    return days;
}

Party party(db::Session& db, HostId host) {
    const auto known = get_organiser(db, host);
    return {known.id, known.title, known.address};
}

std::optional<SessionLine> session_line(const std::vector<SessionCard>& cards, std::optional<SessionId> id) {
    const auto card = id ? std::ranges::find(cards, *id, &SessionCard::id) : cards.end();
    if (card == cards.end()) return std::nullopt;
    return SessionLine{card->address, card->title, card->ordinal};
}

TurnLine line_of(db::Session& db, const http::Viewer& viewer, CircleId circle, const UpcomingTurn& upcoming) {
    const auto& turn = upcoming.turn;
    TurnLine line{.due = turn.due,
                  .on = upcoming.on,
                  .host = party(db, turn.host_id),
                  .turn_of = party(db, turn.turn_of),
                  .came_by = turn.came_by,
                  .passed = {},
                  .session = {},
                  .done = list_done(db, {circle, turn.due, turn.host_id}),
                  .mine = makes_ready(db, viewer, turn.host_id)};
    for (const auto host : turn.passed) line.passed.push_back(party(db, host));
    return line;
}

TurnLine line_of(db::Session& db, const KeptTurn& kept) {
    return {.due = kept.due,
            .on = kept.due,
            .host = party(db, kept.host_id),
            .turn_of = party(db, kept.turn_of.value_or(kept.host_id)),
            .came_by = kept.came_by,
            .passed = {},
            .session = {},
            .done = {}};
}

HostLine host_line(db::Session& db, const Host& host, const Rotation& rotation, const TurnsReply& reply) {
    HostLine line{.host = party(db, host.host_id), .left_on = host.left_on};
    for (const auto& past : reply.past) {
        if (past.host.id != host.host_id) continue;
        ++line.hosted;
        if (!line.last) line.last = past.on;
    }
    line.passed = std::ranges::count(rotation.passes, host.host_id, &Pass::host_id);
    const auto next = std::ranges::find(reply.ahead, host.host_id, [](const TurnLine& turn) { return turn.host.id; });
    if (next != reply.ahead.end()) line.next = next->on;
    return line;
}

}  // namespace

std::vector<UpcomingTurn> upcoming_turns(db::Session& db, const records::Envelope& circle, base::Date today) {
    const auto days = list_days_ahead(db, circle, today);
    std::vector<base::Date> dues;
    dues.reserve(days.size());
    for (const auto& day : days) dues.push_back(day.due);
    std::vector<UpcomingTurn> upcoming;
    for (auto& turn : turns(get_rotation(db, {circle.id.value}), dues)) {
        const auto& day = *std::ranges::find(days, turn.due, &LaidOut::due);
        upcoming.push_back({std::move(turn), *day.on, day.session ? std::optional(day.session->id) : std::nullopt});
    }
    return upcoming;
}

bool makes_ready(db::Session& db, const http::Viewer& viewer, HostId host) {
    return viewer.person && records::role_in(db, viewer.person, host) >= records::Role::contributor;
}

TurnsReply turns_reply(db::Session& db, const http::Viewer& viewer, const records::Found& circle, base::Date today) {
    const CircleId id{circle.envelope.id.value};
    const auto rotation = get_rotation(db, id);
    const auto cards = list_newest_first(db, viewer, {.circle = id, .limit = {{500}}});
    TurnsReply reply{.record = circle.envelope, .hosts = {}, .ahead = {}, .past = {}, .rights = records::rights(circle)};
    for (const auto& upcoming : upcoming_turns(db, circle.envelope, today)) {
        if (reply.ahead.size() == most_ahead) break;
        reply.ahead.push_back(line_of(db, viewer, id, upcoming));
        reply.ahead.back().session = session_line(cards, upcoming.session);
    }
    for (const auto& kept : rotation.kept) {
        if (!kept.turn_of) continue;
        auto line = line_of(db, kept);
        line.session = session_line(cards, kept.session_id);
        const auto card = kept.session_id ? std::ranges::find(cards, *kept.session_id, &SessionCard::id) : cards.end();
        if (card != cards.end()) line.on = card->date;
        reply.past.insert(reply.past.begin(), std::move(line));
    }
    for (const auto& host : rotation.order) reply.hosts.push_back(host_line(db, host, rotation, reply));
    return reply;
}

std::optional<Party> find_host(db::Session& db, const records::Envelope& session, base::Date today) {
    const CircleId circle{session.within_id.value};
    if (!rotates(db, circle)) return std::nullopt;
    const SessionId id{session.id.value};
    for (const auto& kept : get_rotation(db, circle).kept)
        if (kept.session_id == id) return party(db, kept.host_id);
    for (const auto& upcoming : upcoming_turns(db, *records::find(db, session.within_id), today))
        if (upcoming.session == id) return party(db, upcoming.turn.host_id);
    return std::nullopt;
}

void keep_turn(db::Tx& tx, const records::Envelope& session) {
    const CircleId circle{session.within_id.value};
    if (!rotates(tx, circle)) return;
    const SessionId id{session.id.value};
    for (const auto& upcoming : upcoming_turns(tx, *records::find(tx, session.within_id), base::bangkok_date(tx.now())))
        if (upcoming.session == id) {
            const auto& turn = upcoming.turn;
            put_turn(tx, circle, {turn.due, turn.host_id, turn.turn_of, turn.came_by, id});
        }
}

}  // namespace circles
