#include "circles/session/numbering.hpp"

namespace circles {

std::vector<std::int64_t> numbers(const std::vector<HeldSession>& in_order, std::int64_t held_before) {
    std::vector<std::int64_t> numbers;
    std::int64_t last = held_before;
    for (const auto& session : in_order) {
        last = session.said_ordinal.value_or(last + 1);
        numbers.push_back(last);
    }
    return numbers;
}

}  // namespace circles
