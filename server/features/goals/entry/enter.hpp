#pragma once

#include <boost/describe.hpp>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "goals/entry/keepers.hpp"
#include "goals/entry/rule.hpp"
#include "goals/rollup/series.hpp"
#include "goals/table/value_reader.hpp"
#include "http/viewer.hpp"

// Values come in one by one, by hand or from another program, as drafts. Each is taken or refused for itself.
namespace goals {

// What a person saw where they typed.
struct SeenValue {
    State state{};
    std::optional<base::Decimal> numerator;
    std::optional<base::Decimal> denominator;

    friend bool operator==(const SeenValue&, const SeenValue&) = default;
};
BOOST_DESCRIBE_STRUCT(SeenValue, (), (state, numerator, denominator))
SeenValue seen(const Report& report);

// A value that is to stand somewhere, read but not yet judged against what stands there.
struct ValueWish {
    SeriesKey key;
    Indicator indicator;
    base::AreaId area;
    std::optional<Report> report;  // none: what stands there goes
    // Only over this; the inner one is none where nothing stood. Without it over anything.
    std::optional<std::optional<SeenValue>> over{};
};

enum class Outcome : std::uint8_t { imported, updated, unchanged, removed, conflict, refused };
BOOST_DESCRIBE_ENUM(Outcome, imported, updated, unchanged, removed, conflict, refused)

struct Judged {
    Outcome outcome{};
    std::string_view code{};  // of a refusal: a locale key without "problem_"
};

// Over what a wish may go: DHIS2's importStrategy.
enum class Over : std::uint8_t { all, nothing_only, something_only };

// look: what would come of it; nothing is written.
enum class Doing : std::uint8_t { write, look };

struct Entering {
    http::Viewer viewer;
    std::string source;
    Over over{};
    Doing doing{};
};

struct Taken {
    std::vector<Judged> done;      // in the order of the wishes
    std::optional<EntryId> entry;  // of what was stored
};

// Whoever may not enter for an area is refused there; so is what is approved or locked already, and what breaks a
// rule. One entry, one deed a value, one event for all of it.
Taken enter(db::Tx& tx, const Entering& entering, const std::vector<ValueWish>& wishes);

}  // namespace goals
