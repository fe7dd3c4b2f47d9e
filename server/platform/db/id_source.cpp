#include "db/id_source.hpp"

#include <algorithm>

#include "db/id_moment.hpp"

namespace db {

namespace {
constexpr std::int64_t epoch_ms = 1'577'836'800'000;  // 2020-01-01T00:00Z
constexpr int count_bits = 8;
constexpr int slot_bits = 4;
constexpr std::int64_t count_mask = (1 << count_bits) - 1;
}  // namespace

std::int64_t IdSource::next() {
    const std::int64_t earliest = (clock_.now().ms - epoch_ms) << count_bits;
    std::int64_t last = last_;
    std::int64_t mine = 0;
    do {
        mine = std::max(last + 1, earliest);
    } while (!last_.compare_exchange_weak(last, mine));
    return ((mine >> count_bits) << (slot_bits + count_bits)) | (std::int64_t{slot_} << count_bits) | (mine & count_mask);
}

void IdSource::start_after(std::int64_t id) {
    const std::int64_t least = ((id >> (slot_bits + count_bits)) << count_bits) | count_mask;
    std::int64_t last = last_;
    while (last < least && !last_.compare_exchange_weak(last, least)) continue;
}

base::Instant moment_of(std::int64_t id) {
    return {(id >> (slot_bits + count_bits)) + epoch_ms};
}

}  // namespace db
