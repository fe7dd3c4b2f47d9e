#pragma once

#include "circles/groups/breakout_queries.hpp"
#include "circles/sight.hpp"

namespace circles {

// Somebody in a group, for insiders.
struct Seated {
    AttendeeId id;
    std::string name;
    std::string organisation;
};
BOOST_DESCRIBE_STRUCT(Seated, (), (id, name, organisation))

struct Group {
    GroupId id;
    std::int64_t place{};  // from 1
    std::string name;
    std::int64_t size{};
    std::vector<Seated> people;  // empty for outsiders
    std::vector<GroupNote> notes;
    bool mine{};       // the viewer sits here
    bool may_write{};  // the viewer may write its notes
};
BOOST_DESCRIBE_STRUCT(Group, (), (id, place, name, size, people, notes, mine, may_write))

// Notes of groups that became one point of the session: which, and whose they are.
struct MergedPoint {
    PointId point;
    std::string body;
    std::vector<GroupId> groups;
    std::vector<GroupNoteId> notes;
};
BOOST_DESCRIBE_STRUCT(MergedPoint, (), (point, body, groups, notes))

struct Breakout {
    BreakoutId id;
    std::string question;
    SplitBy split_by{};
    std::int64_t seed{};
    std::vector<Group> groups;
    std::vector<Seated> standing;  // came and have no seat yet; for insiders
    bool may_choose{};             // the viewer may sit down where they like
    std::vector<MergedPoint> merged;
};
BOOST_DESCRIBE_STRUCT(Breakout, (), (id, question, split_by, seed, groups, standing, may_choose, merged))

// Notes of a dialogue circle are for its insiders. What a phone without an account wrote is for insiders until it was merged into a point;
// what was hidden, for who may edit the session.
std::vector<Breakout> breakouts_for(db::Session& db, const http::Viewer& viewer, const records::Found& session);
bool may_write(db::Session& db, const http::Viewer& viewer, const records::Found& session, GroupId group);

// What search may read of a session's groups.
std::vector<std::string> words_of_groups(db::Session& db, SessionId session);

}  // namespace circles
