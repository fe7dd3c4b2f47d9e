#pragma once

#include <map>
#include <string>
#include <string_view>

#include "base/language.hpp"
#include "circles/method/method.hpp"

namespace circles {

// A method that is there in every installation: shipped/<key>.json, in both languages. No record; who wants it otherwise copies it.
struct ShippedMethod {
    std::string key;  // "peer_assist", as addresses name it
    Method th;
    Method en;

    const Method& in(base::Language language) const { return language == base::Language::th ? th : en; }
};
BOOST_DESCRIBE_STRUCT(ShippedMethod, (), (key, th, en))

// By key, in the order of the alphabet. Read once; a file that is wrong ends the program that reads it, and a test before.
const std::map<std::string, ShippedMethod, std::less<>>& shipped_methods();
const ShippedMethod* find_shipped(std::string_view key);

// The JSON list of the files, as they were when the program was built.
std::string_view shipped_text();

}  // namespace circles
