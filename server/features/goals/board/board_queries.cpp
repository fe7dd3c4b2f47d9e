#include <algorithm>

#include "goals/board/board.hpp"

namespace goals {

#define CARD "id, stage, place, words, who, purpose, due_on, done_on, version"

std::vector<BoardCard> list_cards(db::Session& db, GoalId goal) {
    return db.all<BoardCard>("SELECT " CARD " FROM goals_cards WHERE goal_id = $1 ORDER BY stage, place, id", goal);
}

std::optional<BoardCard> find_card(db::Session& db, GoalId goal, CardId id) {
    return db.find<BoardCard>("SELECT " CARD " FROM goals_cards WHERE id = $1 AND goal_id = $2", id, goal);
}

static std::int64_t next_place(db::Session& db, GoalId goal, Column stage) {
    return db.one<std::int64_t>("SELECT coalesce(max(place), 0) + 1 FROM goals_cards WHERE goal_id = $1 AND stage = $2", goal, stage);
}

CardId insert_card(db::Tx& tx, GoalId goal, const CardForm& form, base::PersonId actor) {
    const auto id = tx.new_id<CardId>();
    tx.run("INSERT INTO goals_cards (" CARD ", goal_id, written_by, written_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 1, $9, $10, $11)",
           id, form.stage, next_place(tx, goal, form.stage), form.words, base::or_empty(form.who), base::or_empty(form.purpose),
           form.due_on, form.done_on, goal, actor, tx.now());
    return id;
}

void update_card(db::Tx& tx, GoalId goal, const BoardCard& card, const CardForm& form) {
    records::require_version(card.version, form.version.value_or(0));
    const auto place = form.stage == card.stage ? card.place : next_place(tx, goal, form.stage);
    tx.run(
        "UPDATE goals_cards SET stage = $2, place = $3, words = $4, who = $5, purpose = $6, due_on = $7, done_on = $8,"
        " version = version + 1 WHERE id = $1",
        card.id, form.stage, place, form.words, base::or_empty(form.who), base::or_empty(form.purpose), form.due_on, form.done_on);
}

void delete_card(db::Tx& tx, CardId id) {
    tx.run("DELETE FROM goals_cards WHERE id = $1", id);
}

void move_card(db::Tx& tx, GoalId goal, CardId id, const CardPlace& to) {
    std::vector<CardId> column;
    for (const auto& card : list_cards(tx, goal))
        if (card.stage == to.stage && card.id != id) column.push_back(card.id);
    column.insert(column.begin() + std::min(to.place.value, std::ssize(column)), id);
    for (std::size_t i = 0; i < column.size(); ++i)
        tx.run("UPDATE goals_cards SET stage = $2, place = $3 WHERE id = $1", column[i], to.stage, static_cast<std::int64_t>(i) + 1);
}

}  // namespace goals
