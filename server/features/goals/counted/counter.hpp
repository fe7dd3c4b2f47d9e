#pragma once

#include <boost/describe.hpp>
#include <cstdint>

// What Lomwong records anyway, and counts itself. Pure.
namespace goals {

struct Traits;

// All that it can count. Locale keys goals_counter_NAME.
enum class Counter : std::uint8_t {
    sessions_held,
    people_came,
    people_known,
    organisations,
    agreements_made,
    agreements_kept,
    knowledge_published
};
BOOST_DESCRIBE_ENUM(Counter, sessions_held, people_came, people_known, organisations, agreements_made, agreements_kept, knowledge_published)

// The same people and organisations come again, so that what two areas or two months count does not add up: each is counted for itself.
bool counts_different(Counter counter);

// Whether these traits say of its numbers what they are.
bool fits(Counter counter, const Traits& traits);

}  // namespace goals
