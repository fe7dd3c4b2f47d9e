#include "circles/calendar/plan.hpp"

#include <algorithm>

#include "base/thai_text.hpp"
#include "site/site.hpp"

namespace circles {

static UnitPlan& unit_of(std::vector<UnitPlan>& units, const SessionCard& session) {
    const auto known = std::ranges::find(units, session.organiser_id, &UnitPlan::organiser_id);
    if (known != units.end()) return *known;
    return units.emplace_back(session.organiser_id, session.organiser);
}

std::vector<UnitPlan> by_unit_and_quarter(const std::vector<SessionCard>& sessions, const base::FiscalCalendar& fiscal) {
    std::vector<UnitPlan> units;
    for (const auto& session : sessions) {
        const auto quarter = static_cast<std::size_t>(fiscal.quarter_of(session.date));
        unit_of(units, session).quarters.at(quarter - 1).push_back(session);
    }
    std::ranges::sort(units, {}, [](const UnitPlan& unit) { return base::sort_key(unit.organiser); });
    return units;
}

static bool takes_place(const SessionCard& session) {
    return session.state == SessionState::planned || session.state == SessionState::held;
}

static bool overlap(const SessionCard& a, const SessionCard& b) {
    constexpr base::TimeOfDay midnight{0}, end_of_day{24 * 60};
    const auto starts = [&](const SessionCard& session) { return session.starts.value_or(midnight); };
    const auto ends = [&](const SessionCard& session) { return session.starts ? session.ends.value_or(end_of_day) : end_of_day; };
    return a.date == b.date && starts(a) < ends(b) && starts(b) < ends(a);
}

static std::optional<ClashReason> reason(const SessionCard& a, const SessionCard& b) {
    if (!takes_place(a) || !takes_place(b) || !overlap(a, b)) return std::nullopt;
    if (!a.place.empty() && a.place == b.place) return ClashReason::place;
    if (a.organiser_id == b.organiser_id) return ClashReason::organiser;
    return std::nullopt;
}

std::vector<Clash> clashes(const std::vector<SessionCard>& sessions) {
    std::vector<Clash> found;
    for (std::size_t first = 0; first < sessions.size(); ++first)
        for (std::size_t second = first + 1; second < sessions.size() && sessions[second].date == sessions[first].date; ++second)
            if (const auto why = reason(sessions[first], sessions[second]))
                found.push_back({sessions[first].address, sessions[second].address, *why});
    return found;
}

// More than any office holds in a year: a plan that ends in July without a word would be worse than a long one.
constexpr std::int64_t most_of_a_year = 20'000;

YearPlan year_plan(db::Session& db, const http::Viewer& viewer, const YearWanted& wanted, base::Date today) {
    const auto fiscal = site::fiscal_calendar(db);
    const auto year = static_cast<int>(wanted.year.value);
    const auto sessions = list_oldest_first(db, viewer,
                                            {.organiser = wanted.organiser,
                                             .area = wanted.area,
                                             .from = fiscal.first_day(year),
                                             .to = fiscal.last_day(year),
                                             .limit = {{most_of_a_year}}});
    return {wanted.year.value, by_unit_and_quarter(sessions, fiscal), clashes(sessions), met_kept(db, viewer, sessions, today)};
}

}  // namespace circles
