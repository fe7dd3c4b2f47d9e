#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "base/bounded.hpp"
#include "base/json/errors.hpp"
#include "base/person.hpp"
#include "base/time.hpp"
#include "circles/outside/intake.hpp"
#include "circles/session/session.hpp"
#include "circles/sight.hpp"
#include "circles/tree/passed_on.hpp"

namespace circles {

enum class PointKind : std::uint8_t { point, story, question, lesson };
BOOST_DESCRIBE_ENUM(PointKind, point, story, question, lesson)

// What is said in a dialogue stays in the circle until its speaker agrees; elsewhere it goes out without a name.
Consent first_consent(CircleKind kind);

// What a note-taker writes down of what was said.
struct PointForm {
    PointKind kind{};
    std::optional<base::Text<0, 300>> title;  // of a story
    base::Text<1, 20'000> body;
    std::optional<base::PersonId> speaker_id;
    std::optional<base::Text<0, 200>> speaker;  // left out when it is changed: who said it stays as it is
    std::optional<AgeBand> age_band;
    std::optional<base::Text<0, 200>> guardian;  // who agreed for a child
    std::optional<std::int64_t> version;         // of the point, when it is changed
};
BOOST_DESCRIBE_STRUCT(PointForm, (), (kind, title, body, speaker_id, speaker, age_band, guardian, version))

struct ConsentForm {
    Consent consent{};
    std::optional<base::Text<0, 300>> how;  // in person, by voice, by thumbprint; who was witness
};
BOOST_DESCRIBE_STRUCT(ConsentForm, (), (consent, how))

// As it is stored.
struct PointRow {
    PointId id;
    PointKind kind{};
    std::string title;
    std::string body;
    base::PersonId speaker_id;
    std::string speaker;
    std::optional<AgeBand> age_band;
    std::string guardian;
    Consent consent{};
    std::string consent_how;
    std::optional<base::Instant> consent_at;
    base::PersonId written_by;
    base::Instant written_at;
    std::int64_t version{};
};
BOOST_DESCRIBE_STRUCT(PointRow, (),
                      (id, kind, title, body, speaker_id, speaker, age_band, guardian, consent, consent_how, consent_at, written_by,
                       written_at, version))

// A recording of it, at `address`.
struct Voice {
    std::string address;
    std::int64_t seconds{};
};
BOOST_DESCRIBE_STRUCT(Voice, (), (address, seconds))

// As one viewer sees it. Without `speaker` the name is not for them.
struct Point {
    PointId id;
    PointKind kind{};
    std::string title;
    std::string body;
    std::optional<AgeBand> age_band;
    Consent consent{};
    std::optional<base::PersonId> speaker_id;
    std::optional<std::string> speaker;
    std::optional<std::string> guardian;
    bool may_agree{};  // the viewer may say how far it goes: its speaker, or who wrote it down and can ask
    base::Instant written_at;
    std::int64_t version{};
    std::optional<Voice> voice;  // where there is one and the viewer may hear it
    std::vector<PassedOn> passed_on{};
    std::optional<AgreementId> agreement{};  // that it became
};
BOOST_DESCRIBE_STRUCT(Point, (),
                      (id, kind, title, body, age_band, consent, speaker_id, speaker, guardian, may_agree, written_at, version, voice,
                       passed_on, agreement))

bool may_see(const PointRow& point, Sight sight, base::PersonId viewer);
bool may_name(const PointRow& point, base::PersonId viewer);
// Anybody who edits may draw a word back into the circle; only its speaker, or who wrote it down and can ask, may let it out.
bool may_agree(const PointRow& point, base::PersonId viewer);
Point shown_to(const PointRow& point, base::PersonId viewer);
// For the journal, search and exports: what anybody may know.
Point shown_to_all(const PointRow& point);

}  // namespace circles
