#pragma once

#include <boost/describe/enum.hpp>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "base/json/type.hpp"

namespace base {

// An exact number with six decimals. What is written or read is at most 10^12; a sum may be greater, as far as 64 bits go.
struct Decimal {
    static constexpr std::int64_t one = 1'000'000;
    static constexpr std::int64_t most = 1'000'000'000'000;

    std::int64_t value{};  // millionths

    friend auto operator<=>(const Decimal&, const Decimal&) = default;
};

constexpr Decimal whole(std::int64_t number) {
    return {number * Decimal::one};
}

// Why a text is no number that can be kept.
enum class DecimalFault : std::uint8_t { empty, no_number, unclear_comma, exponent, too_large };
BOOST_DESCRIBE_ENUM(DecimalFault, empty, no_number, unclear_comma, exponent, too_large)

struct ReadDecimal {
    Decimal number;
    bool is_rounded = false;      // it had more than six decimals, and was rounded half away from zero
    bool was_minus_zero = false;  // "-0" is 0, but whoever wrote it may have meant something
};

// Reads a whole text: Arabic or Thai digits, one decimal point, commas between thousands, a sign, spaces around. A comma that may be a
// decimal one ("1,5") is refused, and so are exponents, infinity and anything else.
std::variant<ReadDecimal, DecimalFault> read_decimal(std::string_view text);

// "1234.5": as short as it is exact.
std::string to_text(Decimal number);

// Nothing where 64 bits do not hold it.
std::optional<Decimal> sum(Decimal a, Decimal b);
// factor · numerator / denominator, rounded half away from zero at the sixth decimal. Nothing if the denominator is zero, or 64 bits do not
// hold the result.
std::optional<Decimal> ratio(Decimal factor, Decimal numerator, Decimal denominator);
// Half away from zero.
Decimal rounded(Decimal number, int decimals);

}  // namespace base

// A number in JSON, with all its digits.
template <>
struct json::Typed<base::Decimal> {
    static const Type type;
};
