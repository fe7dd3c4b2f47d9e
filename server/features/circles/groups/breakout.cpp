#include "circles/groups/breakout.hpp"

#include <algorithm>

#include "base/enum_names.hpp"
#include "base/thai_text.hpp"

namespace circles {

void check(const BreakoutForm& form, json::Errors& errors) {
    if (form.names && form.names->size() > static_cast<std::size_t>(form.groups.value))
        errors.add("/names", "too_many_values", {{"max", form.groups.value}});
}

std::vector<Attendee> those_to_seat(const std::vector<Attendee>& people) {
    const bool begun = std::ranges::any_of(people, &Attendee::came);
    auto seated = people;
    std::erase_if(seated, [&](const Attendee& each) { return begun ? !each.came : each.answer != AnswerWord::yes; });
    return seated;
}

std::string shared_name(const Attendee& attendee, SplitBy split_by) {
    switch (split_by) {
        case SplitBy::organisation:
            return base::utf8(base::normalise(attendee.organisation).text);
        case SplitBy::sector:
            return attendee.sector ? std::string(base::name_of(*attendee.sector)) : "";
        case SplitBy::lot:
        case SplitBy::choice:
            break;
    }
    return "";
}

Seating seat(const std::vector<Attendee>& people, SplitBy split_by, std::size_t groups, std::uint64_t seed) {
    if (split_by == SplitBy::choice) return {};
    if (split_by == SplitBy::lot) return by_lot(people.size(), groups, seed);
    std::vector<std::string> names;
    names.reserve(people.size());
    for (const auto& each : people) names.push_back(shared_name(each, split_by));
    return by_mixing(names, groups, seed);
}

}  // namespace circles
