#pragma once

#include <map>
#include <vector>

#include "trace/trace.hpp"

namespace trace {

// How many steps each record lies from `start`: downstream positive, upstream negative, by the shortest way; cycles end where they began.
std::map<records::RecordId, int> steps_from(records::RecordId start, const std::vector<Link>& links);

// Without a start: a spring is 0, and everything else lies one below the lowest that flows into it.
std::map<records::RecordId, int> steps_from_springs(const std::vector<Link>& links);

void put_in_order(std::vector<Stone>& stones, const std::map<records::RecordId, int>& steps);

}  // namespace trace
