#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <span>

#include "areas/areas.hpp"
#include "base/decimal.hpp"

// How reports become figures. Pure; docs/adr has the mathematics.
namespace goals {

// What an area says of a series. Missing is none of these: it has no value at all. Zero is a value.
enum class State : std::uint8_t { value, not_asked, not_applicable };
BOOST_DESCRIBE_ENUM(State, value, not_asked, not_applicable)

// How far it was looked at. From approved on it counts in figures; what is locked is not written over.
enum class Stage : std::uint8_t { draft, checked, approved, locked };
BOOST_DESCRIBE_ENUM(Stage, draft, checked, approved, locked)
constexpr bool counts(Stage stage) {
    return stage >= Stage::approved;
}

struct Report {
    State state{};
    base::Decimal numerator;                   // the value itself, where there is no denominator
    std::optional<base::Decimal> denominator;  // of a ratio or a score

    friend bool operator==(const Report&, const Report&) = default;
};

// What is known of an area: its own report or all those below it, put together. combine() makes it a commutative monoid, with Summary{} as
// its neutral element; the order of reports never shows.
struct Summary {
    std::int64_t amounts{};         // how many numbers went in
    std::int64_t reported{};        // areas of the level that is asked, of which at least one number came
    std::int64_t not_asked{};       // areas of that level
    std::int64_t not_applicable{};  // areas of that level
    base::Decimal numerator;        // sums
    base::Decimal denominator;
    base::Decimal lowest;  // of the numerators; 0 without any
    base::Decimal highest;

    friend bool operator==(const Summary&, const Summary&) = default;
};
BOOST_DESCRIBE_STRUCT(Summary, (), (amounts, reported, not_asked, not_applicable, numerator, denominator, lowest, highest))

// Throws http::Problem 422 `sum_too_large` where a sum does not fit: it never wraps.
Summary combine(const Summary& a, const Summary& b);

// How many steps an area stands below the country; villages and communities 5.
int depth_of(base::AreaId area);
inline constexpr int depth_of_places = 5;
// Or is the whole itself.
constexpr bool lies_in(base::AreaId area, base::AreaId whole) {
    return whole <= area && area <= base::last_of(whole);
}

// Of an area with this report of its own (if it counts) and what the areas right below it come to. Below wins: the finest numbers there are
// go up, and nothing is counted twice. `asked` is the level whose areas are counted.
Summary summary_of(base::AreaId area, areas::Level asked, const std::optional<Report>& own, const Summary& below);

}  // namespace goals
