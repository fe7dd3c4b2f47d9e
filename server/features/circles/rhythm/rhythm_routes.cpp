#include <algorithm>

#include "circles/rhythm/plan_session.hpp"
#include "circles/rhythm/rhythm.hpp"
#include "circles/routes.hpp"
#include "http/router.hpp"
#include "ical/rule.hpp"
#include "journal/journal.hpp"

namespace circles {

namespace {

RhythmReply reply_of(db::Session& db, const http::Viewer& viewer, CircleId id, base::Instant now) {
    return rhythm_reply(db, viewer, *records::find(db, viewer, records::record_id(id)), {}, base::bangkok_date(now));
}

RhythmReply show_rhythm(http::Call& call, const records::Readable<CircleId>& circle, const http::Query<SpanWanted>& wanted) {
    return rhythm_reply(call.read(), call.viewer(), circle.found, *wanted, base::bangkok_date(call.now()));
}

RhythmReply change_rhythm(http::Call& call, const records::Editable<CircleId>& circle, const RhythmForm& form) {
    return call.write([&](db::Tx& tx) {
        const auto record = records::touch(tx, call.person(), records::record_id(circle.id), circle.version);
        update_rhythm(tx, circle.id, form.rhythm);
        update_times(tx, circle.id, form.starts, form.ends);
        journal::record(tx, call.person(), "circles.rhythm_changed", {record.id, record.version, json::write(form)});
        return reply_of(tx, call.viewer(), circle.id, call.now());
    });
}

// What another calendar program says of a rhythm.
struct RuleWanted {
    std::string text;
    base::Date first;
};
BOOST_DESCRIBE_STRUCT(RuleWanted, (), (text, first))

Rhythm read_rule(http::Call&, const http::Query<RuleWanted>& wanted) {
    const auto read = ical::read_rule(wanted->text, wanted->first);
    if (const auto* wrong = std::get_if<ical::WrongRule>(&read))
        throw http::Problem(422, "invalid_input").at("?text", wrong->code, {{"part", wrong->part}});
    return rhythm_of(std::get<base::Cadence>(read));
}

base::Date day_in(const http::Segment& segment) {
    const auto day = base::date_from_iso(segment.value);
    if (!day) throw http::not_found();
    return *day;
}

// A session that stands there is postponed or cancelled itself; and what is not due needs no settling but an extra day.
void require_free(db::Session& db, const http::Viewer& viewer, const records::Envelope& circle, const SettledDay& wanted) {
    const auto days = list_laid_out(db, viewer, circle, {wanted.day, wanted.day});
    const auto day = std::ranges::find(days, wanted.day, &LaidOut::due);
    if (day != days.end() && day->session) throw http::Problem(409, "day_has_session");
    if (day == days.end() && wanted.settled != base::Settled::extra) throw http::Problem(409, "day_not_due");
}

RhythmReply settle_day(http::Call& call, const records::Writable<CircleId>& circle, const http::Segment& segment, const DayForm& form) {
    const SettledDay day{day_in(segment), form.settled, form.settled == base::Settled::postponed ? form.to : std::nullopt,
                         base::or_empty(form.reason)};
    return call.write([&](db::Tx& tx) {
        require_free(tx, call.viewer(), circle.found.envelope, day);
        put_settled(tx, circle.id, day);
        journal::record(tx, call.person(), "circles.day_settled", {circle.id, 0, json::write(day)});
        return reply_of(tx, call.viewer(), circle.id, call.now());
    });
}

// By the rhythm again.
RhythmReply unsettle_day(http::Call& call, const records::Writable<CircleId>& circle, const http::Segment& segment) {
    const auto day = day_in(segment);
    return call.write([&](db::Tx& tx) {
        if (!delete_settled(tx, circle.id, day)) throw http::not_found();
        journal::record(tx, call.person(), "circles.day_unsettled", {circle.id, 0, json::write(segment.value)});
        return reply_of(tx, call.viewer(), circle.id, call.now());
    });
}

SessionForm form_of(const CircleRow& circle, const std::string& title, base::Date date) {
    SessionForm form;
    form.title = {title};
    form.date = date;
    form.starts = circle.starts;
    form.ends = circle.ends;
    form.place = {circle.place};
    form.place_kind = circle.place_kind;
    return form;
}

struct PlannedAhead {
    std::vector<base::Date> days;
};
BOOST_DESCRIBE_STRUCT(PlannedAhead, (), (days))

PlannedAhead plan_ahead(http::Call& call, const records::Writable<CircleId>& circle, const PlanAhead& wanted) {
    const auto& record = circle.found.envelope;
    const auto title = wanted.title ? wanted.title->value : record.title;
    const auto from = std::max(wanted.from, base::bangkok_date(call.now()));
    return call.write([&](db::Tx& tx) {
        PlannedAhead planned;
        const auto row = get_circle(tx, circle.id);
        for (const auto& day : list_laid_out(tx, call.viewer(), record, {from, wanted.to})) {
            if (!awaits_a_plan(day) || *day.on < from || *day.on > wanted.to) continue;
            add_session(tx, call.person(), record, form_of(row, title, *day.on));
            planned.days.push_back(*day.on);
        }
        return planned;
    });
}

}  // namespace

void add_rhythm_routes(http::Router& router) {
    router.get("/api/circles/{circle}/rhythm", show_rhythm, access::may_read);
    router.put("/api/circles/{circle}/rhythm", change_rhythm, access::may_edit, http::WriteKind::change);
    router.put("/api/circles/{circle}/rhythm/days/{day}", settle_day, access::may_edit, http::WriteKind::change);
    router.del("/api/circles/{circle}/rhythm/days/{day}", unsettle_day, access::may_edit, http::WriteKind::change);
    router.post("/api/circles/{circle}/rhythm/sessions", plan_ahead, access::may_edit, http::WriteKind::record);
    router.get("/api/rhythm", read_rule, access::anyone);
}

}  // namespace circles
