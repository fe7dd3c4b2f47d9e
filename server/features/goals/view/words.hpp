#pragma once

#include <string>

#include "goals/view/standing.hpp"

// Figures in words, for pages without scripts, papers and tables.
namespace goals {

// The English words where they are asked for and there are any.
std::string in_language(const std::string& thai, const std::string& english, base::Language language);
// "1,234.50", with the decimals that the indicator shows.
std::string number_in_words(base::Decimal number, int decimals);
// "ร้อยละ 75.0", "4.2 จาก 5", "12,943 คน"
std::string amount_in_words(const Traits& traits, base::Decimal value, base::Language language);
// The amount, or why there is none.
std::string found_in_words(const Traits& traits, const Figure& figure, base::Language language);
// "ข้อมูลจาก 7 จาก 9 แห่ง"; never "all".
std::string coverage_in_words(const Figure& figure, base::Language language);

}  // namespace goals
