#pragma once

#include <optional>
#include <vector>

#include "base/time.hpp"

namespace base {

// วันพระ: the 8th and 15th of the waxing and of the waning moon, where a month of 29 days ends with the 14th.
struct HolyDays {
    std::vector<Date> days;           // in their order
    std::optional<Date> known_until;  // the last of them; nothing, where no day is known to count from
};

// Months are counted, not the moon: from Asalha Bucha, the 15th of the waxing moon of the eighth month, eleven months have the same lengths
// in every year. Whether the seventh then takes a day more (อธิกวาร), and whether there is a second eighth (อธิกมาส), is announced: it shows
// in the distance to the next Asalha Bucha. Nothing is guessed. `asalha` in its order.
HolyDays holy_days(const std::vector<Date>& asalha);

}  // namespace base
