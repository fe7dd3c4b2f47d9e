#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "base/person.hpp"
#include "goals/rollup/series.hpp"

// What people did with one value, one after the other: the audit behind its stage.
namespace goals {

enum class Act : std::uint8_t { entered, removed, checked, approved, locked, sent_back, unlocked, explained };
BOOST_DESCRIBE_ENUM(Act, entered, removed, checked, approved, locked, sent_back, unlocked, explained)

struct Deed {
    SeriesId series{};
    base::AreaId area{};
    Act act{};
    base::PersonId by{};
    std::optional<Report> report{};  // as it stood then; none: nothing stood there any more
    std::string words{};             // why it went back, or why it is right although it looks odd
    bool alone{};                    // approved by who had entered it, because nobody else may
};
void insert_deed(db::Tx& tx, const Deed& deed);

struct DeedRow {
    base::AreaId area_id;
    Act act{};
    base::PersonId person_id;
    base::Instant done_at;
    std::optional<std::int64_t> state;
    base::Decimal numerator;
    std::optional<base::Decimal> denominator;
    std::string words;
    bool alone{};

    [[nodiscard]] std::optional<Report> report() const {
        if (!state) return std::nullopt;
        return Report{static_cast<State>(*state), numerator, denominator};
    }
};
BOOST_DESCRIBE_STRUCT(DeedRow, (), (area_id, act, person_id, done_at, state, numerator, denominator, words, alone))
// Of the areas from `first` to `last`, by area, the oldest first.
std::vector<DeedRow> list_deeds(db::Session& db, SeriesId series, base::AreaId first, base::AreaId last);

}  // namespace goals
