#include "goals/computed/composite.hpp"

#include <algorithm>
#include <set>

#include "goals/computed/fraction.hpp"
#include "goals/indicator/indicator.hpp"

namespace goals {

static constexpr std::size_t most_members = 100;

void check(const Composite& composite, json::Errors& errors) {
    if (composite.members.empty()) errors.add("/members", "required");
    if (composite.members.size() > most_members) errors.add("/members", "too_many_values", {{"max", std::int64_t{most_members}}});
    std::set<std::string> codes;
    for (std::size_t i = 0; i < composite.members.size(); ++i) {
        const auto& member = composite.members[i];
        const auto at = "/members/" + std::to_string(i);
        const auto code = read_code(member.indicator.value);
        if (!code) errors.add(at + "/indicator", "not_a_code");
        if (code && !codes.insert(*code).second) errors.add(at + "/indicator", "duplicate");
        if (member.weight <= base::Decimal{}) errors.add(at + "/weight", "required");
        if (member.worst == member.best) errors.add(at + "/best", "duplicate");
    }
    if (!std::ranges::is_sorted(composite.steps)) errors.add("/steps", "below_start");
}

static std::optional<Fraction> points(const Member& member, base::Decimal value) {
    const auto low = std::min(member.worst, member.best);
    const auto high = std::max(member.worst, member.best);
    const auto way = subtract(Fraction(std::clamp(value, low, high)), Fraction(member.worst));
    const auto whole_way = subtract(Fraction(member.best), Fraction(member.worst));
    const auto share = way && whole_way ? divide(*way, *whole_way) : std::nullopt;
    return share ? multiply(*share, Fraction(base::whole(100))) : std::nullopt;
}

static base::Decimal step_of(const Composite& composite, base::Decimal points) {
    return base::whole(1 + std::ranges::count_if(composite.steps, [&](base::Decimal from) { return points >= from; }));
}

std::optional<base::Decimal> value_of(const Composite& composite, const std::vector<std::optional<base::Decimal>>& values) {
    std::optional<Fraction> sum = Fraction{};
    std::optional<Fraction> weights = Fraction{};
    for (std::size_t i = 0; i < composite.members.size(); ++i) {
        if (!values[i]) continue;
        const Fraction weight(composite.members[i].weight);
        const auto earned = points(composite.members[i], *values[i]);
        const auto weighed = earned ? multiply(*earned, weight) : std::nullopt;
        sum = sum && weighed ? add(*sum, *weighed) : std::nullopt;
        weights = weights ? add(*weights, weight) : std::nullopt;
    }
    const auto mean = sum && weights ? divide(*sum, *weights) : std::nullopt;
    const auto result = mean ? mean->rounded() : std::nullopt;
    if (!result || composite.steps.empty()) return result;
    return step_of(composite, *result);
}

}  // namespace goals
