#pragma once

#include <optional>

#include "base/decimal.hpp"

namespace goals {

// An exact number: what formulas compute with, so that only their end is rounded. Nothing comes of what 128 bits do not hold, or of a
// division by zero.
class Fraction {
  public:
    Fraction() = default;
    explicit Fraction(base::Decimal number);

    // Half away from zero at the sixth decimal.
    [[nodiscard]] std::optional<base::Decimal> rounded() const;

    friend std::optional<Fraction> add(const Fraction& a, const Fraction& b);
    friend std::optional<Fraction> subtract(const Fraction& a, const Fraction& b);
    friend std::optional<Fraction> multiply(const Fraction& a, const Fraction& b);
    friend std::optional<Fraction> divide(const Fraction& a, const Fraction& b);

  private:
    __extension__ using Wide = __int128;
    static std::optional<Fraction> made(Wide above, Wide below);

    Wide above_ = 0;
    Wide below_ = 1;  // more than zero
};

}  // namespace goals
