#include "circles/capture/voice.hpp"

namespace circles {

bool may_hear(const PointRow& point, Sight sight, base::PersonId viewer) {
    return may_see(point, sight, viewer) && (sight > Sight::outsider || may_name(point, viewer));
}

void insert_voice(db::Tx& tx, PointId point, const VoiceForm& form) {
    tx.run("INSERT INTO circles_voices (point_id, file_id, seconds) VALUES ($1, $2, $3)", point, form.file, form.seconds);
}

struct VoiceRow {
    PointId point_id;
    files::FileId file_id;
    std::int64_t seconds{};
};
BOOST_DESCRIBE_STRUCT(VoiceRow, (), (point_id, file_id, seconds))

std::map<PointId, Voice> list_voices(db::Session& db, SessionId session) {
    std::map<PointId, Voice> voices;
    for (const auto& row : db.all<VoiceRow>("SELECT v.point_id, v.file_id, v.seconds FROM circles_voices v JOIN circles_points p"
                                            " ON p.id = v.point_id WHERE p.session_id = $1",
                                            session))
        voices[row.point_id] = {"/files/" + std::to_string(row.file_id.value), row.seconds};
    return voices;
}

std::optional<SessionId> find_session_of(db::Session& db, PointId point) {
    return db.find<SessionId>("SELECT session_id FROM circles_points WHERE id = $1 AND removed = 0", point);
}

}  // namespace circles
