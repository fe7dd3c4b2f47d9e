#pragma once

#include <optional>
#include <string_view>

#include "base/bounded.hpp"
#include "base/json/json.hpp"
#include "base/person.hpp"
#include "base/time.hpp"

namespace db {
class Session;
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

// How many a person may write who is here since then: for a week they are new.
std::int64_t an_hour_of(base::Instant since, base::Instant now, const Moderation& rules);

// Of this person, anywhere.
std::int64_t count_shown_of(db::Session& db, base::PersonId person);

}  // namespace discussion
