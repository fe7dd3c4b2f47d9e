#include "base/thai_calendar.hpp"

#include <fmt/format.h>

#include <array>

namespace base {
namespace {

constexpr int buddhist_offset = 543;

struct Name {
    const char* long_name;
    const char* short_name;
};
constexpr std::array<Name, 12> thai_months{{{"มกราคม", "ม.ค."},
                                            {"กุมภาพันธ์", "ก.พ."},
                                            {"มีนาคม", "มี.ค."},
                                            {"เมษายน", "เม.ย."},
                                            {"พฤษภาคม", "พ.ค."},
                                            {"มิถุนายน", "มิ.ย."},
                                            {"กรกฎาคม", "ก.ค."},
                                            {"สิงหาคม", "ส.ค."},
                                            {"กันยายน", "ก.ย."},
                                            {"ตุลาคม", "ต.ค."},
                                            {"พฤศจิกายน", "พ.ย."},
                                            {"ธันวาคม", "ธ.ค."}}};
constexpr std::array<Name, 12> english_months{{{"January", "Jan"},
                                               {"February", "Feb"},
                                               {"March", "Mar"},
                                               {"April", "Apr"},
                                               {"May", "May"},
                                               {"June", "Jun"},
                                               {"July", "Jul"},
                                               {"August", "Aug"},
                                               {"September", "Sep"},
                                               {"October", "Oct"},
                                               {"November", "Nov"},
                                               {"December", "Dec"}}};
constexpr std::array<Name, 7> weekdays{{{"วันจันทร์", "Monday"},
                                        {"วันอังคาร", "Tuesday"},
                                        {"วันพุธ", "Wednesday"},
                                        {"วันพฤหัสบดี", "Thursday"},
                                        {"วันศุกร์", "Friday"},
                                        {"วันเสาร์", "Saturday"},
                                        {"วันอาทิตย์", "Sunday"}}};

const Name& month_of(unsigned month, Language language) {
    return (language == Language::th ? thai_months : english_months).at(month - 1);
}

}  // namespace

std::string month_name(unsigned month, Language language) {
    return month_of(month, language).long_name;
}

std::string weekday_name(Weekday day, Language language) {
    const auto& name = weekdays.at(static_cast<std::size_t>(day));
    return language == Language::th ? name.long_name : name.short_name;
}

std::string long_date(Date date, Language language) {
    const int year = language == Language::th ? buddhist_year(date) : date.year;
    return fmt::format("{} {} {}", date.day, month_of(date.month, language).long_name, year);
}

std::string short_date(Date date, Language language) {
    const auto* month = month_of(date.month, language).short_name;
    if (language == Language::en) return fmt::format("{} {} {}", date.day, month, date.year);
    return fmt::format("{} {} {:02}", date.day, month, buddhist_year(date) % 100);
}

std::string time_text(TimeOfDay time, Language language) {
    const int hour = time.minutes / 60, minute = time.minutes % 60;
    return language == Language::th ? fmt::format("{:02}.{:02} น.", hour, minute) : fmt::format("{:02}:{:02}", hour, minute);
}

int buddhist_year(Date date) {
    return date.year + buddhist_offset;
}

}  // namespace base
