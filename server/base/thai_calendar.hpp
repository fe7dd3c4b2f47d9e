#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "base/language.hpp"
#include "base/time.hpp"

// The edges where people read and write dates: พ.ศ., Thai digits, Thai month names. Inside, dates are ISO and CE.
namespace base {

// Reads a whole text as one date, in the forms that people type: "24 ม.ค. 2553", "24/1/53", "๒๔ มกราคม ๒๕๕๓", "วันอาทิตย์ที่ 24 มกราคม พ.ศ.
// 2553", "15 มีนาคม 2010", "March 15, 2010", "2010-03-15". Without an era a year from 2300 on is พ.ศ., and so are two digits ("53" = 2553).
// nullopt: not a date, or a day that does not exist.
std::optional<Date> read_date(std::string_view text);

struct FoundDate {
    Date date;
    std::size_t begin{};  // bytes of the text it stands in
    std::size_t end{};
};
// The first date that stands in a longer text at or after byte `from`; only forms that cannot be mistaken (month by name, or d/m/yyyy, or
// ISO).
std::optional<FoundDate> find_date(std::string_view text, std::size_t from = 0);

std::string long_date(Date date, Language language);       // "21 พฤศจิกายน 2569", "21 November 2026"
std::string short_date(Date date, Language language);      // "21 พ.ย. 69", "21 Nov 2026"
std::string time_text(TimeOfDay time, Language language);  // "09.00 น.", "09:00"
std::string month_name(unsigned month, Language language);
std::string weekday_name(Weekday day, Language language);

int buddhist_year(Date date);

}  // namespace base
