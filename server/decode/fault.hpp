#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <stdexcept>
#include <string>

namespace decode {

// Why an outside file was not opened. `problem_file_<name>` tells it to a person, in both languages.
enum class Fault : std::uint8_t {
    broken,          // not of its kind, cut off, or with sizes and sums that do not agree
    locked,          // asks for a password
    swells,          // unpacks into far more than such a document ever does
    hostile,         // declares entities, or nests deeper than any writer does
    too_long,        // more text than is taken at once
    too_many_pages,  // of a PDF
    without_text,    // a PDF of pictures alone
    no_such_sheet,
    too_many_files,  // in an archive
};
BOOST_DESCRIBE_ENUM(Fault, broken, locked, swells, hostile, too_long, too_many_pages, without_text, no_such_sheet, too_many_files)

// Thrown by readers inside the cage; main.cpp turns it into the exit code that cage.cpp reads.
class Refused : public std::runtime_error {
  public:
    Refused(Fault why, const std::string& words) : std::runtime_error(words), fault(why) {}
    Fault fault;
};

inline constexpr int first_fault_code = 80;  // above the codes of sysexits.h
inline constexpr int exit_code(Fault fault) {
    return first_fault_code + static_cast<int>(fault);
}

}  // namespace decode
