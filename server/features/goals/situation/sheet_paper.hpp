#pragma once

#include "document/document.hpp"
#include "goals/situation/situation.hpp"

// "แผ่นเดียวติดศาลา": one page in black and white, to post at the village hall.
namespace goals {

// For whom: who stands before the wall, who comes near, who holds it in the hand. The smaller, the more goes on it.
enum class SheetLetters : std::uint8_t { wall, near, hand };
BOOST_DESCRIBE_ENUM(SheetLetters, wall, near, hand)
std::size_t most_on_a_sheet(SheetLetters letters);

struct SheetOrder {
    std::vector<std::string> codes;  // none: those that are farthest from their goal, and then the others, as they stand
    SheetLetters letters{};
};

// What goes on it: those that were chosen, in that order; of one for the hand that nobody chose for, in the order of the sets.
std::vector<const Finding*> chosen_for_sheet(const Situation& situation, const SheetOrder& order);

document::Document sheet_paper(const Situation& situation, const SheetOrder& order, base::Instant now, base::Language language);

}  // namespace goals
