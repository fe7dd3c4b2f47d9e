#pragma once

#include <array>
#include <boost/describe.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/bounded.hpp"
#include "base/ids.hpp"
#include "base/json/errors.hpp"
#include "base/time.hpp"

// What holds in a live room, apart from where it is kept: README.md tells the words.
namespace circles {

struct AskTag {};
using AskId = base::Id<AskTag>;
struct CardTag {};
using CardId = base::Id<CardTag>;
struct SeatTag {};
using SeatId = base::Id<SeatTag>;

enum class AskKind : std::uint8_t { cards, count, review };
BOOST_DESCRIBE_ENUM(AskKind, cards, count, review)

enum class AskState : std::uint8_t { waiting, open, closed };
BOOST_DESCRIBE_ENUM(AskState, waiting, open, closed)

// What stands on the big screen.
enum class Screen : std::uint8_t { welcome, ask, speakers, groups };
BOOST_DESCRIBE_ENUM(Screen, welcome, ask, speakers, groups)

// Groups of a break-out write, each for itself; then what they wrote is brought together by all.
enum class GroupStep : std::uint8_t { writing, merging };
BOOST_DESCRIBE_ENUM(GroupStep, writing, merging)

// Hands at the levels 1 to 5.
constexpr std::size_t level_count = 5;
using Hands = std::array<std::int64_t, level_count>;

// What a count came to, as far as it is told. `spread` is the standard deviation over those who put a hand up; without hands there is no
// mean.
struct Tally {
    std::int64_t raised{};
    std::optional<std::vector<std::int64_t>> levels;
    std::optional<double> mean;
    std::optional<double> spread;
    friend bool operator==(const Tally&, const Tally&) = default;
};
BOOST_DESCRIBE_STRUCT(Tally, (), (raised, levels, mean, spread))

struct AskRow {
    AskId id;
    AskKind kind{};
    std::string question;
    AskState state{};
    bool live{};
};
BOOST_DESCRIBE_STRUCT(AskRow, (), (id, kind, question, state, live))

Tally tally(const Hands& hands);
// So that nobody follows the others' hands: while a count goes on that is not live, only how many are up.
Tally tally_for_all(const AskRow& ask, const Hands& hands);

// The four questions of a review: what was expected, what happened, why, what next time. Cards of other questions have one heading.
std::int64_t headings_of(AskKind kind);
bool takes_hands(const AskRow& ask);
// Only while it is open.
bool takes_card(const AskRow& ask, std::int64_t heading);
// A question that was put to the circle is never unasked.
bool may_become(AskState from, AskState to);

enum class SpeakerState : std::uint8_t { waiting, speaking, spoken, passed };
BOOST_DESCRIBE_ENUM(SpeakerState, waiting, speaking, spoken, passed)

struct Speaker {
    std::int64_t position{};
    std::string name;
    SpeakerState state{};
    friend bool operator==(const Speaker&, const Speaker&) = default;
};
BOOST_DESCRIBE_STRUCT(Speaker, (), (position, name, state))

// Who speaks has spoken or passes, and the next who waits speaks. Who passed is asked once more when all others have spoken.
void hand_on(std::vector<Speaker>& speakers, SpeakerState how);
// They may speak now, whoever's turn it was; who was interrupted waits.
void give_word(std::vector<Speaker>& speakers, std::int64_t position);

// Eight digits.
std::string code_from(std::uint32_t random);
// As people type it: spaces and dashes left out.
std::string folded_room_code(std::string_view typed);

}  // namespace circles
