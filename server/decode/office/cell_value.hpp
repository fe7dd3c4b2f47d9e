#pragma once

#include <string>
#include <string_view>

namespace decode::office {

// How a number is meant to be read.
struct NumberFormat {
    bool date = false;
    std::size_t digits = 0;  // "00000": at least so many, as of codes and telephone numbers
};
NumberFormat number_format(std::string_view code);
NumberFormat number_format(int id);  // those that have no code in the file

enum class Epoch { of_1900, of_1904 };

// "2013-04-26" of a day's number, "055123456" of a number with as many digits; what is no number comes out as it is.
std::string value_text(std::string_view number, const NumberFormat& format, Epoch epoch);

// An ISO date. A year of the Buddhist era that was typed as if it were a common one is put right: nobody keeps dates of 2556 CE.
std::string date_text(std::string_view iso);

}  // namespace decode::office
