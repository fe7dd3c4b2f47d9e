#pragma once

#include "goals/counted/counter.hpp"
#include "goals/indicator/definition.hpp"
#include "goals/set/set.hpp"

namespace goals {

struct ShippedIndicator {
    std::string code;
    std::optional<Traits> traits;    // those of the set, if left out
    std::optional<Counter> counter;  // Lomwong counts its values itself
    Definition definition;
};
BOOST_DESCRIBE_STRUCT(ShippedIndicator, (), (code, traits, counter, definition))

// A set that comes with the program: shipped/<key>.json. Once it has been planted, it is a record like any other.
struct ShippedSet {
    std::string key;  // "bmn_2560", as addresses name it
    int from_year{};  // CE
    Traits traits;    // of all its indicators that have none of their own
    std::optional<Frequency> frequency;
    std::optional<base::Text<0, 1000>> source;
    std::optional<base::Text<0, 1000>> verification;
    std::optional<base::Text<0, 300>> assessor;
    SetContent content;
    std::vector<ShippedIndicator> indicators;
};
BOOST_DESCRIBE_STRUCT(ShippedSet, (), (key, from_year, traits, frequency, source, verification, assessor, content, indicators))

// In the order of their keys. Read once; a file that is wrong ends the program that reads it, and a test before.
const std::vector<ShippedSet>& shipped_sets();
// With what the set says for all of its indicators.
Definition completed(const Definition& definition, const ShippedSet& set);

// The JSON list of the files, as they were when the program was built.
std::string_view shipped_text();

}  // namespace goals
