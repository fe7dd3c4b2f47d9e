#include "circles/capture/voice.hpp"
#include "circles/circles.hpp"
#include "circles/consent/consent.hpp"
#include "circles/consent/inside.hpp"
#include "circles/session/said_queries.hpp"

namespace circles {

static std::optional<records::Found> readable(db::Session& db, const http::Viewer& viewer, std::optional<SessionId> session) {
    auto found = session ? records::find(db, viewer, records::record_id(*session)) : std::nullopt;
    if (found && !records::may_read(records::guard(found->envelope), found->ties)) found.reset();
    return found;
}

// The recording of a word is heard by whom the word lets; what stays in the circle is for who belongs there; what proves a consent is for
// those who look after the session.
bool may_open_files_of(db::Session& db, const http::Viewer& viewer, std::int64_t part) {
    const PointId point{part};
    if (const auto session = find_session_of(db, point)) {
        const auto found = readable(db, viewer, session);
        return found && may_hear(*find_point(db, *session, point), sight(*found), viewer.person);
    }
    if (const auto session = find_session_inside(db, part)) {
        const auto found = readable(db, viewer, session);
        return found && sight(*found) > Sight::outsider;
    }
    const auto found = readable(db, viewer, find_session_of(db, ConsentId{part}));
    return found && sight(*found) == Sight::editor;
}

}  // namespace circles
