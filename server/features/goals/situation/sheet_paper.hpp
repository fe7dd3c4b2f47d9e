#pragma once

#include "document/document.hpp"
#include "goals/situation/situation.hpp"

// "แผ่นเดียวติดศาลา": one page in black and white, to post at the village hall.
namespace goals {

inline constexpr std::size_t most_on_a_sheet = 4;

// What goes on it: those that were chosen, by their codes, in that order; without any those that are farthest from their goal, and then the
// others, as they stand.
std::vector<const Finding*> chosen_for_sheet(const Situation& situation, const std::vector<std::string>& codes);

document::Document sheet_paper(const Situation& situation, const std::vector<const Finding*>& findings, base::Instant now,
                               base::Language language);

}  // namespace goals
