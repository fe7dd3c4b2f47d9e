#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/bounded.hpp"
#include "base/json/json.hpp"
#include "base/person.hpp"
#include "base/time.hpp"

namespace db {
class Session;
class Tx;
}  // namespace db

namespace discussion {

// What administrators settle for all comments; see site/settings.
struct Moderation {
    static constexpr std::string_view section = "moderation";
    static constexpr std::string_view changed = "site.moderation_changed";

    bool guests_may_comment = true;
    // Of people who belong elsewhere: after so many of their comments were shown, theirs stand at once. None: they always wait.
    std::optional<base::Whole<1, 100>> trusted_after;
    base::Whole<100, 4000> longest{4000};  // characters
    // Comments an hour: from one address of guests, of a person new here, of anybody else.
    base::Whole<1, 1000> guests_an_hour{30};
    base::Whole<1, 1000> newcomer_an_hour{30};
    base::Whole<1, 1000> person_an_hour{120};
};
BOOST_DESCRIBE_STRUCT(Moderation, (), (guests_may_comment, trusted_after, longest, guests_an_hour, newcomer_an_hour, person_an_hour))

// Who is counted, and how often they may write.
struct Writer {
    std::string name;
    std::int64_t an_hour{};
};
// A person is new here for a week.
inline constexpr std::int64_t new_for_ms = std::int64_t{7} * 24 * 60 * 60 * 1000;
Writer guest_at(std::string_view address, const Moderation& rules);
Writer known(base::PersonId person, base::Instant since, base::Instant now, const Moderation& rules);

// Counts this writing too. Throws Problem 429 `many_comments_an_hour` when there were enough.
void count_writing(db::Tx& tx, const Writer& writer);

// Of this person, anywhere.
std::int64_t count_shown_of(db::Session& db, base::PersonId person);

}  // namespace discussion
