#include "circles/session/session.hpp"

#include <algorithm>

#include "circles/sight.hpp"

namespace circles {

void check(const AgendaBlock& block, json::Errors& errors) {
    check_times(block.starts, block.ends, errors);
}

void check(const SessionForm& form, json::Errors& errors) {
    check_times(form.starts, form.ends, errors);
    if (form.agenda.size() > 60) errors.add("/agenda", "too_many_values", {{"max", 60}});
}

template <class Bands>
static std::int64_t sum(const std::optional<Bands>& bands) {
    std::int64_t total = 0;
    if (bands)
        boost::mp11::mp_for_each<boost::describe::describe_members<Bands, boost::describe::mod_public>>([&](auto member) {
            const auto& count = (*bands).*member.pointer;
            if (count) total += count->value;
        });
    return total;
}

std::optional<std::int64_t> people_in(const Heads& heads, std::int64_t listed) {
    const std::int64_t counted = heads.all ? heads.all->value : 0;
    const auto most = std::max({counted, sum(heads.by_age), sum(heads.by_sector), listed});
    return most > 0 || heads.all ? std::optional(most) : std::nullopt;
}

Sight sight(const records::Found& session) {
    using records::Role;
    const auto& ties = session.ties;
    const bool inside = ties.in_owner > Role::none || ties.in_within > Role::none || ties.maker || ties.named;
    if (!inside) return Sight::outsider;
    return records::may_edit(records::guard(session.envelope), ties) ? Sight::editor : Sight::insider;
}

}  // namespace circles
