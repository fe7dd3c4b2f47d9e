#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "channels/channels.hpp"
#include "channels/group/group_links.hpp"
#include "circles/circles.hpp"

namespace channels {

enum class GiftKind : std::uint8_t { answer, words, photo, voice };
BOOST_DESCRIBE_ENUM(GiftKind, answer, words, photo, voice)

// What somebody gave by a link, as it waits. Its file, if it has one, is held under the gift's own id.
struct Gift {
    GiftId id;
    GiftKind kind{};
    std::string giver;
    std::optional<circles::AnswerWord> answer;
    std::string words;  // under a photo, beside a voice
    files::FileId file_id;
    circles::Consent consent{};
    base::Instant came_at;
    bool left{};  // put aside by an editor
};
BOOST_DESCRIBE_STRUCT(Gift, (), (id, kind, giver, answer, words, file_id, consent, came_at, left))

struct NewGift {
    GiftKind kind{};
    std::string giver;
    std::optional<circles::AnswerWord> answer{};
    std::string words{};
    files::FileId file{};
    circles::Consent consent = circles::Consent::circle;
};

// Who answers again changes their answer.
GiftId insert_gift(db::Tx& tx, const OpenLink& link, const NewGift& gift);
std::vector<Gift> list_gifts(db::Session& db, records::RecordId session);
std::int64_t count_waiting(db::Session& db, GroupLinkId link);

struct FoundGift {
    Gift gift;
    records::RecordId session;
    base::PersonId link_made_by;  // stands as the sender of its file
};
std::optional<FoundGift> find_gift(db::Session& db, GiftId id);
void delete_gift(db::Tx& tx, GiftId id);
enum class Place : std::uint8_t { waits, aside };
void put(db::Tx& tx, GiftId id, Place place);
// Put aside before then.
std::vector<GiftId> list_left_before(db::Session& db, base::Instant before);
// What was put aside a week ago goes, with its file.
void forget_left(db::Tx& tx);

}  // namespace channels
