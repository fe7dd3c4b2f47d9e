#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/language.hpp"
#include "base/time.hpp"
#include "db/db.hpp"
#include "office/machine.hpp"

namespace office {

enum class Weight : std::uint8_t { well, watch, broken };
BOOST_DESCRIBE_ENUM(Weight, well, watch, broken)

struct Finding {
    std::string topic;   // "The disk"
    Weight weight{};     // `broken` loses data or keeps people from their work; `watch` will
    std::string words;   // "12 GB of 40 GB are free."
    std::string remedy;  // what to do; empty if it is well
};
BOOST_DESCRIBE_STRUCT(Finding, (), (topic, weight, words, remedy))

struct Visit {
    db::Session& db;
    const Machine& machine;
    base::Instant now;
    base::Language language;
};

// Everything that is looked at, always in the same order. A database that does not answer throws.
std::vector<Finding> check_up(const Visit& visit);

// Of several, the worst.
Weight worst(const std::vector<Finding>& findings);

}  // namespace office
