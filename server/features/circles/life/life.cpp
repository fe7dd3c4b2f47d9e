#include "circles/life/life.hpp"

#include <algorithm>

namespace circles {

std::vector<OfficeLine> offices_of(const std::vector<OfficeRow>& rows) {
    std::vector<OfficeLine> offices;
    for (const auto& row : rows) {
        auto line = std::ranges::find(offices, row.office, &OfficeLine::office);
        if (line == offices.end()) line = offices.insert(offices.end(), {row.office, 0, {}});
        line->people += row.people;
        line->months.push_back({row.month, row.people});
    }
    std::ranges::stable_sort(offices, std::ranges::greater{}, &OfficeLine::people);
    return offices;
}

std::int64_t take_small(std::vector<OfficeLine>& offices) {
    std::int64_t small = 0;
    std::erase_if(offices, [&](const OfficeLine& line) {
        const bool too_few = line.people < fewest_told;
        if (too_few) small += line.people;
        return too_few;
    });
    return small;
}

static bool is_insider(const records::Found& circle) {
    return circle.ties.in_owner > records::Role::none || circle.ties.in_within > records::Role::none;
}

LifeReply life_reply(db::Session& db, const http::Viewer& viewer, const records::Found& found) {
    const CircleId id{found.envelope.id.value};
    auto offices = offices_of(list_office_months(db, viewer, id));
    const auto elsewhere = is_insider(found) ? 0 : take_small(offices);
    return {.record = found.envelope,
            .sessions = list_life_sessions(db, viewer, id),
            .offices = std::move(offices),
            .elsewhere = elsewhere,
            .results = list_results(db, viewer, id)};
}

}  // namespace circles
