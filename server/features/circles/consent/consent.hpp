#pragma once

#include "circles/session/said.hpp"
#include "db/db.hpp"
#include "files/files.hpp"

// How somebody agreed that a word, a voice or a photo of theirs leaves the circle, and what shows it. A capable adult agrees alone, however
// old: who helped them is a witness and decides nothing. For a minor it is the guardian who agrees.
namespace circles {

struct ConsentTag {};
using ConsentId = base::Id<ConsentTag>;

enum class ConsentWay : std::uint8_t { spoken, voice, signature, thumbprint };
BOOST_DESCRIBE_ENUM(ConsentWay, spoken, voice, signature, thumbprint)

// About one word (`point`) or one `photo` of a session.
struct GivenForm {
    std::optional<PointId> point;
    std::optional<files::FileId> photo;
    Consent consent{};
    base::Text<1, 200> giver;  // whose word or picture it is
    std::optional<bool> minor;
    std::optional<base::Text<0, 200>> guardian;
    ConsentWay way{};
    std::optional<base::Text<0, 200>> witness;
    std::optional<files::FileId> proof;
    std::int64_t words{};           // the version that was read out
    std::optional<bool> everybody;  // of a photo: with this, all who are seen on it have agreed
};
BOOST_DESCRIBE_STRUCT(GivenForm, (), (point, photo, consent, giver, minor, guardian, way, witness, proof, words, everybody))
void check(const GivenForm& form, json::Errors& errors);

// What a proof of that way is: a recording, a picture, or none for what was only spoken before a witness.
std::optional<files::Group> proof_of(ConsentWay way);

struct ConsentWords {
    std::int64_t version{};
    std::string th;
    std::string en;
};
BOOST_DESCRIBE_STRUCT(ConsentWords, (), (version, th, en))

// As it is stored.
struct GivenRow {
    ConsentId id;
    std::optional<PointId> point_id;
    std::optional<files::FileId> photo_id;
    Consent consent{};
    std::string giver;
    std::string guardian;
    ConsentWay way{};
    std::string witness;
    std::int64_t words_version{};
    base::Instant given_at;
    std::optional<base::Instant> withdrawn_at;
};
BOOST_DESCRIBE_STRUCT(GivenRow, (), (id, point_id, photo_id, consent, giver, guardian, way, witness, words_version, given_at, withdrawn_at))

struct Given : GivenRow {
    std::optional<files::File> proof;
};
BOOST_DESCRIBE_STRUCT(Given, (GivenRow), (proof))

ConsentWords newest_words(db::Session& db);
std::optional<ConsentWords> find_words(db::Session& db, std::int64_t version);
void insert_words(db::Tx& tx, base::PersonId actor, const ConsentWords& words);

ConsentId insert_given(db::Tx& tx, base::PersonId actor, SessionId session, const GivenForm& form);
void set_withdrawn(db::Tx& tx, ConsentId id);
// Those of a session, the oldest first.
std::vector<Given> list_given(db::Session& db, SessionId session);
std::optional<SessionId> find_session_of(db::Session& db, ConsentId id);

}  // namespace circles
