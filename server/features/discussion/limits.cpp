#include "discussion/limits.hpp"

#include "base/network.hpp"
#include "db/db.hpp"
#include "http/problem.hpp"

namespace discussion {

Writer guest_at(std::string_view address, const Moderation& rules) {
    return {"address " + std::string(base::network_of(address)), rules.guests_an_hour.value};
}

Writer known(base::PersonId person, base::Instant since, base::Instant now, const Moderation& rules) {
    const bool is_new = now.ms - since.ms < new_for_ms;
    return {"person " + std::to_string(person.value), is_new ? rules.newcomer_an_hour.value : rules.person_an_hour.value};
}

void count_writing(db::Tx& tx, const Writer& writer) {
    constexpr std::int64_t an_hour_ms = 60LL * 60 * 1000;
    const base::Instant an_hour_ago{tx.now().ms - an_hour_ms};
    // What lies ahead was written while the clock was wrong.
    tx.run("DELETE FROM discussion_written WHERE at <= $1 OR at > $2", an_hour_ago, tx.now());
    const auto written = tx.one<std::int64_t>("SELECT count(*) FROM discussion_written WHERE writer = $1", writer.name);
    if (written >= writer.an_hour) throw http::Problem(429, "many_comments_an_hour", {{"max", writer.an_hour}});
    tx.run("INSERT INTO discussion_written (writer, at) VALUES ($1, $2)", writer.name, tx.now());
}

std::int64_t count_shown_of(db::Session& db, base::PersonId person) {
    return db.one<std::int64_t>("SELECT count(*) FROM discussion_comments WHERE person_id = $1 AND state = 'shown'", person);
}

}  // namespace discussion
