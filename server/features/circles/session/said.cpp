#include "circles/session/said.hpp"

namespace circles {

Consent first_consent(CircleKind kind) {
    return is_dialogue(kind) ? Consent::circle : Consent::nameless;
}

static bool is_speaker(const PointRow& point, base::PersonId viewer) {
    return viewer && viewer == point.speaker_id;
}

static bool is_writer(const PointRow& point, base::PersonId viewer) {
    return viewer && viewer == point.written_by;
}

bool may_see(const PointRow& point, Sight sight, base::PersonId viewer) {
    return point.consent > Consent::circle || sight > Sight::outsider || is_speaker(point, viewer);
}

bool may_name(const PointRow& point, base::PersonId viewer) {
    return point.consent == Consent::named || is_speaker(point, viewer) || is_writer(point, viewer);
}

bool may_agree(const PointRow& point, base::PersonId viewer) {
    return is_speaker(point, viewer) || is_writer(point, viewer);
}

Point shown_to(const PointRow& point, base::PersonId viewer) {
    Point shown{.id = point.id,
                .kind = point.kind,
                .title = point.title,
                .body = point.body,
                .age_band = point.age_band,
                .consent = point.consent,
                .speaker_id = {},
                .speaker = {},
                .guardian = {},
                .may_agree = may_agree(point, viewer),
                .written_at = point.written_at,
                .version = point.version,
                .voice = {}};
    if (!may_name(point, viewer)) return shown;
    shown.speaker = point.speaker;
    if (point.speaker_id) shown.speaker_id = point.speaker_id;
    if (may_agree(point, viewer)) shown.guardian = point.guardian;
    return shown;
}

Point shown_to_all(const PointRow& point) {
    return shown_to(point, {});
}

}  // namespace circles
