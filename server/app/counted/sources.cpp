#include "app/counted/sources.hpp"

#include "app/counted/count_queries.hpp"

namespace app {

namespace {

using Amount = std::optional<goals::CountedAmount>;

Amount if_any(std::int64_t number, std::int64_t of) {
    return of > 0 ? Amount(goals::CountedAmount{.numerator = base::whole(number), .denominator = {}}) : std::nullopt;
}

// An area without a held session says nothing of any: what is held without Lomwong is not known.
Amount count_sessions(db::Session& db, goals::Counter counter, const goals::CountedSpan& span) {
    const auto held = tally_held(db, span);
    switch (counter) {
        case goals::Counter::sessions_held:
            return if_any(held.sessions, held.sessions);
        case goals::Counter::people_came:
            return if_any(held.people, held.counted);
        case goals::Counter::agreements_made:
            return if_any(tally_agreed(db, span).agreements, held.sessions);
        case goals::Counter::agreements_kept: {
            const auto agreed = tally_agreed(db, span);
            if (agreed.dated == 0) return {};
            return goals::CountedAmount{base::whole(agreed.in_time), base::whole(agreed.dated)};
        }
        case goals::Counter::people_known: {
            const auto people = tally_different(db, span).people;
            return if_any(people, people);
        }
        case goals::Counter::organisations: {
            const auto organisations = tally_different(db, span).organisations;
            return if_any(organisations, organisations);
        }
        case goals::Counter::knowledge_published:
            break;
    }
    return {};
}

goals::Source sessions() {
    using enum goals::Counter;
    return {.counters = {sessions_held, people_came, people_known, organisations, agreements_made, agreements_kept},
            .places = list_session_places,
            .count = count_sessions,
            .list = [](db::Session& db, goals::Counter, const goals::CountedSpan& span, int limit) { return list_held(db, span, limit); }};
}

goals::Source knowledge_published() {
    return {
        .counters = {goals::Counter::knowledge_published},
        .places = list_knowledge_places,
        .count =
            [](db::Session& db, goals::Counter, const goals::CountedSpan& span) {
                const auto count = count_published(db, span);
                return if_any(count, count);
            },
        .list = [](db::Session& db, goals::Counter, const goals::CountedSpan& span, int limit) { return list_published(db, span, limit); }};
}

}  // namespace

goals::Sources& sources_of_counts() {
    static goals::Sources sources = [] {
        goals::Sources all;
        all.add(sessions());
        all.add(knowledge_published());
        return all;
    }();
    return sources;
}

}  // namespace app
