#pragma once

#include <optional>
#include <vector>

#include "base/decimal.hpp"

// Numbers of so few people that one of them could be known are not told, nor may they be computed from what is told. Pure.
//
// The threshold rule of statistical offices, at least five in a cell, with complementary suppression: Glossary of Statistical Disclosure
// Control, UNECE/Eurostat work session on statistical data confidentiality, 2005. docs/adr has what we made of it.
namespace goals {

// One to four; nobody is told as zero.
constexpr bool is_few(base::Decimal people) {
    return base::Decimal{} < people && people < base::whole(5);
}

// How many people one number is about.
struct Cell {
    std::optional<base::Decimal> people;  // none: there is no number
    bool hidden{};
};

// An area and what lies right under it, each in total and by group. The first row is the area itself, the first of a row the total.
using CellTable = std::vector<std::vector<Cell>>;

// Some are hidden already, since they are few. Hides as many more, the smallest first, that in no row and no column one hidden number is
// what others leave of the total, and what all hidden ones leave is not few either. The first row stays as it is if it has others below it.
void hide_what_tells(CellTable& table);

}  // namespace goals
