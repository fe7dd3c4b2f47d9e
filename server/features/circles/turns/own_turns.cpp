#include "circles/turns/own_turns.hpp"

#include <algorithm>

namespace circles {

// The first notice comes two weeks ahead; who looks in between sees a turn a while before it.
static constexpr int weeks_ahead = 6;
static constexpr std::size_t most_turns = 5;

static std::optional<OwnTurn> next_own_turn(db::Session& db, const http::Viewer& viewer, const records::Envelope& circle,
                                            base::Date today) {
    for (const auto& [turn, on, session] : upcoming_turns(db, circle, today)) {
        if (on < today || on > base::add_days(today, 7 * weeks_ahead) || !makes_ready(db, viewer, turn.host_id)) continue;
        return OwnTurn{.circle = circle.title,
                       .address = circle.address,
                       .due = turn.due,
                       .on = on,
                       .host = get_organiser(db, turn.host_id).title,
                       .done = list_done(db, {{circle.id.value}, turn.due, turn.host_id})};
    }
    return std::nullopt;
}

std::vector<OwnTurn> list_own_turns(db::Session& db, const http::Viewer& viewer, base::Date today) {
    std::vector<OwnTurn> own;
    for (const auto id : list_rotating_with(db, viewer.person)) {
        const auto circle = records::find(db, viewer, records::record_id(id));
        const bool reads = circle && records::may_read(records::guard(circle->envelope), circle->ties);
        const auto turn = reads ? next_own_turn(db, viewer, circle->envelope, today) : std::nullopt;
        if (turn) own.push_back(*turn);
    }
    std::ranges::stable_sort(own, {}, &OwnTurn::on);
    if (own.size() > most_turns) own.resize(most_turns);
    return own;
}

}  // namespace circles
