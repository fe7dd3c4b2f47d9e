#pragma once

#include <boost/describe.hpp>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/bounded.hpp"
#include "base/json/errors.hpp"
#include "base/sector.hpp"
#include "circles/circle/circle.hpp"

namespace circles {

enum class SessionState : std::uint8_t { planned, held, postponed, cancelled };
BOOST_DESCRIBE_ENUM(SessionState, planned, held, postponed, cancelled)

// One block of the day.
struct AgendaBlock {
    std::optional<base::TimeOfDay> starts;
    std::optional<base::TimeOfDay> ends;
    base::Line title;
    std::optional<base::Text<0, 300>> speaker;  // with role and body, as it is announced
    std::optional<base::Text<0, 300>> method;
    std::optional<base::Text<0, 2000>> output;
};
BOOST_DESCRIBE_STRUCT(AgendaBlock, (), (starts, ends, title, speaker, method, output))
void check(const AgendaBlock& block, json::Errors& errors);

// How the circle went, apart from what was said in it. For insiders.
struct ProcessNotes {
    base::Text<0, 4000> check_in;
    base::Text<0, 1000> tool;
    base::Text<0, 8000> steps;
    base::Text<0, 4000> mood;
    base::Text<0, 4000> would_change;  // what the facilitator would do differently
};
BOOST_DESCRIBE_STRUCT(ProcessNotes, (), (check_in, tool, steps, mood, would_change))

// What the yearly transparency assessment (ITA, participation of the public) asks of each activity.
struct Transparency {
    base::Text<0, 2000> issue;
    base::Text<0, 2000> took_part;
    base::Text<0, 4000> result;
    base::Text<0, 4000> result_use;
};
BOOST_DESCRIBE_STRUCT(Transparency, (), (issue, took_part, result, result_use))

// What a person fills in to plan or change a session. All of it is replaced; what several people add at once (people, points,
// agreements, photos, head counts) has its own routes.
struct SessionForm {
    base::Line title;
    base::Date date;
    std::optional<base::TimeOfDay> starts;
    std::optional<base::TimeOfDay> ends;
    std::optional<base::Text<0, 300>> place;
    std::optional<PlaceKind> place_kind;
    std::optional<base::AreaId> area;  // the circle's, if not given
    std::optional<base::Text<0, 2000>> summary;
    std::optional<base::Text<0, 1000>> key_question;
    std::optional<base::Text<0, 4000>> planned_result;
    std::optional<base::Text<0, 4000>> seen_result;
    std::optional<base::Whole<1, 100'000>> said_ordinal;  // the number that the paper says, where it says one
    std::vector<AgendaBlock> agenda;
    std::optional<ProcessNotes> process;
    std::optional<Transparency> transparency;
};
BOOST_DESCRIBE_STRUCT(SessionForm, (),
                      (title, date, starts, ends, place, place_kind, area, summary, key_question, planned_result, seen_result, said_ordinal,
                       agenda, process, transparency))
void check(const SessionForm& form, json::Errors& errors);

// The three generations that sit together in a circle.
enum class AgeBand : std::uint8_t { young, working, elder };
BOOST_DESCRIBE_ENUM(AgeBand, young, working, elder)

// Heads as they were counted at the door. What nobody counted is absent, never zero.
struct AgeHeads {
    std::optional<base::Whole<0, 100'000>> young;
    std::optional<base::Whole<0, 100'000>> working;
    std::optional<base::Whole<0, 100'000>> elder;
};
BOOST_DESCRIBE_STRUCT(AgeHeads, (), (young, working, elder))

struct SectorHeads {
    std::optional<base::Whole<0, 100'000>> state;
    std::optional<base::Whole<0, 100'000>> local_government;
    std::optional<base::Whole<0, 100'000>> academic;
    std::optional<base::Whole<0, 100'000>> private_;
    std::optional<base::Whole<0, 100'000>> civil_society;
    std::optional<base::Whole<0, 100'000>> religious;
    std::optional<base::Whole<0, 100'000>> people;
};
BOOST_DESCRIBE_STRUCT(SectorHeads, (), (state, local_government, academic, private_, civil_society, religious, people))

struct Heads {
    std::optional<base::Whole<0, 100'000>> all;
    std::optional<AgeHeads> by_age;
    std::optional<SectorHeads> by_sector;
};
BOOST_DESCRIBE_STRUCT(Heads, (), (all, by_age, by_sector))

// How many took part: the largest of what was counted, because each way of counting may have missed some. Nothing if nobody counted.
std::optional<std::int64_t> people_in(const Heads& heads, std::int64_t listed);

}  // namespace circles
