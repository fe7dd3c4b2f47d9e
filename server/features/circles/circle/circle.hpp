#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "base/bounded.hpp"
#include "base/fiscal_calendar.hpp"
#include "base/json/errors.hpp"
#include "base/meeting_days.hpp"
#include "circles/circles.hpp"
#include "records/records.hpp"

namespace circles {

// Names in both languages: locale keys circles_kind_…
enum class CircleKind : std::uint8_t {
    dialogue,               // สุนทรียสนทนา
    deliberation,           // วงสานเสวนา
    tea_circle,             // วงน้ำชา
    story_circle,           // วงเล่าเรื่อง
    peer_assist,            // เพื่อนช่วยเพื่อน
    mentoring,              // ระบบพี่เลี้ยง
    before_action_review,   // ทบทวนก่อนปฏิบัติ (BAR)
    after_action_review,    // ทบทวนหลังการปฏิบัติงาน (AAR)
    lesson_extraction,      // ถอดบทเรียน
    community_of_practice,  // ชุมชนนักปฏิบัติ (CoP)
    practice,               // พื้นที่ฝึกปัญญาปฏิบัติ
    world_cafe,             // เวิลด์คาเฟ่
    appreciative_inquiry,   // สุนทรียสาธก
    knowledge_market,       // ตลาดนัดความรู้
    routine_to_research,    // วิจัยจากงานประจำ (R2R)
    hearing,                // เวทีรับฟังความคิดเห็น
    forum,                  // เวที
    meeting,                // ประชุม
    other,                  // อื่น ๆ
};
BOOST_DESCRIBE_ENUM(CircleKind, dialogue, deliberation, tea_circle, story_circle, peer_assist, mentoring, before_action_review,
                    after_action_review, lesson_extraction, community_of_practice, practice, world_cafe, appreciative_inquiry,
                    knowledge_market, routine_to_research, hearing, forum, meeting, other)

// A dialogue owes no results: its sessions have no agreements unless the circle wants them, and what is said in them stays in the circle.
bool is_dialogue(CircleKind kind);

enum class Level : std::uint8_t { organisation, community, network };
BOOST_DESCRIBE_ENUM(Level, organisation, community, network)

enum class Phase : std::uint8_t { prepare, implement, extend };
BOOST_DESCRIBE_ENUM(Phase, prepare, implement, extend)

enum class PlaceKind : std::uint8_t {
    meeting_room,
    community_hall,
    temple,
    school,
    health_station,
    library,
    learning_centre,
    home,
    outdoors,
    online,
    other,
};
BOOST_DESCRIBE_ENUM(PlaceKind, meeting_room, community_hall, temple, school, health_station, library, learning_centre, home, outdoors,
                    online, other)

// Whose quarters and years a rhythm counts: from January on, or those of this installation's fiscal year.
enum class Years : std::uint8_t { calendar, fiscal };
BOOST_DESCRIBE_ENUM(Years, calendar, fiscal)

// How often a circle meets, see base::Cadence, and what it does about holidays.
struct Rhythm {
    base::Every every{};
    base::Whole<1, 60> interval;
    std::optional<base::Weekday> weekday{};            // for week and month_weekday
    std::optional<base::Whole<1, 5>> nth{};            // for month_weekday; 5 is the last
    std::optional<base::Whole<1, 31>> day{};           // for month_day
    std::optional<base::Cycle> cycle{};                // every month, if not given
    std::optional<base::Whole<1, 12>> month{};         // for quarter (1 to 3) and year
    std::optional<Years> years{};                      // calendar
    std::optional<base::OnHoliday> on_holiday{};       // meet
    std::optional<base::Date> since{};                 // since when it is this rhythm; the circle's own beginning, if not given
    std::optional<std::vector<base::Weekday>> also{};  // for week: its other weekdays
    std::optional<base::Date> until{};                 // the last day on which it can meet
    std::optional<base::Whole<1, 1000>> count{};       // so many days in all, counted before holidays; either this or `until`
};
BOOST_DESCRIBE_STRUCT(Rhythm, (), (every, interval, weekday, nth, day, cycle, month, years, on_holiday, since, also, until, count))
// Both times of one day; an end asks for a beginning before it.
void check_times(const std::optional<base::TimeOfDay>& starts, const std::optional<base::TimeOfDay>& ends, json::Errors& errors);
void check(const Rhythm& rhythm, json::Errors& errors);
// `began`: when the circle did.
base::Cadence cadence(const Rhythm& rhythm, base::Date began, const base::FiscalCalendar& fiscal);
// The rhythm of a cadence that a calendar program told; its quarters and years are the calendar's.
Rhythm rhythm_of(const base::Cadence& cadence);

// What a person fills in to make or change a circle.
struct CircleForm {
    base::Line title;
    std::optional<base::Line> title_en;
    CircleKind kind{};
    Level level{};
    Phase phase = Phase::implement;
    std::optional<base::Text<0, 4000>> purpose;
    std::optional<base::Text<0, 300>> project;  // the project that it belongs to, by its whole name
    records::RecordId organiser;
    std::optional<base::AreaId> area;
    std::optional<Rhythm> rhythm;
    std::optional<base::Text<0, 300>> place;
    std::optional<PlaceKind> place_kind;
    std::optional<base::TimeOfDay> starts;
    std::optional<base::TimeOfDay> ends;
    std::optional<base::Date> since;
    std::optional<base::Whole<0, 100'000>> held_before;  // sessions held before they were recorded here
    std::optional<bool> agreements_wanted;               // no for dialogues, yes for the others
    std::optional<records::Audience> audience;           // public; asked when it is made, later changed at /api/records/…/audience
};
BOOST_DESCRIBE_STRUCT(CircleForm, (),
                      (title, title_en, kind, level, phase, purpose, project, organiser, area, rhythm, place, place_kind, starts, ends,
                       since, held_before, agreements_wanted, audience))
void check(const CircleForm& form, json::Errors& errors);

// Counted from held sessions; people are absent where nobody counted.
struct Counters {
    std::int64_t held{};                           // with those held before they were recorded here
    std::int64_t recorded{};                       // held and recorded here
    std::optional<std::int64_t> people;            // person-times
    std::optional<std::int64_t> different_people;  // by name or account
    std::optional<double> hours;
    std::optional<base::Date> since;
};
BOOST_DESCRIBE_STRUCT(Counters, (), (held, recorded, people, different_people, hours, since))

struct Organiser {
    records::RecordId id;
    std::string title;  // empty where the viewer may not know it
    std::string address;
};
BOOST_DESCRIBE_STRUCT(Organiser, (), (id, title, address))

}  // namespace circles
