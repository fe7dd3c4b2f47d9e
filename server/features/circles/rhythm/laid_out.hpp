#pragma once

#include <map>

#include "base/meeting_days.hpp"
#include "circles/session/session_card.hpp"

namespace circles {

// A day that is due, and the session that stands for it: one that was postponed goes with its day, however often.
struct LaidOut {
    base::Date due;
    std::optional<base::Date> on;  // the day on which it meets
    base::Became became{};
    std::optional<SessionCard> session{};
    std::string holiday{};  // on `due`, in both languages
    std::string holiday_en{};
    std::string reason{};  // why people settled it otherwise
};
BOOST_DESCRIBE_STRUCT(LaidOut, (), (due, on, became, session, holiday, holiday_en, reason))

// Which session stands for a postponed one.
using Moves = std::map<SessionId, SessionId>;

// Days and sessions of a circle, both in their order, put together; a session beside the rhythm is an extra day of its own.
std::vector<LaidOut> lay_out(const std::vector<base::MeetingDay>& days, const std::vector<SessionCard>& sessions, const Moves& moves);

// It meets on a day that is known, and nothing is planned for it yet.
bool awaits_a_plan(const LaidOut& day);

}  // namespace circles
