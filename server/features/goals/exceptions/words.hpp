#pragma once

#include "goals/exceptions/exceptions.hpp"

// Exceptions in words, for pages without scripts and papers; the page with scripts has the same keys.
namespace goals {

// "ยังห่างเป้า ร้อยละ 20.0 (ตอนนี้ ร้อยละ 60.0 เป้า ร้อยละ 80.0)"
std::string reason_in_words(const ExceptionLine& line, ExceptionReason reason, base::Language language);
// All of them.
std::string reasons_in_words(const ExceptionLine& line, base::Language language);
// "ยังห่างเป้า 3 · รอข้อมูล 2", or that there is nothing to look into.
std::string summary_in_words(const ExceptionList& list, base::Language language);
// What is left out, and what was not looked for.
std::vector<std::string> notes_in_words(const ExceptionList& list, base::Language language);

// "ร้อยละ 80.0", or both ends of a band.
std::string aim_in_words(const Traits& traits, const Aim& aim, base::Language language);

}  // namespace goals
