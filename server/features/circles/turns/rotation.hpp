#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <vector>

#include "circles/circles.hpp"
#include "records/records.hpp"

// Whose turn it is to host, from an order of hosts, what people settled, and what was held. Pure.
namespace circles {

using HostId = records::RecordId;  // an organisation

enum class CameBy : std::uint8_t { order, swap, replacement };
BOOST_DESCRIBE_ENUM(CameBy, order, swap, replacement)

// In the order of the rotation. One that left takes no turn that is due from that day on.
struct Host {
    HostId host_id;
    std::optional<base::Date> left_on;
};
BOOST_DESCRIBE_STRUCT(Host, (), (host_id, left_on))

// A turn that does not follow from the order alone. With turn_of it is history: the order goes on from there, whatever it is today.
struct KeptTurn {
    base::Date due;
    HostId host_id;
    std::optional<HostId> turn_of;
    CameBy came_by{};
    std::optional<SessionId> session_id;
};
BOOST_DESCRIBE_STRUCT(KeptTurn, (), (due, host_id, turn_of, came_by, session_id))

struct Pass {
    base::Date due;
    HostId host_id;
    friend bool operator==(const Pass&, const Pass&) = default;
};
BOOST_DESCRIBE_STRUCT(Pass, (), (due, host_id))

struct Rotation {
    std::vector<Host> order;
    std::vector<KeptTurn> kept;  // by due
    std::vector<Pass> passes;
};

struct HostTurn {
    base::Date due;
    HostId host_id;
    HostId turn_of;  // whose turn it is by the order
    CameBy came_by{};
    std::vector<HostId> passed{};

    friend bool operator==(const HostTurn&, const HostTurn&) = default;
};

// The turns of the days that are due and not held yet, in their order. A day whose session was called off is not due: its host hosts the
// next. None where nobody is left to host.
std::vector<HostTurn> turns(const Rotation& rotation, const std::vector<base::Date>& dues);

// The new order: `wanted` from `today` on. Who is no longer among them has left, and keeps its place behind who went before it.
std::vector<Host> reordered(const std::vector<Host>& order, const std::vector<HostId>& wanted, base::Date today);

}  // namespace circles
