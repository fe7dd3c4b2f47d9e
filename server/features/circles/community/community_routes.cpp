#include "areas/areas.hpp"
#include "base/locale.hpp"
#include "base/thai_calendar.hpp"
#include "circles/community/community.hpp"
#include "circles/community/community_feed.hpp"
#include "circles/routes.hpp"
#include "http/page.hpp"
#include "http/router.hpp"
#include "journal/journal.hpp"

namespace circles {

namespace {

constexpr int a_year = 365;

struct LocalDayForm {
    records::RecordId owner;  // the organisation that answers for it, and works there
    LocalDayContent content;
};
BOOST_DESCRIBE_STRUCT(LocalDayForm, (), (owner, content))

struct CalendarWanted {
    std::optional<base::Whole<2000, 2200>> year;  // CE; twelve months from today on
};
BOOST_DESCRIBE_STRUCT(CalendarWanted, (), (year))

struct CommunityCalendar {
    std::string code;
    std::string title;
    std::string title_en;
    base::Date from;
    base::Date to;
    PlaceCalendar calendar;
};
BOOST_DESCRIBE_STRUCT(CommunityCalendar, (), (code, title, title_en, from, to, calendar))

areas::Area known_area(db::Session& db, const http::Segment& code) {
    auto area = areas::find(db, code.value);
    if (!area) throw http::not_found();
    return *std::move(area);
}

Span wanted_span(const CalendarWanted& wanted, base::Date today) {
    if (!wanted.year) return {today, base::add_days(today, a_year)};
    const auto year = static_cast<int>(wanted.year->value);
    return {{year, 1, 1}, {year, 12, 31}};
}

CommunityCalendar calendar_of(db::Session& db, http::Call& call, const areas::Area& area, const CalendarWanted& wanted) {
    const auto span = wanted_span(wanted, base::bangkok_date(call.now()));
    return {area.code, areas::title(area, base::Language::th),          areas::title(area, base::Language::en), span.from,
            span.to,   place_calendar(db, call.viewer(), area.id, span)};
}

CommunityCalendar get_calendar(http::Call& call, const http::Segment& code, const http::Query<CalendarWanted>& wanted) {
    return calendar_of(call.read(), call, known_area(call.read(), code), *wanted);
}

// The calendar is everybody's: only who edits for an organisation that lies in the area, or around it, says what it keeps.
void require_editor_there(db::Session& db, const http::Viewer& viewer, records::RecordId owner, base::AreaId area) {
    records::require_contributor(db, viewer, owner);
    if (records::role_in(db, viewer.person, owner) < records::Role::editor) throw http::Problem(403, "not_an_editor");
    const auto organisation = records::find(db, owner);
    const auto lies_in = [](base::AreaId inner, base::AreaId outer) { return inner >= outer && inner <= base::last_of(outer); };
    if (!organisation || (!lies_in(organisation->area_id, area) && !lies_in(area, organisation->area_id)))
        throw http::Problem(422, "invalid_input").at("/owner", "works_elsewhere");
}

records::Description describe(const LocalDayContent& content, base::AreaId area) {
    return {.title = content.name.value,
            .title_en = base::or_empty(content.name_en),
            .summary = base::or_empty(content.note),
            .area_id = area,
            .happened_on = content.first};
}

http::Created<records::Envelope> add_day(http::Call& call, const http::Segment& code, const LocalDayForm& form) {
    const auto area = known_area(call.read(), code);
    require_editor_there(call.read(), call.viewer(), form.owner, area.id);
    return call.write([&](db::Tx& tx) {
        const auto record = records::insert(tx, call.person(),
                                            {.kind = std::string(LocalDayTag::kind),
                                             .address = "/areas/" + area.code + "/calendar",
                                             .owner_id = form.owner,
                                             .state = records::State::published,
                                             .description = describe(form.content, area.id),
                                             .audience = {records::Visibility::public_}});
        insert_local_day(tx, {record.id.value}, area.id, form.content);
        records::set_text(tx, record.id, base::or_empty(form.content.note));
        journal::record(tx, call.person(), "circles.local_day_added", {record.id, record.version, json::write(form.content)});
        return http::Created<records::Envelope>{record};
    });
}

LocalDay get_day(http::Call& call, const records::Readable<LocalDayId>& day) {
    return get_local_day(call.read(), day.id);
}

records::Envelope change_day(http::Call& call, const records::Editable<LocalDayId>& day, const LocalDayContent& content) {
    return call.write([&](db::Tx& tx) {
        const auto record = records::revise(tx, call.person(), records::record_id(day.id), day.version, describe(content, day->area_id));
        update_local_day(tx, day.id, content);
        records::set_text(tx, record.id, base::or_empty(content.note));
        journal::record(tx, call.person(), "circles.local_day_changed", {record.id, record.version, json::write(content)});
        return record;
    });
}

struct DayMeant {
    base::Date date;
    std::optional<base::TimeOfDay> starts;
};
BOOST_DESCRIBE_STRUCT(DayMeant, (), (date, starts))

// While a session is being planned.
LookedAt look_at_day(http::Call& call, const records::Readable<CircleId>& circle, const http::Query<DayMeant>& meant) {
    const auto days = place_calendar(call.read(), call.viewer(), circle->area_id, looked_at_around(meant->date)).days;
    return look_at(days, {meant->date, meant->starts}, base::bangkok_date(call.now()));
}

http::html::Html line_of(const KeptDay& day, base::Language language) {
    using namespace http::html;
    const auto when = [&](base::Date date) { return http::html::time(datetime(base::to_iso(date)), base::long_date(date, language)); };
    const auto kind = base::say(language, "circles_kept_" + std::string(base::name_of(day.kind)));
    const auto name = language == base::Language::th || day.name_en.empty() ? day.name : day.name_en;
    const Html until = day.first == day.last ? Html() : group(" – ", when(day.last));
    return li(when(day.first), until, " ", name.empty() ? kind : name + " · " + kind);
}

http::Page calendar_page(http::Call& call, const http::Segment& code, const http::Query<CalendarWanted>& wanted) {
    using namespace http::html;
    const auto language = call.language();
    const auto reply = get_calendar(call, code, wanted);
    const auto title =
        base::say(language, "circles_calendar_of", {{"place", language == base::Language::th ? reply.title : reply.title_en}});
    const auto line = [&](const KeptDay& day) { return line_of(day, language); };
    return http::make_page(reply, title, "/areas/" + reply.code + "/calendar", article(h1(title), ul(each(reply.calendar.days, line))));
}

}  // namespace

void add_community_routes(http::Router& router) {
    add_community_feed(router);
    router.get("/api/areas/{code}/calendar", get_calendar, access::anyone);
    router.post("/api/areas/{code}/calendar", add_day, access::may_contribute, http::WriteKind::record);
    router.get("/api/local-days/{local_day}", get_day, access::may_read);
    router.put("/api/local-days/{local_day}", change_day, access::may_edit, http::WriteKind::change);
    router.get("/api/circles/{circle}/calendar", look_at_day, access::may_read);
    router.page("/areas/{code}/calendar", calendar_page, access::anyone);
}

}  // namespace circles
