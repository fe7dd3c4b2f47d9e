#include "discussion/limits.hpp"

#include "db/db.hpp"

namespace discussion {

std::int64_t an_hour_of(base::Instant since, base::Instant now, const Moderation& rules) {
    constexpr std::int64_t week_ms = std::int64_t{7} * 24 * 60 * 60 * 1000;
    return now.ms - since.ms < week_ms ? rules.newcomer_an_hour.value : rules.person_an_hour.value;
}

std::int64_t count_shown_of(db::Session& db, base::PersonId person) {
    return db.one<std::int64_t>("SELECT count(*) FROM discussion_comments WHERE person_id = $1 AND state = 'shown'", person);
}

}  // namespace discussion
