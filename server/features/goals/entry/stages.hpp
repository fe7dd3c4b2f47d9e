#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "goals/entry/keepers.hpp"
#include "goals/entry/looked_at.hpp"

// draft, checked, approved, locked: who moves values from one to the next, and back.
namespace goals {

enum class Move : std::uint8_t { check, approve, lock, send_back, unlock };
BOOST_DESCRIBE_ENUM(Move, check, approve, lock, send_back, unlock)

// Where a value of this stage goes; nothing where the move is none for it. Pure.
std::optional<Stage> after(Move move, Stage stage);
// Whether these rights do for moving a value of this stage. Pure.
bool allows(const EntryRights& rights, Move move, Stage stage);

// Some values of one series.
struct Batch {
    Indicator indicator;
    SeriesKey key;
    base::AreaId inside;
    std::optional<EntryId> newest{};    // what came in later was not seen and stays
    std::optional<EntryId> of_entry{};  // only what this one brought
};

struct Mover {
    http::Viewer viewer;
    Move move{};
    std::string words{};  // why, of what goes back
};

// A value that the move was for and that stayed.
struct Left {
    base::AreaId area;
    std::string code;  // why: a locale key without "problem_"
};
struct Moved {
    std::int64_t moved{};
    std::int64_t alone{};  // approved by who had entered them, because nobody else may
    std::vector<Left> left;
};
// Values and the figures above them. Throws http::Problem 422 `sum_too_large`.
Moved move_batch(db::Tx& tx, const Mover& mover, const Batch& batch);

}  // namespace goals
