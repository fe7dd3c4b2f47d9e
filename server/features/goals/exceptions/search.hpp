#pragma once

#include "goals/exceptions/exceptions.hpp"

// Looks through figures for exceptions, with the numbers that people may see.
namespace goals {

struct NamedIndicator {
    Indicator indicator;
    std::string title;  // what it is called here
    std::string title_en;
};

struct ExceptionWish {
    const areas::Area& area;
    const std::vector<areas::Area>& inside;  // what is looked at; none: the area itself
    std::vector<NamedIndicator> indicators;
    std::optional<base::ReportingPeriod> period;  // none: of each indicator the newest that the area has
    std::size_t most{};                           // lines
};
// Odd values are looked for from districts down: above there are too many to hold each against its like while somebody waits.
ExceptionList find_exceptions(db::Session& db, const Viewing& viewing, const ExceptionWish& wish);

}  // namespace goals
