#pragma once

#include "goals/goal/goal_queries.hpp"

// A goal's board in the four columns of the Four Noble Truths: what hurts, why, where to, and the way there.
namespace goals {

enum class Column : std::uint8_t { problem, cause, aim, way };
BOOST_DESCRIBE_ENUM(Column, problem, cause, aim, way)

struct CardTag {};
using CardId = base::Id<CardTag>;

struct CardForm {
    Column stage{};
    base::Text<1, 500> words;
    std::optional<base::Text<0, 200>> who;      // of a way: who does it …
    std::optional<base::Text<0, 500>> purpose;  // … and what for
    std::optional<base::Date> due_on;
    std::optional<base::Date> done_on;    // of an aim: since when it is to be seen
    std::optional<std::int64_t> version;  // of the card, when it is changed
};
BOOST_DESCRIBE_STRUCT(CardForm, (), (stage, words, who, purpose, due_on, done_on, version))

struct BoardCard {
    CardId id;
    Column stage{};
    std::int64_t place{};
    std::string words;
    std::string who;
    std::string purpose;
    std::optional<base::Date> due_on;
    std::optional<base::Date> done_on;
    std::int64_t version{};
};
BOOST_DESCRIBE_STRUCT(BoardCard, (), (id, stage, place, words, who, purpose, due_on, done_on, version))
// Column by column, each from above.
std::vector<BoardCard> list_cards(db::Session& db, GoalId goal);
std::optional<BoardCard> find_card(db::Session& db, GoalId goal, CardId id);

// At the end of its column.
CardId insert_card(db::Tx& tx, GoalId goal, const CardForm& form, base::PersonId actor);
// Throws Problem 412 `edited_elsewhere` if the form's version is no longer the newest. In another column it comes last.
void update_card(db::Tx& tx, GoalId goal, const BoardCard& card, const CardForm& form);
void delete_card(db::Tx& tx, CardId id);

struct CardPlace {
    Column stage{};
    base::Whole<0, 1000> place;  // how many cards stand above it
};
BOOST_DESCRIBE_STRUCT(CardPlace, (), (stage, place))
void move_card(db::Tx& tx, GoalId goal, CardId id, const CardPlace& to);

}  // namespace goals
