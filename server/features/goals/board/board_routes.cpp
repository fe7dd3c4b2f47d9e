#include "base/json/json.hpp"
#include "goals/board/board.hpp"
#include "goals/goal/goals.hpp"
#include "goals/routes.hpp"
#include "http/router.hpp"
#include "journal/journal.hpp"

namespace goals {

namespace {

using ReadableGoal = records::Readable<GoalId>;
using WritableGoal = records::Writable<GoalId>;

constexpr std::size_t most_cards = 400;

BoardCard get_card(db::Session& db, GoalId goal, CardId id) {
    auto card = find_card(db, goal, id);
    if (!card) throw http::not_found();
    return *std::move(card);
}

void tell(db::Tx& tx, const http::Call& call, std::string_view action, const WritableGoal& goal, const std::string& written = {}) {
    refresh_text(tx, goal.id);
    journal::record(tx, call.person(), action, {goal->id, 0, written});
}

std::vector<BoardCard> get_cards(http::Call& call, const ReadableGoal& goal) {
    return list_cards(call.read(), goal.id);
}

http::Created<BoardCard> add_card(http::Call& call, const WritableGoal& goal, const CardForm& form) {
    return call.write([&](db::Tx& tx) {
        if (list_cards(tx, goal.id).size() >= most_cards)
            throw http::Problem(422, "invalid_input").at("/words", "too_many_values", {{"max", std::int64_t{most_cards}}});
        const auto id = insert_card(tx, goal.id, form, call.person());
        tell(tx, call, "goals.card_added", goal, json::write(form));
        return http::Created<BoardCard>{get_card(tx, goal.id, id)};
    });
}

BoardCard change_card(http::Call& call, const WritableGoal& goal, CardId id, const CardForm& form) {
    return call.write([&](db::Tx& tx) {
        update_card(tx, goal.id, get_card(tx, goal.id, id), form);
        tell(tx, call, "goals.card_changed", goal, json::write(form));
        return get_card(tx, goal.id, id);
    });
}

std::vector<BoardCard> place_card(http::Call& call, const WritableGoal& goal, CardId id, const CardPlace& to) {
    return call.write([&](db::Tx& tx) {
        move_card(tx, goal.id, get_card(tx, goal.id, id).id, to);
        tell(tx, call, "goals.card_moved", goal, json::write(to));
        return list_cards(tx, goal.id);
    });
}

http::NoContent take_card_off(http::Call& call, const WritableGoal& goal, CardId id) {
    call.write([&](db::Tx& tx) {
        delete_card(tx, get_card(tx, goal.id, id).id);
        tell(tx, call, "goals.card_taken_off", goal);
    });
    return {};
}

}  // namespace

void add_board_routes(http::Router& router) {
    router.get("/api/goals/{goal}/cards", get_cards, access::may_read);
    router.post("/api/goals/{goal}/cards", add_card, access::may_edit, http::WriteKind::change);
    router.put("/api/goals/{goal}/cards/{card}", change_card, access::may_edit, http::WriteKind::change);
    router.put("/api/goals/{goal}/cards/{card}/place", place_card, access::may_edit, http::WriteKind::change);
    router.del("/api/goals/{goal}/cards/{card}", take_card_off, access::may_edit, http::WriteKind::change);
}

}  // namespace goals
