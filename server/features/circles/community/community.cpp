#include "circles/community/community.hpp"

#include <algorithm>

#include "base/holy_days.hpp"
#include "site/site.hpp"

namespace circles {

namespace {

constexpr int two_weeks = 14;
constexpr base::TimeOfDay evening{17 * 60};

bool overlaps(const Span& span, base::Date first, base::Date last) {
    return last >= span.from && first <= span.to;
}

void add_own(std::vector<KeptDay>& days, const std::vector<LocalDay>& own, const Span& span) {
    for (const auto& day : own)
        for (const auto& [first, last] : occurrences(day, span)) days.push_back({day.kind, day.title, day.title_en, first, last, day});
}

void add_holidays(db::Session& db, std::vector<KeptDay>& days, const Span& span) {
    for (const auto& holiday : site::holidays(db, span.from, span.to))
        days.push_back({Kept::holiday, holiday.name, holiday.name_en, holiday.date, holiday.date, {}});
}

// By the table of holidays as the administrators keep it: what they enter of a year makes its วันพระ known.
std::optional<base::Date> add_holy_days(db::Session& db, std::vector<KeptDay>& days, const Span& span) {
    std::vector<base::Date> asalha;
    for (const auto& holiday : site::holidays(db, {site::first_year_of_holidays, 1, 1}, {span.to.year, 12, 31}))
        if (holiday.occasion == site::Occasion::asalha_bucha && holiday.origin != site::Origin::instead) asalha.push_back(holiday.date);
    const auto known = base::holy_days(asalha);
    for (const auto date : known.days)
        if (overlaps(span, date, date)) days.push_back({Kept::holy, "", "", date, date, {}});
    return known.known_until;
}

void add_rush(db::Session& db, std::vector<KeptDay>& days, const Span& span) {
    const auto fiscal = site::fiscal_calendar(db);
    for (int year = fiscal.year_of(span.from); year <= fiscal.year_of(span.to); ++year) {
        const auto last = fiscal.last_day(year);
        const base::Date first{last.year, last.month, 1};
        if (overlaps(span, first, last)) days.push_back({Kept::rush, "", "", first, last, {}});
    }
}

bool is_met(const KeptDay& kept, const Meant& meant) {
    const bool is_free = kept.kind == Kept::evening && meant.starts && *meant.starts >= evening;
    return meant.date >= kept.first && meant.date <= kept.last && !is_free;
}

bool on_weekend(base::Date date) {
    const auto day = base::weekday(date);
    return day == base::Weekday::saturday || day == base::Weekday::sunday;
}

}  // namespace

PlaceCalendar place_calendar(db::Session& db, const http::Viewer& viewer, base::AreaId area, const Span& span) {
    PlaceCalendar calendar;
    add_own(calendar.days, list_local_days(db, viewer, area), span);
    add_holidays(db, calendar.days, span);
    calendar.holy_known_until = add_holy_days(db, calendar.days, span);
    add_rush(db, calendar.days, span);
    std::ranges::stable_sort(calendar.days, {}, &KeptDay::first);
    return calendar;
}

Span looked_at_around(base::Date date) {
    return {base::add_days(date, -two_weeks), base::add_days(date, two_weeks)};
}

LookedAt look_at(const std::vector<KeptDay>& days, const Meant& meant, base::Date today) {
    LookedAt found;
    std::ranges::copy_if(days, std::back_inserter(found.kept), [&](const KeptDay& kept) { return is_met(kept, meant); });
    const auto is_free = [&](base::Date date) {
        return date >= today && (on_weekend(meant.date) || !on_weekend(date)) &&
               std::ranges::none_of(days, [&](const KeptDay& kept) { return is_met(kept, {date, meant.starts}); });
    };
    for (int away = 1; !found.kept.empty() && !found.free && away <= two_weeks; ++away)
        for (const auto date : {base::add_days(meant.date, -away), base::add_days(meant.date, away)})
            if (is_free(date)) found.free = date;
    return found;
}

std::vector<MetKept> met_kept(db::Session& db, const http::Viewer& viewer, const std::vector<SessionCard>& sessions, base::Date today) {
    std::vector<records::RecordId> ids;
    Span span{today, today};
    for (const auto& session : sessions)
        if (session.state == SessionState::planned && session.date >= today) {
            ids.push_back(records::record_id(session.id));
            span.to = std::max(span.to, looked_at_around(session.date).to);
        }
    std::map<records::RecordId, base::AreaId> areas;
    for (const auto& card : records::cards(db, viewer, ids)) areas.emplace(card.id, card.area_id);
    std::map<base::AreaId, std::vector<KeptDay>> kept;
    std::vector<MetKept> all;
    for (const auto& session : sessions) {
        const auto area = areas.find(records::record_id(session.id));
        if (area == areas.end()) continue;
        const auto [days, is_new] = kept.try_emplace(area->second);
        if (is_new) days->second = place_calendar(db, viewer, area->second, span).days;
        if (auto met = look_at(days->second, {session.date, session.starts}, today); !met.kept.empty())
            all.push_back({session.address, std::move(met)});
    }
    return all;
}

std::vector<KeptDay> list_rest_days(db::Session& db, base::AreaId area, const Span& span) {
    std::vector<KeptDay> days;
    add_own(days, list_local_days(db, {}, area), span);
    std::erase_if(days, [](const KeptDay& day) { return day.kind != Kept::merit && day.kind != Kept::holiday; });
    return days;
}

}  // namespace circles
