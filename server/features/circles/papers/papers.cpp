#include "circles/papers/papers.hpp"

#include <algorithm>
#include <charconv>

#include "circles/papers/protocol.hpp"

namespace circles {

constexpr std::size_t most_invited = 500;

void check(const PapersForm& form, json::Errors& errors) {
    if (form.invited.size() > most_invited) errors.add("/invited", "too_many_values", {{"max", std::int64_t{most_invited}}});
}

void order_by_rank(std::vector<Invited>& invited) {
    const auto rank = [](const Invited& one) {
        return one.rank ? one.rank->value : std::int64_t{rank_of(one.name.value, base::or_empty(one.position))};
    };
    std::ranges::stable_sort(invited, {}, rank);
}

std::string letter_number(const std::string& prefix, const PapersForm& form, std::size_t index) {
    const auto written = base::or_empty(form.letter_number);
    if (written.empty() || form.numbering == LetterNumbering::circular || index == 0) return written.empty() ? "" : prefix + written;
    std::int64_t first = 0;
    const auto [end, error] = std::from_chars(written.data(), written.data() + written.size(), first);
    if (error != std::errc{} || end != written.data() + written.size()) return prefix + written;
    return prefix + std::to_string(first + static_cast<std::int64_t>(index));
}

}  // namespace circles
