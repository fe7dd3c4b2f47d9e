#pragma once

#include <optional>
#include <vector>

#include "base/decimal.hpp"
#include "goals/computed/composite.hpp"
#include "goals/indicator/indicator.hpp"
#include "records/records.hpp"

// What an indicator means in words, from a year on. Pure.
namespace goals {

enum class Frequency : std::uint8_t { once, week, month, quarter, half_year, year, two_years, five_years };
BOOST_DESCRIBE_ENUM(Frequency, once, week, month, quarter, half_year, year, two_years, five_years)

// How many steps a score has, the worst first.
inline constexpr std::size_t score_steps = 5;

struct Definition {
    base::Line title;
    std::optional<base::Text<0, 300>> title_en;
    std::optional<base::Text<0, 2000>> reason;       // why we look at it at all
    std::optional<base::Text<0, 1000>> goal;         // what we want to come of it
    std::optional<base::Text<0, 500>> looked_at_by;  // who looks at it together …
    std::optional<base::Text<0, 300>> looked_at_on;  // … and when: "ประชาคมหมู่บ้าน เดือนมกราคม"
    std::optional<Frequency> frequency;              // how often it is measured
    std::optional<base::Text<0, 500>> applies_to;    // whom it asks about: "คนอายุ 35 ปีขึ้นไป"
    std::optional<base::Text<0, 1000>> rule;         // what counts
    std::optional<base::Text<0, 300>> window;        // in which span of time
    std::optional<base::Text<0, 300>> threshold;     // from how many or how much on it is met
    std::optional<base::Text<0, 500>> numerator;     // what stands above the line
    std::optional<base::Text<0, 500>> denominator;   // and below
    std::optional<std::vector<base::Line>> levels;   // what each step of a score means
    std::optional<std::vector<base::Line>> groups;   // by which it is told apart: "ชาย", "หญิง"
    std::optional<bool> groups_add_up;               // the groups are everyone, and nobody is in two: their sum is the total
    std::optional<bool> delicate;                    // what people would not say aloud before others: debt, drugs
    std::optional<base::Text<0, 1000>> formula;      // computed from others: "[born] / [people] * 1000"
    std::optional<Composite> composite;              // or one number for several
    std::optional<base::Decimal> target;             // what is aimed at where nobody has set anything else
    std::optional<base::Decimal> target_to;          // the upper end of a band
    std::optional<base::Text<0, 1000>> verification;
    std::optional<base::Text<0, 300>> assessor;
    std::optional<base::Text<0, 1000>> source;
    std::optional<base::Text<0, 300>> keeper;  // who answers for the numbers
};
BOOST_DESCRIBE_STRUCT(Definition, (),
                      (title, title_en, reason, goal, looked_at_by, looked_at_on, frequency, applies_to, rule, window, threshold, numerator,
                       denominator, levels, groups, groups_add_up, delicate, formula, composite, target, target_to, verification, assessor,
                       source, keeper))
void check(const Definition& definition, json::Errors& errors);
// What traits ask of the words: the steps of a score, the two ends of a band. Pointers are relative to the definition.
void check_against(const Traits& traits, const Definition& definition, json::Errors& errors);

// What the envelope says of it, and every word of it for search.
records::Description describe(const Definition& definition, base::Language language);
std::string searchable(const Definition& definition, std::string_view code);

}  // namespace goals
