#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/person.hpp"
#include "records/records.hpp"

namespace channels {

// How soon a follower is told. daily and weekly come with the digest.
enum class Pace : std::uint8_t { at_once, daily, weekly };
BOOST_DESCRIBE_ENUM(Pace, at_once, daily, weekly)

std::optional<Pace> find_pace(db::Session& db, base::PersonId person, records::RecordId record);
void set_follow(db::Tx& tx, base::PersonId person, records::RecordId record, Pace pace);
bool delete_follow(db::Tx& tx, base::PersonId person, records::RecordId record);

struct Follower {
    base::PersonId person_id;
    std::string token;
};
BOOST_DESCRIBE_STRUCT(Follower, (), (person_id, token))
std::vector<Follower> list_followers(db::Session& db, records::RecordId record, Pace pace);
std::vector<records::RecordId> list_followed(db::Session& db, base::PersonId person, Pace pace);

// What the token in a mail stops.
struct Follow {
    base::PersonId person_id;
    records::RecordId record_id;
};
BOOST_DESCRIBE_STRUCT(Follow, (), (person_id, record_id))
std::optional<Follow> find_follow(db::Session& db, std::string_view token);

}  // namespace channels
