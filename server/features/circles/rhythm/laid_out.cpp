#include "circles/rhythm/laid_out.hpp"

#include <algorithm>
#include <set>

namespace circles {

using base::Became;

namespace {

// The sessions, each of which may stand for one before it.
class Chains {
  public:
    Chains(const std::vector<SessionCard>& sessions, const Moves& moves) : moves_(moves) {
        for (const auto& session : sessions) by_id_.emplace(session.id, &session);
        for (const auto& [from, to] : moves)
            if (by_id_.contains(from)) follows_.insert(to);
    }

    bool begins_with(const SessionCard& session) const { return !follows_.contains(session.id); }

    // What stands for it now: itself, if it was never moved.
    const SessionCard& last(const SessionCard& first) const {
        const auto* session = &first;
        for (auto move = moves_.find(first.id); move != moves_.end(); move = moves_.find(session->id)) {
            const auto next = by_id_.find(move->second);
            if (next == by_id_.end()) break;
            session = next->second;
        }
        return *session;
    }

  private:
    const Moves& moves_;
    std::map<SessionId, const SessionCard*> by_id_;
    std::set<SessionId> follows_;
};

// The day for which a session was planned: on which it meets or, against the rule of holidays, was due.
LaidOut* day_of(std::vector<LaidOut>& days, base::Date date) {
    const auto free_on = [&](const auto& which) {
        return std::ranges::find_if(days, [&](const LaidOut& day) { return !day.session && which(day) == std::optional(date); });
    };
    auto found = free_on([](const LaidOut& day) { return day.on; });
    if (found == days.end()) found = free_on([](const LaidOut& day) { return std::optional(day.due); });
    return found == days.end() ? nullptr : &*found;
}

void put(LaidOut& day, const SessionCard& first, const SessionCard& last) {
    day.session = last;
    day.reason = first.reason;
    day.on = last.state == SessionState::postponed || last.state == SessionState::cancelled ? std::nullopt : std::optional(last.date);
    if (last.state == SessionState::cancelled)
        day.became = Became::cancelled;
    else if (first.state == SessionState::postponed)
        day.became = Became::postponed;
    else if (day.became != Became::extra && last.date == day.due)
        day.became = Became::kept;
}

}  // namespace

std::vector<LaidOut> lay_out(const std::vector<base::MeetingDay>& days, const std::vector<SessionCard>& sessions, const Moves& moves) {
    std::vector<LaidOut> laid_out;
    laid_out.reserve(days.size());
    for (const auto& day : days) laid_out.push_back({day.due, day.on, day.became});
    const Chains chains(sessions, moves);
    for (const auto& session : sessions) {
        if (!chains.begins_with(session)) continue;
        auto* day = day_of(laid_out, session.date);
        if (day == nullptr) day = &laid_out.emplace_back(session.date, session.date, Became::extra);
        put(*day, session, chains.last(session));
    }
    std::ranges::stable_sort(laid_out, {}, &LaidOut::due);
    return laid_out;
}

bool awaits_a_plan(const LaidOut& day) {
    return day.on && !day.session;
}

}  // namespace circles
