#include "goals/computed/fraction.hpp"

#include <limits>
#include <utility>

namespace goals {

Fraction::Fraction(base::Decimal number) {
    if (const auto made_of = made(number.value, base::Decimal::one)) *this = *made_of;
}

std::optional<Fraction> Fraction::made(Wide above, Wide below) {
    if (below == 0) return {};
    if (below < 0) above = -above, below = -below;
    auto divisor = above < 0 ? -above : above;
    for (auto rest = below; rest != 0;) divisor = std::exchange(rest, divisor % rest);
    Fraction fraction;
    fraction.above_ = above / divisor;
    fraction.below_ = below / divisor;
    return fraction;
}

std::optional<base::Decimal> Fraction::rounded() const {
    Wide scaled = 0;
    if (__builtin_mul_overflow(above_, Wide{base::Decimal::one}, &scaled)) return {};
    auto quotient = scaled / below_;
    const auto rest = scaled % below_;
    const auto distance = rest < 0 ? -rest : rest;
    if (distance >= below_ - distance) quotient += above_ < 0 ? -1 : 1;
    if (quotient > std::numeric_limits<std::int64_t>::max() || quotient < std::numeric_limits<std::int64_t>::min()) return {};
    return base::Decimal{static_cast<std::int64_t>(quotient)};
}

std::optional<Fraction> add(const Fraction& a, const Fraction& b) {
    Fraction::Wide left = 0;
    Fraction::Wide right = 0;
    Fraction::Wide below = 0;
    Fraction::Wide above = 0;
    if (__builtin_mul_overflow(a.above_, b.below_, &left) || __builtin_mul_overflow(b.above_, a.below_, &right) ||
        __builtin_mul_overflow(a.below_, b.below_, &below) || __builtin_add_overflow(left, right, &above))
        return {};
    return Fraction::made(above, below);
}

std::optional<Fraction> subtract(const Fraction& a, const Fraction& b) {
    auto negative = b;
    negative.above_ = -negative.above_;
    return add(a, negative);
}

std::optional<Fraction> multiply(const Fraction& a, const Fraction& b) {
    Fraction::Wide above = 0;
    Fraction::Wide below = 0;
    if (__builtin_mul_overflow(a.above_, b.above_, &above) || __builtin_mul_overflow(a.below_, b.below_, &below)) return {};
    return Fraction::made(above, below);
}

std::optional<Fraction> divide(const Fraction& a, const Fraction& b) {
    Fraction::Wide above = 0;
    Fraction::Wide below = 0;
    if (__builtin_mul_overflow(a.above_, b.below_, &above) || __builtin_mul_overflow(a.below_, b.above_, &below)) return {};
    return Fraction::made(above, below);
}

}  // namespace goals
