#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "db/db.hpp"
#include "goals/rollup/summary.hpp"

// Proves that every figure is what its values make it.
namespace goals {

// A figure that is not, or a total that is not what its groups come to. What the table lacks is an empty summary, and so is what should not
// be there.
struct WrongFigure {
    std::string indicator;
    std::string period;  // "2021-01-01/2021-12-31"
    std::string breakdown;
    base::AreaId area;
    Summary stands;
    Summary recomputed;
};

struct RollupVerdict {
    static constexpr std::size_t most = 1'000;

    std::int64_t series{};
    std::int64_t figures{};
    std::vector<WrongFigure> wrong;  // the first so many

    [[nodiscard]] bool whole() const { return wrong.empty(); }
};

// Adds everything up anew, by another way than they were written: grouping what counts once for each depth, in the database. Others may
// write meanwhile.
RollupVerdict verify_rollups(db::Database& database);

// "pop 2021-01-01/2021-12-31 8000000000: numerator stands 12, recomputed 13"
std::string describe(const WrongFigure& wrong);

}  // namespace goals
