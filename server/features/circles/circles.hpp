#pragma once

#include <span>
#include <string_view>

#include "base/ids.hpp"
#include "db/migration.hpp"

namespace http {
class Router;
}

namespace circles {

struct CircleTag {
    static constexpr std::string_view kind = "circle";
};
using CircleId = base::Id<CircleTag>;

struct SessionTag {
    static constexpr std::string_view kind = "session";
};
using SessionId = base::Id<SessionTag>;

// Parts of a session and of a circle; none of them is a record of its own.
struct PointTag {};
using PointId = base::Id<PointTag>;
struct AttendeeTag {};
using AttendeeId = base::Id<AttendeeTag>;
struct AgreementTag {};
using AgreementId = base::Id<AgreementTag>;
struct TopicTag {};
using TopicId = base::Id<TopicTag>;

void add_routes(http::Router& router);
std::span<const db::Migration> migrations();

}  // namespace circles
