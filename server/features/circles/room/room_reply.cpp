#include "circles/room/room_reply.hpp"

namespace circles {

static Ask shown(db::Session& db, const AskRow& row, Eyes eyes) {
    Ask ask{.id = row.id, .kind = row.kind, .question = row.question, .state = row.state, .live = row.live, .tally = {}, .counted = {}};
    if (row.kind != AskKind::count || row.state == AskState::waiting) return ask;
    ask.tally = tally_for_all(row, hands_of(db, row.id));
    const auto by_eye = counted_by_eye(db, row.id);
    if (eyes == Eyes::facilitator) ask.counted.emplace(by_eye.begin(), by_eye.end());
    return ask;
}

static std::vector<Ask> asks_for(db::Session& db, SessionId session, Eyes eyes) {
    std::vector<Ask> asks;
    for (const auto& row : list_asks(db, session))
        if (eyes == Eyes::facilitator || row.state != AskState::waiting) asks.push_back(shown(db, row, eyes));
    return asks;
}

// Who follows what changes hears that a card was hidden; who comes anew does not hear of it at all.
static std::vector<WallCard> cards_for(db::Session& db, const RoomRow& room, Eyes eyes, std::int64_t after_revision) {
    std::vector<WallCard> cards;
    for (auto& row : list_cards(db, room, after_revision)) {
        const bool unseen = row.hidden && eyes == Eyes::everybody;
        if (unseen && after_revision == 0) continue;
        WallCard card{.id = row.id, .ask = row.ask_id, .heading = row.heading, .body = {}, .hidden = row.hidden, .point = {}};
        if (!unseen) card.body = std::move(row.body);
        if (eyes == Eyes::facilitator) card.point = row.point_id;
        cards.push_back(std::move(card));
    }
    return cards;
}

static std::optional<BlockNow> block_of(db::Session& db, const RoomRow& room) {
    if (!room.block) return {};
    const auto agenda = list_agenda(db, room.session_id);
    const auto at = static_cast<std::size_t>(*room.block);
    return BlockNow{*room.block, at < agenda.size() ? agenda[at].title.value : "", room.block_ends_at};
}

static std::optional<GroupsNow> groups_of(db::Session& db, const RoomRow& room) {
    if (!room.breakout_id || !room.breakout_step) return {};
    const auto breakout = find_breakout(db, room.session_id, *room.breakout_id);
    if (!breakout) return {};
    return GroupsNow{breakout->id, breakout->question, breakout->split_by, *room.breakout_step, list_groups_now(db, breakout->id)};
}

RoomState room_state(db::Session& db, const RoomRow& room, Eyes eyes, std::int64_t after_revision, base::Instant now) {
    return {.revision = room.revision,
            .open = room.is_open(),
            .now = now,
            .screen = room.screen,
            .screen_ask = room.screen_ask,
            .block = block_of(db, room),
            .round = room.round,
            .speakers = list_speakers(db, room.session_id),
            .asks = asks_for(db, room.session_id, eyes),
            .cards = cards_for(db, room, eyes, after_revision),
            .phones = count_seats(db, room.session_id),
            .points = count_points(db, room.session_id),
            .groups = groups_of(db, room)};
}

bool facilitates(const records::Found& session) {
    return records::may_edit(records::guard(session.envelope), session.ties);
}

bool may_see_room(const records::Found& session) {
    return sight(session) > Sight::outsider || facilitates(session);
}

RoomReply room_reply(db::Session& db, const records::Found& session, base::Instant now) {
    const SessionId id{session.envelope.id.value};
    RoomReply reply;
    reply.agenda = list_agenda(db, id);
    reply.title = session.envelope.title;
    reply.key_question = get_session(db, id).key_question;
    reply.state.now = now;
    if (const auto room = find_room(db, id)) {
        const bool edits = facilitates(session);
        reply.state = room_state(db, *room, edits ? Eyes::facilitator : Eyes::everybody, 0, now);
        if (edits) reply.code = room->code;
        reply.opened = true;
    }
    return reply;
}

SeatReply seat_reply(db::Session& db, const SeatRow& seat, base::Instant now) {
    const auto room = find_room(db, seat.session_id);
    const auto record = records::find(db, records::record_id(seat.session_id));
    return {.state = room_state(db, *room, Eyes::everybody, 0, now),
            .title = record->title,
            .key_question = get_session(db, seat.session_id).key_question,
            .hands = list_own_hands(db, seat.id)};
}

}  // namespace circles
