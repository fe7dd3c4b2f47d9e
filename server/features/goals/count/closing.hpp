#pragma once

#include "goals/count/shown_count.hpp"

// A count that is over goes into the figures.
namespace goals {

// More hands than people: some came late, or were counted twice. Only the hall knows, so it is asked first.
enum class LateComers : std::uint8_t { unasked, came };

// Throws Problem 409 `no_hands`, `more_hands_than_people`.
void close_item(db::Tx& tx, base::PersonId actor, const CountRow& count, ItemRow item, LateComers late);
void reopen_item(db::Tx& tx, base::PersonId actor, const CountRow& count, ItemRow item);

// Writes what was counted into the figures, in one transaction: of each indicator the sum of the steps over the hands, in total and by
// group. What nobody raised a hand for stays missing. Closed once more, it puts right what it wrote before.
// Throws Problem 409 also `value_locked`.
void close_count(db::Tx& tx, base::PersonId actor, const records::Envelope& record, LateComers late);

}  // namespace goals
