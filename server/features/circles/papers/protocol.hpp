#pragma once

#include <string_view>

// Who comes before whom on paper, and how they are addressed: general custom of official correspondence.
namespace circles {

// Smaller comes first. By the post alone; who knows better sets it by hand.
int rank_of(std::string_view name, std::string_view position);

// Members of the Sangha are addressed otherwise than everybody else.
bool is_monk(std::string_view name, std::string_view position);

}  // namespace circles
