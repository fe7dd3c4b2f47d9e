#pragma once

#include "circles/community/community.hpp"
#include "circles/rhythm/days.hpp"
#include "circles/rhythm/laid_out.hpp"
#include "records/records.hpp"

namespace circles {

// What a person fills in to change when a circle meets.
struct RhythmForm {
    std::optional<Rhythm> rhythm;
    std::optional<base::TimeOfDay> starts;
    std::optional<base::TimeOfDay> ends;
};
BOOST_DESCRIBE_STRUCT(RhythmForm, (), (rhythm, starts, ends))
void check(const RhythmForm& form, json::Errors& errors);

struct DayForm {
    base::Settled settled{};
    std::optional<base::Date> to;
    std::optional<base::Text<0, 300>> reason;
};
BOOST_DESCRIBE_STRUCT(DayForm, (), (settled, to, reason))

// Sessions for every day of a span that awaits one.
struct PlanAhead {
    base::Date from;
    base::Date to;
    std::optional<base::Line> title;  // the circle's own, if not given
};
BOOST_DESCRIBE_STRUCT(PlanAhead, (), (from, to, title))
void check(const PlanAhead& plan, json::Errors& errors);

// A month of a circle's life: what its rhythm aims at, where it is known, and what was held.
struct MonthOfCircle {
    base::Date first;
    std::optional<std::int64_t> due;
    std::int64_t held{};
};
BOOST_DESCRIBE_STRUCT(MonthOfCircle, (), (first, due, held))

// When a circle meets, as its page shows it.
struct RhythmReply {
    records::Envelope record;
    std::optional<Rhythm> rhythm;
    std::optional<base::TimeOfDay> starts;
    std::optional<base::TimeOfDay> ends;
    std::string rule;                  // RFC 5545, for other programs; empty where it never meets
    std::optional<base::Date> begins;  // its DTSTART
    base::Date from;
    base::Date to;
    std::vector<LaidOut> days;
    std::vector<site::YearToEnter> to_enter;
    std::vector<MonthOfCircle> months;  // the last two years
    std::optional<base::Date> last_held;
    records::Rights rights;
};
BOOST_DESCRIBE_STRUCT(RhythmReply, (), (record, rhythm, starts, ends, rule, begins, from, to, days, to_enter, months, last_held, rights))

struct SpanWanted {
    std::optional<base::Date> from;  // today
    std::optional<base::Date> to;    // a year after it, and two at most
};
BOOST_DESCRIBE_STRUCT(SpanWanted, (), (from, to))

Span span_of(const SpanWanted& wanted, base::Date today);

std::vector<LaidOut> list_laid_out(db::Session& db, const http::Viewer& viewer, const records::Envelope& circle, const Span& span);
RhythmReply rhythm_reply(db::Session& db, const http::Viewer& viewer, const records::Found& circle, const SpanWanted& wanted,
                         base::Date today);

// Held sessions by month, and the last of them.
struct HeldMonth {
    std::string month;  // "2026-11"
    std::int64_t held{};
    base::Date last;
};
BOOST_DESCRIBE_STRUCT(HeldMonth, (), (month, held, last))
std::vector<HeldMonth> count_held_by_month(db::Session& db, CircleId circle);
Moves list_moves(db::Session& db, CircleId circle);

}  // namespace circles
