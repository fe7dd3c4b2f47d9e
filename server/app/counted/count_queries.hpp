#pragma once

#include "goals/goals.hpp"

// The SQL of what is counted: the views that circles and records publish for reading.
namespace app {

// The session that the record is, or those of the circle that it is.
std::vector<goals::CountedPlace> list_session_places(db::Session& db, records::RecordId record);

struct HeldTally {
    std::int64_t sessions{};
    std::int64_t counted{};  // of these somebody counted who came
    std::int64_t people{};   // person-times
};
BOOST_DESCRIBE_STRUCT(HeldTally, (), (sessions, counted, people))
HeldTally tally_held(db::Session& db, const goals::CountedSpan& span);

// What they agreed on.
struct AgreedTally {
    std::int64_t agreements{};
    std::int64_t dated{};    // with a day until when
    std::int64_t in_time{};  // done by that day
};
BOOST_DESCRIBE_STRUCT(AgreedTally, (), (agreements, dated, in_time))
AgreedTally tally_agreed(db::Session& db, const goals::CountedSpan& span);

// By the lists of who came; the same one who comes twice is one.
struct DifferentTally {
    std::int64_t people{};
    std::int64_t organisations{};
};
BOOST_DESCRIBE_STRUCT(DifferentTally, (), (people, organisations))
DifferentTally tally_different(db::Session& db, const goals::CountedSpan& span);

// The newest first.
std::vector<records::RecordId> list_held(db::Session& db, const goals::CountedSpan& span, int limit);

// Of knowledge by the day on which it was first published (Thailand's); none of what never was, or is no knowledge.
std::vector<goals::CountedPlace> list_knowledge_places(db::Session& db, records::RecordId record);
std::int64_t count_published(db::Session& db, const goals::CountedSpan& span);
std::vector<records::RecordId> list_published(db::Session& db, const goals::CountedSpan& span, int limit);

}  // namespace app
