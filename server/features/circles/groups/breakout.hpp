#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <vector>

#include "base/bounded.hpp"
#include "base/json/errors.hpp"
#include "circles/circles.hpp"
#include "circles/groups/split.hpp"
#include "circles/session/people.hpp"

// Small groups of those who came, over one question.
namespace circles {

enum class SplitBy : std::uint8_t { lot, choice, organisation, sector };
BOOST_DESCRIBE_ENUM(SplitBy, lot, choice, organisation, sector)

struct BreakoutForm {
    base::Text<1, 1000> question;
    SplitBy split_by{};
    base::Whole<2, 40> groups;
    std::optional<std::vector<base::Line>> names;  // of the groups, as many as one likes: "โต๊ะดิน"; else they are numbered
    std::optional<base::Whole<0, 999'999>> seed;   // of the lot; drawn if left out
};
BOOST_DESCRIBE_STRUCT(BreakoutForm, (), (question, split_by, groups, names, seed))
void check(const BreakoutForm& form, json::Errors& errors);

// Those who came; before anybody has, those who said that they will.
std::vector<Attendee> those_to_seat(const std::vector<Attendee>& people);

// Each one's group, from 0; nobody has a seat yet where they choose it themselves.
Seating seat(const std::vector<Attendee>& people, SplitBy split_by, std::size_t groups, std::uint64_t seed);

// What is spread over the groups: the organisation as it was typed, the sector, or nothing.
std::string shared_name(const Attendee& attendee, SplitBy split_by);

}  // namespace circles
