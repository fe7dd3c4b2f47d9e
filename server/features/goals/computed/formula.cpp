#include "goals/computed/formula.hpp"

#include <algorithm>

#include "base/digits.hpp"
#include "goals/indicator/indicator.hpp"

namespace goals {

// sum: term (("+" | "-") term)*, term: factor (("*" | "/") factor)*, factor: "-" factor | "(" sum ")" | "[" code "]" | number
class FormulaReader {
  public:
    explicit FormulaReader(std::string_view text) : text_(text) {}

    std::variant<Formula, WrongFormula> read() {
        skip_spaces();
        if (text_.empty()) return WrongFormula{FormulaFault::empty, 1};
        if (sum() && !text_.empty()) fail(FormulaFault::unexpected);
        if (wrong_) return *wrong_;
        return std::move(formula_);
    }

  private:
    static constexpr int deepest = 50;

    bool sum() {
        if (!term()) return false;
        for (char sign = next_of("+-"); sign != 0; sign = next_of("+-")) {
            if (!term()) return false;
            formula_.steps_.emplace_back(sign);
        }
        return true;
    }

    bool term() {
        if (!factor()) return false;
        for (char sign = next_of("*/"); sign != 0; sign = next_of("*/")) {
            if (!factor()) return false;
            formula_.steps_.emplace_back(sign);
        }
        return true;
    }

    bool factor() {
        if (++depth_ > deepest) return fail(FormulaFault::too_deep);
        const bool is_read = factor_inside();
        --depth_;
        return is_read;
    }

    bool factor_inside() {
        if (next_of("-") != 0) {
            formula_.steps_.emplace_back(base::Decimal{});
            if (!factor()) return false;
            formula_.steps_.emplace_back('-');
            return true;
        }
        if (next_of("(") != 0) {
            if (!sum()) return false;
            return next_of(")") != 0 || fail(FormulaFault::unclosed);
        }
        return text_.starts_with('[') ? code() : number();
    }

    bool code() {
        const auto end = text_.find(']');
        if (end == std::string_view::npos) return fail(FormulaFault::unclosed);
        const auto code = read_code(text_.substr(1, end - 1));
        if (!code) return fail(FormulaFault::not_a_code);
        auto& codes = formula_.codes_;
        const auto place = std::ranges::find(codes, *code) - codes.begin();
        if (place == std::ssize(codes)) codes.push_back(*code);
        formula_.steps_.emplace_back(static_cast<std::size_t>(place));
        take(end + 1);
        return true;
    }

    bool number() {
        const auto end = std::min(text_.find_first_not_of("0123456789."), text_.size());
        if (end == 0) return fail(FormulaFault::unexpected);
        const auto read = base::read_decimal(text_.substr(0, end));
        const auto* found = std::get_if<base::ReadDecimal>(&read);
        if (found == nullptr || found->is_rounded) return fail(FormulaFault::not_number);
        formula_.steps_.emplace_back(found->number);
        take(end);
        return true;
    }

    // The sign that comes next if it is one of these, taken; else 0.
    char next_of(std::string_view signs) {
        if (text_.empty() || signs.find(text_.front()) == std::string_view::npos) return 0;
        const char sign = text_.front();
        take(1);
        return sign;
    }

    void take(std::size_t bytes) {
        const auto is_start = [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; };
        at_ += static_cast<int>(std::ranges::count_if(text_.substr(0, bytes), is_start));
        text_.remove_prefix(bytes);
        skip_spaces();
    }
    void skip_spaces() {
        while (!text_.empty() && (text_.front() == ' ' || text_.front() == '\n' || text_.front() == '\t')) {
            text_.remove_prefix(1);
            ++at_;
        }
    }

    bool fail(FormulaFault fault) {
        if (!wrong_) wrong_ = WrongFormula{fault, at_};
        return false;
    }

    std::string_view text_;
    int at_ = 1;
    int depth_ = 0;
    Formula formula_;
    std::optional<WrongFormula> wrong_;
};

std::variant<Formula, WrongFormula> read_formula(std::string_view text) {
    const auto arabic = base::with_arabic_digits(text);
    return FormulaReader(arabic).read();
}

static std::optional<Fraction> combined(char sign, const Fraction& a, const Fraction& b) {
    switch (sign) {
        case '+':
            return add(a, b);
        case '-':
            return subtract(a, b);
        case '*':
            return multiply(a, b);
        default:
            return divide(a, b);
    }
}

std::optional<base::Decimal> Formula::value(const Lookup& lookup) const {
    std::vector<Fraction> stack;
    for (const auto& step : steps_) {
        if (const auto* sign = std::get_if<char>(&step)) {
            const auto right = stack.back();
            stack.pop_back();
            const auto result = combined(*sign, stack.back(), right);
            if (!result) return {};
            stack.back() = *result;
            continue;
        }
        const auto* place = std::get_if<std::size_t>(&step);
        const auto number = place != nullptr ? lookup(codes_[*place]) : std::optional(std::get<base::Decimal>(step));
        if (!number) return {};
        stack.emplace_back(*number);
    }
    return stack.back().rounded();
}

}  // namespace goals
