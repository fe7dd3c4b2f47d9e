#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "base/bounded.hpp"
#include "base/json/errors.hpp"
#include "circles/calendar/transparency.hpp"
#include "circles/circles.hpp"
#include "db/db.hpp"
#include "http/viewer.hpp"

// How far people took part, from being told to deciding for themselves.
namespace circles {

// After the spectrum of the International Association for Public Participation. Locale keys circles_rung_NAME.
enum class Rung : std::uint8_t { inform, consult, involve, collaborate, empower };
BOOST_DESCRIBE_ENUM(Rung, inform, consult, involve, collaborate, empower)

struct RungHeads {
    Rung rung{};
    base::Whole<0, 100'000> people;
};
BOOST_DESCRIBE_STRUCT(RungHeads, (), (rung, people))

struct LadderForm {
    Rung rung{};                   // the highest that the session reached
    base::Text<1, 2000> evidence;  // by what one can tell: who analysed, who decided, what is written down
    std::vector<RungHeads> heads;  // where somebody counted
    std::int64_t version{};        // 0: nobody has said anything yet
};
BOOST_DESCRIBE_STRUCT(LadderForm, (), (rung, evidence, heads, version))
void check(const LadderForm& form, json::Errors& errors);

struct Ladder {
    std::optional<Rung> rung;  // nobody has said anything yet
    std::string evidence;
    std::vector<RungHeads> heads;
    std::optional<std::int64_t> people;  // who came, for comparing
    std::int64_t version{};
};
BOOST_DESCRIBE_STRUCT(Ladder, (), (rung, evidence, heads, people, version))
Ladder get_ladder(db::Session& db, SessionId session);
// Throws Problem 412 `edited_elsewhere` unless `form.version` is the newest.
void put_ladder(db::Tx& tx, base::PersonId actor, SessionId session, const LadderForm& form);

// Held sessions of a year by how far people took part in them; `rung` is empty for those of which nobody has said it.
struct RungCount {
    std::optional<Rung> rung;
    std::int64_t sessions{};
    std::optional<std::int64_t> people;
};
BOOST_DESCRIBE_STRUCT(RungCount, (), (rung, sessions, people))
std::vector<RungCount> count_rungs(db::Session& db, const http::Viewer& viewer, const YearWanted& wanted);

}  // namespace circles
