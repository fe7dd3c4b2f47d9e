#pragma once

#include <span>
#include <string_view>

#include "base/ids.hpp"
#include "circles/invite/invited.hpp"
#include "circles/notices/mail_ends.hpp"
#include "circles/outside/days.hpp"
#include "circles/outside/intake.hpp"
#include "circles/outside/summary.hpp"
#include "circles/outside/words.hpp"
#include "circles/turns/turn_notices.hpp"
#include "db/migration.hpp"

namespace db {
class Database;
class Session;
}  // namespace db
namespace http {
class Router;
struct Viewer;
}  // namespace http

namespace circles {

struct CircleTag {
    static constexpr std::string_view kind = "circle";
};
using CircleId = base::Id<CircleTag>;

struct SessionTag {
    static constexpr std::string_view kind = "session";
};
using SessionId = base::Id<SessionTag>;

struct TopicTag {
    static constexpr std::string_view kind = "topic";
};
using TopicId = base::Id<TopicTag>;

// How a session is held: an organisation's own, beside those that are shipped.
struct MethodTag {
    static constexpr std::string_view kind = "method";
};
using MethodId = base::Id<MethodTag>;

// Parts of a session; none of them is a record of its own.
struct PointTag {};
using PointId = base::Id<PointTag>;
struct AttendeeTag {};
using AttendeeId = base::Id<AttendeeTag>;
struct AgreementTag {};
using AgreementId = base::Id<AgreementTag>;
struct UseTag {};
using UseId = base::Id<UseTag>;
struct AnswerTag {};
using AnswerId = base::Id<AnswerTag>;
struct BreakoutTag {};
using BreakoutId = base::Id<BreakoutTag>;
struct GroupTag {};
using GroupId = base::Id<GroupTag>;
struct GroupNoteTag {};
using GroupNoteId = base::Id<GroupNoteTag>;

void add_routes(http::Router& router);
std::span<const db::Migration> migrations();
// Files that hang on a part of a session, such as the recording of what was said: whether the viewer may open those of `part`, an id.
bool may_open_files_of(db::Session& db, const http::Viewer& viewer, std::int64_t part);
// Gives topics that were proposed before they were records an envelope each. Once, with the program that brings this; then there are none.
void adopt_topics(db::Database& database);

}  // namespace circles
