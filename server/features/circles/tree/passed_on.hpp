#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>

#include "base/time.hpp"

namespace circles {

// What the circle above or below says to an issue.
enum class Outcome : std::uint8_t { done, will_do, cannot, told };
BOOST_DESCRIBE_ENUM(Outcome, done, will_do, cannot, told)

// What became of a word that was passed on, shown beside it.
struct PassedOn {
    std::string to;  // the circle; empty where the viewer may not know it
    std::optional<Outcome> outcome;
    std::string answer;  // the newest of its thread
    std::optional<base::Instant> answered_at;
};
BOOST_DESCRIBE_STRUCT(PassedOn, (), (to, outcome, answer, answered_at))

}  // namespace circles
