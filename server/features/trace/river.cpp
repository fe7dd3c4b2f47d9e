#include "trace/river.hpp"

#include <algorithm>
#include <deque>
#include <tuple>

namespace trace {

using records::RecordId;

// Breadth first: the first step that reaches a record is the shortest.
static void walk(RecordId start, int direction, const std::multimap<RecordId, RecordId>& ways, std::map<RecordId, int>& steps) {
    std::deque<RecordId> waiting{start};
    while (!waiting.empty()) {
        const auto here = waiting.front();
        waiting.pop_front();
        for (auto [way, end] = ways.equal_range(here); way != end; ++way)
            if (steps.try_emplace(way->second, steps[here] + direction).second) waiting.push_back(way->second);
    }
}

std::map<RecordId, int> steps_from(RecordId start, const std::vector<Link>& links) {
    std::multimap<RecordId, RecordId> down, up;
    for (const auto& link : links) {
        down.emplace(link.up_id, link.down_id);
        up.emplace(link.down_id, link.up_id);
    }
    std::map<RecordId, int> steps{{start, 0}};
    walk(start, +1, down, steps);
    walk(start, -1, up, steps);
    return steps;
}

std::map<RecordId, int> steps_from_springs(const std::vector<Link>& links) {
    std::map<RecordId, int> steps;
    for (const auto& link : links) steps[link.up_id] = steps[link.down_id] = 0;
    // A way without a cycle has fewer links than there are stones, so a cycle cannot push its stones further than that.
    bool moved = true;
    for (std::size_t round = 0; moved && round < steps.size(); ++round) {
        moved = false;
        for (const auto& link : links) {
            const int below = steps[link.up_id] + 1;
            if (steps[link.down_id] >= below || below > static_cast<int>(steps.size())) continue;
            steps[link.down_id] = below;
            moved = true;
        }
    }
    return steps;
}

void put_in_order(std::vector<Stone>& stones, const std::map<RecordId, int>& steps) {
    for (auto& stone : stones)
        if (const auto known = steps.find(stone.record); known != steps.end()) stone.step = known->second;
    std::ranges::sort(stones, {}, [](const Stone& stone) { return std::tuple(stone.step, stone.happened_on, stone.record); });
}

}  // namespace trace
