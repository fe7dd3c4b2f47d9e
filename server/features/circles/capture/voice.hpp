#pragma once

#include <boost/describe.hpp>
#include <map>

#include "circles/session/said.hpp"
#include "db/db.hpp"
#include "files/files.hpp"

// The recording of something that was said. It hangs on a point, whose body is its words once somebody has written them down; until then
// that is empty. Who may hear it: a voice is as good as its speaker's name.
namespace circles {

inline constexpr std::int64_t longest_voice = 600;  // seconds

struct VoiceForm {
    files::FileId file;
    base::Whole<1, longest_voice> seconds;
    PointKind kind = PointKind::story;
    std::optional<base::Text<0, 20'000>> words;
    std::optional<base::Text<0, 200>> speaker;
    std::optional<AgeBand> age_band;
    std::optional<base::Text<0, 200>> guardian;
};
BOOST_DESCRIBE_STRUCT(VoiceForm, (), (file, seconds, kind, words, speaker, age_band, guardian))

bool may_hear(const PointRow& point, Sight sight, base::PersonId viewer);

void insert_voice(db::Tx& tx, PointId point, const VoiceForm& form);
std::map<PointId, Voice> list_voices(db::Session& db, SessionId session);

std::optional<SessionId> find_session_of(db::Session& db, PointId point);

}  // namespace circles
