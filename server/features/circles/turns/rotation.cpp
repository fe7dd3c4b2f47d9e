#include "circles/turns/rotation.hpp"

#include <algorithm>
#include <map>

namespace circles {

namespace {

bool takes_turns_on(const Host& host, base::Date due) {
    return !host.left_on || due < *host.left_on;
}

// Who comes after `last` in the order and is still there; the first of all when nobody has hosted yet.
std::optional<HostId> next_after(const std::vector<Host>& order, std::optional<HostId> last, base::Date due) {
    const auto known = last ? std::ranges::find(order, *last, &Host::host_id) : order.end();
    const auto first = known == order.end() ? std::size_t{0} : static_cast<std::size_t>(known - order.begin()) + 1;
    for (std::size_t i = 0; i < order.size(); ++i)
        if (const auto& host = order[(first + i) % order.size()]; takes_turns_on(host, due)) return host.host_id;
    return std::nullopt;
}

// What was settled ahead counts while its host is there.
bool stands(const KeptTurn& settled, const Rotation& rotation) {
    const auto host = std::ranges::find(rotation.order, settled.host_id, &Host::host_id);
    return host == rotation.order.end() || takes_turns_on(*host, settled.due);
}

class Walk {
  public:
    explicit Walk(const Rotation& rotation) : rotation_(rotation) {}

    void goes_on_after(HostId host) { last_ = host; }

    std::optional<HostTurn> take(base::Date due) {
        auto natural = next_after(rotation_.order, last_, due);
        if (!natural) return std::nullopt;
        HostTurn turn{.due = due, .host_id = *natural, .turn_of = *natural};
        while (turn.passed.size() < rotation_.order.size() && passes(due, *natural)) {
            turn.passed.push_back(*natural);
            natural = next_after(rotation_.order, natural, due);
        }
        turn.host_id = turn.turn_of = *natural;
        last_ = *natural;
        return turn;
    }

  private:
    bool passes(base::Date due, HostId host) const {
        return std::ranges::find(rotation_.passes, Pass{due, host}) != rotation_.passes.end();
    }

    const Rotation& rotation_;
    std::optional<HostId> last_;
};

}  // namespace

std::vector<HostTurn> turns(const Rotation& rotation, const std::vector<base::Date>& dues) {
    std::map<base::Date, const KeptTurn*> days;
    for (const auto due : dues) days.emplace(due, nullptr);
    for (const auto& kept : rotation.kept)
        if (kept.turn_of || days.contains(kept.due)) days[kept.due] = &kept;
    std::vector<HostTurn> found;
    Walk walk(rotation);
    for (const auto& [due, kept] : days) {
        if (kept != nullptr && kept->turn_of) {
            walk.goes_on_after(*kept->turn_of);
            continue;
        }
        auto turn = walk.take(due);
        if (!turn) break;
        if (kept != nullptr && stands(*kept, rotation)) {
            turn->host_id = kept->host_id;
            turn->came_by = kept->came_by;
        }
        found.push_back(*turn);
    }
    return found;
}

std::vector<Host> reordered(const std::vector<Host>& order, const std::vector<HostId>& wanted, base::Date today) {
    std::vector<Host> next;
    next.reserve(wanted.size() + order.size());
    for (const auto host : wanted) next.push_back({host, std::nullopt});
    for (std::size_t i = 0; i < order.size(); ++i) {
        if (std::ranges::find(next, order[i].host_id, &Host::host_id) != next.end()) continue;
        const auto before = i == 0 ? next.end() : std::ranges::find(next, order[i - 1].host_id, &Host::host_id);
        next.insert(before == next.end() ? next.begin() : before + 1, {order[i].host_id, order[i].left_on.value_or(today)});
    }
    return next;
}

}  // namespace circles
