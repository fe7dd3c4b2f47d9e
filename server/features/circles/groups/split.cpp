#include "circles/groups/split.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <random>
#include <span>

namespace circles {

namespace {

// The standard fixes what this engine gives for a seed, but not what its distributions and std::shuffle make of it.
class Lots {
  public:
    explicit Lots(std::uint64_t seed) : engine_(seed) {}

    std::size_t below(std::size_t bound) {
        const auto fair = engine_.max() - engine_.max() % bound;  // what lies above would favour the first
        auto drawn = engine_();
        while (drawn >= fair) drawn = engine_();
        return static_cast<std::size_t>(drawn % bound);
    }

    template <class T>
    void shuffle(std::span<T> things) {
        for (auto left = things.size(); left > 1; --left) std::swap(things[left - 1], things[below(left)]);
    }

  private:
    std::mt19937_64 engine_;
};

std::vector<std::size_t> shuffled(std::size_t count, Lots& lots) {
    std::vector<std::size_t> order(count);
    std::iota(order.begin(), order.end(), 0);
    lots.shuffle(std::span(order));
    return order;
}

// Dealt round the groups one by one: whoever stands side by side in `order` sits in different groups.
Seating deal(const std::vector<std::size_t>& order, std::size_t groups, Lots& lots) {
    const auto turn = shuffled(groups, lots);  // so that the larger groups are not always the first
    Seating seating(order.size());
    for (std::size_t i = 0; i < order.size(); ++i) seating[order[i]] = turn[i % groups];
    return seating;
}

}  // namespace

Seating by_lot(std::size_t people, std::size_t groups, std::uint64_t seed) {
    Lots lots(seed);
    return deal(shuffled(people, lots), groups, lots);
}

Seating by_mixing(const std::vector<std::string>& names, std::size_t groups, std::uint64_t seed) {
    Lots lots(seed);
    std::map<std::string, std::size_t> sharing;
    for (const auto& name : names) ++sharing[name];
    auto order = shuffled(names.size(), lots);
    // Those of one name stand together in the line, the many before the few; who has none stands at its end.
    std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) {
        const auto &left = names[a], &right = names[b];
        if (left.empty() != right.empty()) return right.empty();
        if (sharing[left] != sharing[right]) return sharing[left] > sharing[right];
        return left < right;
    });
    return deal(order, groups, lots);
}

std::size_t place_for_latecomer(const std::vector<Table>& tables) {
    const auto fewer = [](const Table& a, const Table& b) {
        return std::pair(a.people, a.of_the_name) < std::pair(b.people, b.of_the_name);
    };
    return static_cast<std::size_t>(std::ranges::min_element(tables, fewer) - tables.begin());
}

}  // namespace circles
