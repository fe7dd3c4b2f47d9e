#include "circles/rhythm/rhythm.hpp"

#include <algorithm>

#include "ical/rule.hpp"

namespace circles {

namespace {

constexpr int days_ahead = 366;
constexpr int most_days = 732;
constexpr int months_shown = 24;
// A postponed session is far from the day on which it was due: those beside the span are looked at too.
constexpr int around = 120;

using DaysByName = std::vector<LaidOut>;

void name_holidays(db::Session& db, DaysByName& days, const Span& span) {
    const auto holidays = site::holidays(db, span.from, span.to);
    for (auto& day : days) {
        const auto holiday = std::ranges::find(holidays, day.due, &site::Holiday::date);
        if (holiday == holidays.end()) continue;
        day.holiday = holiday->name;
        day.holiday_en = holiday->name_en;
    }
}

void name_rest_days(const std::vector<KeptDay>& kept, DaysByName& days) {
    for (auto& day : days) {
        const auto rest = std::ranges::find_if(kept, [&](const KeptDay& one) { return day.due >= one.first && day.due <= one.last; });
        if (rest == kept.end() || !day.holiday.empty()) continue;
        day.holiday = rest->name;
        day.holiday_en = rest->name_en.empty() ? rest->name : rest->name_en;
    }
}

void give_reasons(const std::vector<SettledDay>& settled, DaysByName& days) {
    for (const auto& told : settled) {
        const auto day = std::ranges::find(days, told.day, &LaidOut::due);
        if (day != days.end() && !day->session) day->reason = told.reason;
    }
}

bool touches(const LaidOut& day, const Span& span) {
    const auto inside = [&](base::Date date) { return date >= span.from && date <= span.to; };
    return inside(day.due) || (day.on && inside(*day.on));
}

base::Date first_of(base::Date day) {
    return {day.year, day.month, 1};
}

base::Date month_after(base::Date first) {
    return first_of(base::add_days(first, 31));
}

base::Date months_before(base::Date first, int months) {
    for (int i = 0; i < months; ++i) first = first_of(base::add_days(first, -1));
    return first;
}

// What the rhythm aims at in a month; before it began nobody knows.
std::optional<std::int64_t> due_in(const std::vector<base::MeetingDay>& days, const Ruled& ruled, base::Date month) {
    if (!ruled.cadence || month_after(month) <= ruled.cadence->since) return std::nullopt;
    return std::ranges::count_if(days, [&](const auto& day) { return day.on && first_of(*day.on) == month; });
}

std::vector<MonthOfCircle> months_of(db::Session& db, const Ruled& ruled, const std::vector<HeldMonth>& held, base::Date today) {
    const auto first = months_before(first_of(today), months_shown - 1);
    const auto days = list_meeting_days(db, ruled, first, base::add_days(month_after(first_of(today)), -1));
    std::vector<MonthOfCircle> months;
    for (auto month = first; month <= today; month = month_after(month)) {
        const auto counted = std::ranges::find(held, base::to_iso(month).substr(0, 7), &HeldMonth::month);
        months.push_back({month, due_in(days, ruled, month), counted == held.end() ? 0 : counted->held});
    }
    return months;
}

}  // namespace

void check(const RhythmForm& form, json::Errors& errors) {
    check_times(form.starts, form.ends, errors);
}

void check(const PlanAhead& plan, json::Errors& errors) {
    if (plan.to < plan.from || base::days_between(plan.from, plan.to) > days_ahead) errors.add("/to", "too_far", {{"max", days_ahead}});
}

Span span_of(const SpanWanted& wanted, base::Date today) {
    const auto from = wanted.from.value_or(today);
    return {from, std::min(wanted.to.value_or(base::add_days(from, days_ahead)), base::add_days(from, most_days))};
}

std::vector<LaidOut> list_laid_out(db::Session& db, const http::Viewer& viewer, const records::Envelope& circle, const Span& span) {
    const CircleId id{circle.id.value};
    const Span wide{base::add_days(span.from, -around), base::add_days(span.to, around)};
    const auto rule = ruled(db, id, get_circle(db, id), circle.happened_on);
    const auto sessions = list_oldest_first(db, viewer, {.circle = id, .from = wide.from, .to = wide.to, .limit = {{500}}});
    auto days = lay_out(list_meeting_days(db, rule, wide.from, wide.to), sessions, list_moves(db, id));
    std::erase_if(days, [&](const LaidOut& day) { return !touches(day, span); });
    name_holidays(db, days, wide);
    name_rest_days(list_rest_days(db, circle.area_id, wide), days);
    give_reasons(list_settled(db, id), days);
    return days;
}

RhythmReply rhythm_reply(db::Session& db, const http::Viewer& viewer, const records::Found& circle, const SpanWanted& wanted,
                         base::Date today) {
    const CircleId id{circle.envelope.id.value};
    const auto row = get_circle(db, id);
    const auto rule = ruled(db, id, row, circle.envelope.happened_on);
    const auto span = span_of(wanted, today);
    const auto held = count_held_by_month(db, id);
    RhythmReply reply{.record = circle.envelope,
                      .rhythm = rhythm(row),
                      .starts = row.starts,
                      .ends = row.ends,
                      .rule = rule.cadence ? ical::rule_text(*rule.cadence) : "",
                      .begins = {},
                      .from = span.from,
                      .to = span.to,
                      .days = list_laid_out(db, viewer, circle.envelope, span),
                      .to_enter = site::years_to_enter(db, span.from, span.to),
                      .months = months_of(db, rule, held, today),
                      .last_held = {},
                      .rights = records::rights(circle)};
    if (rule.cadence) reply.begins = base::first_day(*rule.cadence);
    if (!reply.begins) reply.rule.clear();  // it ended before it had met
    if (!held.empty()) reply.last_held = held.back().last;
    return reply;
}

}  // namespace circles
