#pragma once

#include "goals/rollup/value_queries.hpp"

namespace goals {

// Values that come in, beside what stands where they go: what stood is read once, what is new is put in by the fastest way there is, and
// what all of it comes to need not be read again.
class Arrival {
  public:
    // Sorted by series and area, each area once a series. On PostgreSQL the turn has been taken: nobody else writes values meanwhile.
    Arrival(db::Tx& tx, const Writing& writing, std::span<const NewValue> values) : tx_(tx), writing_(writing), values_(values) {}

    // What is locked and differs stays as it is, and so does what is the same.
    Stored write();
    // After write(): all that stands now in and under the subdistricts of the values, in order; of coarser areas their own.
    std::vector<ValueRow> take_standing() { return std::move(standing_); }

  private:
    void place(std::size_t at, const ValueRow* stood, Stored& stored);

    db::Tx& tx_;
    Writing writing_;
    std::span<const NewValue> values_;
    std::vector<ValueRow> standing_;
    std::vector<ValueRow> added_;
    std::vector<NewValue> changed_;
};

}  // namespace goals
