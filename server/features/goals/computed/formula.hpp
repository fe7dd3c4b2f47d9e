#pragma once

#include <boost/describe/enum.hpp>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "goals/computed/fraction.hpp"

// An indicator computed from others: numbers, [codes], + - * / and parentheses; "[born] / [people] * 1000". Pure.
namespace goals {

enum class FormulaFault : std::uint8_t { empty, unexpected, unclosed, not_a_code, not_number, too_deep };
BOOST_DESCRIBE_ENUM(FormulaFault, empty, unexpected, unclosed, not_a_code, not_number, too_deep)

// What is wrong with a text, and at which of its characters, from 1.
struct WrongFormula {
    FormulaFault fault{};
    int at{};
};

class Formula {
  public:
    // The number of an indicator, by its code.
    using Lookup = std::function<std::optional<base::Decimal>(const std::string& code)>;

    // Each code once, as read_code gives it, in the order of the text.
    [[nodiscard]] const std::vector<std::string>& codes() const { return codes_; }
    // Nothing if a number is missing, for a division by zero, or if it does not fit.
    [[nodiscard]] std::optional<base::Decimal> value(const Lookup& lookup) const;

  private:
    friend class FormulaReader;

    // One step of a stack machine: a number, the place of a code, or an operator on the two numbers before it.
    using Step = std::variant<base::Decimal, std::size_t, char>;
    std::vector<Step> steps_;
    std::vector<std::string> codes_;
};

std::variant<Formula, WrongFormula> read_formula(std::string_view text);

}  // namespace goals
