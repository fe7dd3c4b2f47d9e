#include "base/decimal.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>

#include "base/digits.hpp"
#include "base/json/scalars.hpp"

namespace base {

namespace {

__extension__ using Wide = __int128;  // products of two numbers of 64 bits

constexpr int kept_decimals = 6;

bool is_digit(char character) {
    return character >= '0' && character <= '9';
}

bool are_digits(std::string_view text) {
    return std::ranges::all_of(text, is_digit);
}

// "1,234,567": one to three digits, then groups of three.
bool are_thousands(std::string_view text) {
    const auto first = text.find(',');
    if (first == 0 || first > 3 || !are_digits(text.substr(0, first))) return false;
    for (text.remove_prefix(first); !text.empty(); text.remove_prefix(4))
        if (text.size() < 4 || text[0] != ',' || !are_digits(text.substr(1, 3))) return false;
    return true;
}

std::optional<std::int64_t> divided(Wide dividend, Wide divisor) {
    if (divisor == 0) return std::nullopt;
    if (divisor < 0) dividend = -dividend, divisor = -divisor;
    auto quotient = dividend / divisor;
    const auto rest = dividend % divisor;
    if ((rest < 0 ? -rest : rest) * 2 >= divisor) quotient += dividend < 0 ? -1 : 1;
    if (quotient > std::numeric_limits<std::int64_t>::max() || quotient < std::numeric_limits<std::int64_t>::min()) return std::nullopt;
    return static_cast<std::int64_t>(quotient);
}

// The characters of a number: Arabic digits, commas, one point.
class Unsigned {
  public:
    explicit Unsigned(std::string_view text) : whole_(text.substr(0, text.find('.'))) {
        if (whole_.size() < text.size()) fraction_ = text.substr(whole_.size() + 1);
    }

    std::variant<ReadDecimal, DecimalFault> read() {
        if (whole_.empty() && fraction_.empty()) return DecimalFault::no_number;
        if (!are_digits(fraction_)) return fraction_.find(',') == fraction_.npos ? DecimalFault::no_number : DecimalFault::unclear_comma;
        if (!are_digits(whole_)) {
            if (!std::ranges::all_of(whole_, [](char c) { return is_digit(c) || c == ','; })) return DecimalFault::no_number;
            if (!are_thousands(whole_)) return DecimalFault::unclear_comma;
        }
        return add_up();
    }

  private:
    std::variant<ReadDecimal, DecimalFault> add_up() const {
        ReadDecimal read;
        auto& value = read.number.value;
        for (const char digit : whole_) {
            if (digit == ',') continue;
            value = value * 10 + (digit - '0');
            if (value > Decimal::most) return DecimalFault::too_large;
        }
        for (std::size_t place = 0; place < kept_decimals; ++place)
            value = value * 10 + (place < fraction_.size() ? fraction_[place] - '0' : 0);
        if (fraction_.size() > kept_decimals) {
            read.is_rounded = fraction_.find_first_not_of('0', kept_decimals) != fraction_.npos;
            if (fraction_[kept_decimals] >= '5') ++value;
        }
        if (value > Decimal::most * Decimal::one) return DecimalFault::too_large;
        return read;
    }

    std::string_view whole_;
    std::string_view fraction_;
};

// "1e308", "12E5"
bool has_exponent(std::string_view text) {
    const auto at = text.find_first_of("eE");
    return at != text.npos && at > 0 && is_digit(text[at - 1]);
}

bool take(std::string_view& text, std::string_view wanted) {
    if (!text.starts_with(wanted)) return false;
    text.remove_prefix(wanted.size());
    return true;
}

}  // namespace

std::variant<ReadDecimal, DecimalFault> read_decimal(std::string_view typed) {
    const auto arabic = with_arabic_digits(typed);
    auto text = without_outer_spaces(arabic);
    if (text.empty()) return DecimalFault::empty;
    const bool is_negative = take(text, "-") || take(text, "\u2212");
    if (!is_negative) take(text, "+");
    if (has_exponent(text)) return DecimalFault::exponent;
    auto read = Unsigned(text).read();
    if (auto* found = std::get_if<ReadDecimal>(&read); found && is_negative) {
        found->was_minus_zero = found->number.value == 0;
        found->number.value = -found->number.value;
    }
    return read;
}

std::string to_text(Decimal number) {
    const auto size = number.value < 0 ? 0 - static_cast<std::uint64_t>(number.value) : static_cast<std::uint64_t>(number.value);
    auto text = std::string(number.value < 0 ? "-" : "") + std::to_string(size / Decimal::one);
    if (auto fraction = std::to_string(size % Decimal::one + Decimal::one); fraction != "1000000") {
        fraction.erase(fraction.find_last_not_of('0') + 1);
        text.append(".").append(fraction, 1);
    }
    return text;
}

std::optional<Decimal> sum(Decimal a, Decimal b) {
    Decimal result;
    return __builtin_add_overflow(a.value, b.value, &result.value) ? std::nullopt : std::optional(result);
}

std::optional<Decimal> ratio(Decimal factor, Decimal numerator, Decimal denominator) {
    Wide product = 0;
    if (__builtin_mul_overflow(Wide{factor.value}, Wide{numerator.value}, &product)) return std::nullopt;
    const auto value = divided(product, denominator.value);
    return value ? std::optional(Decimal{*value}) : std::nullopt;
}

Decimal rounded(Decimal number, int decimals) {
    std::int64_t unit = 1;
    for (int place = decimals; place < kept_decimals; ++place) unit *= 10;
    const auto units = divided(number.value, unit);
    std::int64_t value = 0;
    return units && !__builtin_mul_overflow(*units, unit, &value) ? Decimal{value} : number;
}

}  // namespace base

namespace json {

static void read_decimal_number(const Node& from, void* into, const Place& at) {
    auto& number = *static_cast<base::Decimal*>(into);
    if (from.kind == Node::Kind::whole && from.whole <= base::Decimal::most && from.whole >= -base::Decimal::most) {
        number = base::whole(from.whole);
    } else if (from.kind == Node::Kind::number && std::abs(from.number) <= static_cast<double>(base::Decimal::most)) {
        number.value = std::llround(from.number * static_cast<double>(base::Decimal::one));
    } else {
        const auto read = from.is_text() ? base::read_decimal(from.text) : base::DecimalFault::no_number;
        if (const auto* found = std::get_if<base::ReadDecimal>(&read))
            number = found->number;
        else
            at.wrong("not_number");
    }
}

const Type Typed<base::Decimal>::type{
    [](const void* value, std::string& out) { out += base::to_text(*static_cast<const base::Decimal*>(value)); }, read_decimal_number,
    [](Schemas&) -> std::string { return R"({"type":"number"})"; }};

}  // namespace json
