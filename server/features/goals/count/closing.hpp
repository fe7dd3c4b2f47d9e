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
// What somebody else has approved there stays, and so does what is locked; the count tells it beside its own number (shown_count).
// Throws Problem 403 `not_a_keeper` where others look after the figures.
void close_count(db::Tx& tx, const http::Viewer& viewer, const records::Envelope& record, LateComers late);

// Where organisations look after the figures of an area, only their contributors count for it. Throws Problem 403 `not_a_keeper`.
void require_keeper(db::Session& db, const http::Viewer& viewer, base::AreaId area);

// What a deleted count brought into the figures goes with it, except what is locked: that was settled by others since. It comes back with a
// count that is restored. Nothing happens where the record is no count.
void take_back_figures(db::Tx& tx, records::RecordId record);
void bring_back_figures(db::Tx& tx, records::RecordId record);

}  // namespace goals
