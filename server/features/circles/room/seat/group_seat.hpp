#pragma once

#include "circles/groups/breakout_queries.hpp"
#include "circles/room/room.hpp"

// Where phones without an account sit in a break-out.
namespace circles {

// A group of the break-out that is on, as all in the room hear of it.
struct GroupNow {
    GroupId id;
    std::int64_t place{};
    std::string name;
    std::int64_t size{};      // with phones
    std::int64_t notes{};     // that nobody hid
    std::int64_t revision{};  // of the room when something in it last changed: who sits there reads it anew
};
BOOST_DESCRIBE_STRUCT(GroupNow, (), (id, place, name, size, notes, revision))
std::vector<GroupNow> list_groups_now(db::Session& db, BreakoutId breakout);

std::optional<GroupId> find_phone_group(db::Session& db, BreakoutId breakout, SeatId seat);
// Whether who holds the phone is on the list of those who came, and counted there.
enum class Holder : std::uint8_t { unknown, listed };
void put_phone(db::Tx& tx, const GroupRow& group, SeatId seat, Holder holder);
void clear_phones(db::Tx& tx, BreakoutId breakout);

struct Sitting {
    GroupId group_id;
    std::int64_t people{};
};
BOOST_DESCRIBE_STRUCT(Sitting, (), (group_id, people))
// Of those whom no list counts.
std::vector<Sitting> count_phones(db::Session& db, BreakoutId breakout);

// By the name as it was signed.
std::optional<AttendeeId> find_attendee_called(db::Session& db, SessionId session, std::string_view name);
std::optional<GroupId> find_seat_of(db::Session& db, BreakoutId breakout, AttendeeId attendee);

}  // namespace circles
