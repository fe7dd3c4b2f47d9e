#include "areas/geometry/simplify.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <queue>
#include <unordered_map>

namespace areas {

namespace {

constexpr double stays = std::numeric_limits<double>::infinity();
constexpr double triangles_of_an_island = 4;

double triangle(Spot a, Spot b, Spot c) {
    const double abx = static_cast<double>(b.x) - a.x;
    const double aby = static_cast<double>(b.y) - a.y;
    const double acx = static_cast<double>(c.x) - a.x;
    const double acy = static_cast<double>(c.y) - a.y;
    return std::abs(abx * acy - acx * aby) / 2;
}

// What each spot of an arc weighs: its triangle at the moment when it is the lightest of those that are left, never less than what went
// before it. The ends stay.
class Weighing {
  public:
    explicit Weighing(const Line& line) : line_(line), weights_(line.size(), stays), before_(line.size()), after_(line.size()) {
        for (std::size_t i = 0; i < line.size(); ++i) {
            before_[i] = i - 1;
            after_[i] = i + 1;
        }
        for (std::size_t i = 1; i + 1 < line.size(); ++i) weigh(i);
    }

    std::vector<double> run() {
        double heaviest = 0;
        while (!queue_.empty()) {
            const auto [weight, spot] = queue_.top();
            queue_.pop();
            if (weight != weights_[spot] || gone_[spot]) continue;
            heaviest = std::max(heaviest, weight);
            take_out(spot);
            weights_[spot] = heaviest;
        }
        return std::move(weights_);
    }

  private:
    using Entry = std::pair<double, std::size_t>;

    void weigh(std::size_t spot) {
        weights_[spot] = triangle(line_[before_[spot]], line_[spot], line_[after_[spot]]);
        queue_.emplace(weights_[spot], spot);
    }
    void take_out(std::size_t spot) {
        gone_[spot] = true;
        const auto before = before_[spot];
        const auto after = after_[spot];
        after_[before] = after;
        before_[after] = before;
        if (before > 0) weigh(before);
        if (after + 1 < line_.size()) weigh(after);
    }

    const Line& line_;
    std::vector<double> weights_;
    std::vector<std::size_t> before_, after_;
    std::vector<bool> gone_ = std::vector<bool>(line_.size());
    std::priority_queue<Entry, std::vector<Entry>, std::greater<>> queue_;
};

class Simplifying {
  public:
    Simplifying(Topology topology, double weight) : topology_(std::move(topology)), weight_(weight) {
        for (const auto& arc : topology_.arcs) {
            weights_.push_back(Weighing(arc).run());
            auto& kept = kept_.emplace_back();
            for (const auto spot_weight : weights_.back()) kept.push_back(spot_weight >= weight);
        }
    }

    Topology run() {
        std::vector<std::size_t> largest;
        largest.reserve(topology_.shapes.size());
        for (const auto& shape : topology_.shapes) largest.push_back(largest_in(shape));
        for (std::size_t i = 0; i < largest.size(); ++i)
            if (!topology_.shapes[i].empty()) hold(topology_.shapes[i][largest[i]].front());
        for (std::size_t i = 0; i < largest.size(); ++i) take(topology_.shapes[i], largest[i]);
        return std::move(made_);
    }

  private:
    static std::size_t number_of(std::int32_t arc) { return static_cast<std::size_t>(arc < 0 ? ~arc : arc); }

    [[nodiscard]] std::size_t largest_in(const ArcShape& shape) const {
        std::size_t largest = 0;
        double most = 0;
        for (std::size_t i = 0; i < shape.size(); ++i) {
            const auto area = std::abs(area_of(ring_of(topology_, shape[i].front())));
            if (area > most) std::tie(most, largest) = std::pair(area, i);
        }
        return largest;
    }

    [[nodiscard]] Line left_of(std::size_t arc) const {
        Line left;
        for (std::size_t i = 0; i < kept_[arc].size(); ++i)
            if (kept_[arc][i]) left.push_back(topology_.arcs[arc][i]);
        return left;
    }

    [[nodiscard]] Line left_of(const ArcRing& ring) const {
        Line line;
        for (const auto arc : ring) {
            auto left = left_of(number_of(arc));
            if (arc < 0) std::ranges::reverse(left);
            line.insert(line.end(), left.begin() + (line.empty() ? 0 : 1), left.end());
        }
        return line;
    }

    static bool encloses(const Line& ring) { return ring.size() >= least_in_ring && area_of(ring) != 0; }

    // Takes back the heaviest of what was left out until the ring encloses something.
    void hold(const ArcRing& ring) {
        while (!encloses(left_of(ring)) && take_back_heaviest(ring)) {
        }
    }
    bool take_back_heaviest(const ArcRing& ring) {
        double heaviest = -1;
        std::pair<std::size_t, std::size_t> found;
        for (const auto arc : ring) {
            const auto number = number_of(arc);
            for (std::size_t i = 0; i < kept_[number].size(); ++i)
                if (!kept_[number][i] && weights_[number][i] > heaviest) {
                    heaviest = weights_[number][i];
                    found = {number, i};
                }
        }
        if (heaviest >= 0) kept_[found.first][found.second] = true;
        return heaviest >= 0;
    }

    void take(const ArcShape& shape, std::size_t largest) {
        auto& made = made_.shapes.emplace_back();
        for (std::size_t i = 0; i < shape.size(); ++i) {
            ArcPolygon polygon;
            for (const auto& ring : shape[i]) {
                const bool is_outer = &ring == &shape[i].front();
                const auto line = left_of(ring);
                const bool stays_here = encloses(line) && ((is_outer && i == largest) || is_large(line) || is_shared(ring));
                if (stays_here)
                    polygon.push_back(renumbered(ring));
                else if (is_outer)
                    break;
            }
            if (!polygon.empty()) made.push_back(std::move(polygon));
        }
    }
    [[nodiscard]] bool is_large(const Line& ring) const { return std::abs(area_of(ring)) >= triangles_of_an_island * weight_; }

    // What somebody else's border runs along is not left to that one alone.
    bool is_shared(const ArcRing& ring) {
        if (uses_.empty()) count_uses();
        return std::ranges::any_of(ring, [&](std::int32_t arc) { return uses_[number_of(arc)] > 1; });
    }
    void count_uses() {
        uses_.resize(topology_.arcs.size());
        for (const auto& shape : topology_.shapes)
            for (const auto& polygon : shape)
                for (const auto& ring : polygon)
                    for (const auto arc : ring) ++uses_[number_of(arc)];
    }

    ArcRing renumbered(const ArcRing& ring) {
        ArcRing made;
        for (const auto arc : ring) {
            const auto [known, is_new] = made_number_.try_emplace(number_of(arc), static_cast<std::int32_t>(made_.arcs.size()));
            if (is_new) made_.arcs.push_back(left_of(number_of(arc)));
            made.push_back(arc < 0 ? ~known->second : known->second);
        }
        return made;
    }

    const Topology topology_;
    const double weight_;
    std::vector<std::vector<double>> weights_;
    std::vector<std::vector<bool>> kept_;
    std::vector<int> uses_;
    std::unordered_map<std::size_t, std::int32_t> made_number_;
    Topology made_;
};

}  // namespace

Topology simplified(Topology topology, double weight) {
    return Simplifying(std::move(topology), weight).run();
}

}  // namespace areas
