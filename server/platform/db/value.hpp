#pragma once

#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <variant>

#include "base/enum_names.hpp"
#include "base/time.hpp"
#include "db/errors.hpp"

// How C++ values become parameters and columns become C++ values:
//   bool, whole numbers, Instant (ms), TimeOfDay (minutes) <-> INTEGER; double <-> REAL; Blob <-> BLOB;
//   text, described enums (by name), Date (ISO) <-> TEXT; anything with a `.value` as that value; optional as NULL.
namespace db {

// Bytes that are no text: hashes, sort keys.
struct Blob {
    std::string bytes;
    friend auto operator<=>(const Blob&, const Blob&) = default;
};

enum class Kind : std::uint8_t { integer, real, text, blob };

struct Parameter {
    Kind kind;
    std::variant<std::monostate, std::int64_t, double, std::string_view, std::string> value;  // monostate is NULL
};

// One row as the engine hands it over; what it points to is good until the next row. A value of another type and NULL are refused.
class Row {
  public:
    virtual ~Row() = default;
    [[nodiscard]] virtual bool is_null(int column) const = 0;
    [[nodiscard]] virtual std::int64_t integer(int column) const = 0;
    [[nodiscard]] virtual double real(int column) const = 0;
    [[nodiscard]] virtual std::string_view text(int column) const = 0;
    [[nodiscard]] virtual std::string blob(int column) const = 0;
    [[nodiscard]] virtual std::string column_name(int column) const = 0;
};

template <class T>
inline constexpr bool is_optional = false;
template <class T>
inline constexpr bool is_optional<std::optional<T>> = true;

// base::Id, base::Text and their like.
template <class T>
concept Wrapped = !is_optional<T> && requires(T& wrapped) { wrapped.value; };

template <class T>
concept Textual = std::convertible_to<const T&, std::string_view>;

template <class T>
concept Integer = std::integral<T> && !std::same_as<T, char>;

// What one column can hold.
template <class T>
concept Scalar = is_optional<T> || Wrapped<T> || Textual<T> || Integer<T> || std::floating_point<T> || base::DescribedEnum<T> ||
                 std::same_as<T, Blob> || std::same_as<T, base::Instant> || std::same_as<T, base::Date> || std::same_as<T, base::TimeOfDay>;

template <Scalar T>
constexpr Kind kind_of() {
    if constexpr (is_optional<T>)
        return kind_of<typename T::value_type>();
    else if constexpr (Wrapped<T>)
        return kind_of<decltype(T::value)>();
    else if constexpr (std::floating_point<T>)
        return Kind::real;
    else if constexpr (std::same_as<T, Blob>)
        return Kind::blob;
    else if constexpr (Textual<T> || base::DescribedEnum<T> || std::same_as<T, base::Date>)
        return Kind::text;
    else
        return Kind::integer;
}

// Points into `value` where it can: the parameter must not outlive it.
template <Scalar T>
Parameter parameter(const T& value) {
    constexpr Kind kind = kind_of<T>();
    if constexpr (is_optional<T>)
        return value ? parameter(*value) : Parameter{kind, std::monostate{}};
    else if constexpr (Wrapped<T>)
        return parameter(value.value);
    else if constexpr (std::same_as<T, Blob>)
        return {kind, std::string_view(value.bytes)};
    else if constexpr (Textual<T>)
        return {kind, std::string_view(value)};
    else if constexpr (base::DescribedEnum<T>)
        return {kind, base::name_of(value)};
    else if constexpr (std::same_as<T, base::Date>)
        return {kind, base::to_iso(value)};
    else if constexpr (std::same_as<T, base::Instant>)
        return {kind, value.ms};
    else if constexpr (std::same_as<T, base::TimeOfDay>)
        return {kind, std::int64_t{value.minutes}};
    else if constexpr (std::floating_point<T>)
        return {kind, static_cast<double>(value)};
    else
        return {kind, static_cast<std::int64_t>(value)};
}

[[noreturn]] void refuse_value(const Row& row, int column, std::string_view problem);
[[noreturn]] void refuse_null(const Row& row, int column);

template <class T>
T required(std::optional<T> value, const Row& row, int column) {
    if (!value) refuse_value(row, column, "holds a text that this type does not know");
    return *std::move(value);
}

template <Scalar T>
T value_at(const Row& row, int column) {  // budget: a case a type and nothing else, as the two above
    if constexpr (is_optional<T>) {
        return row.is_null(column) ? T{} : T{value_at<typename T::value_type>(row, column)};
    } else if constexpr (Wrapped<T>) {
        T wrapped{};
        wrapped.value = value_at<decltype(T::value)>(row, column);
        return wrapped;
    } else if constexpr (std::same_as<T, Blob>)
        return {row.blob(column)};
    else if constexpr (std::constructible_from<T, std::string_view>)
        return T(row.text(column));
    else if constexpr (base::DescribedEnum<T>)
        return required(base::named<T>(row.text(column)), row, column);
    else if constexpr (std::same_as<T, base::Date>)
        return required(base::date_from_iso(row.text(column)), row, column);
    else if constexpr (std::same_as<T, base::Instant>)
        return {row.integer(column)};
    else if constexpr (std::same_as<T, base::TimeOfDay>)
        return {static_cast<int>(row.integer(column))};
    else if constexpr (std::floating_point<T>)
        return static_cast<T>(row.real(column));
    else
        return static_cast<T>(row.integer(column));
}

}  // namespace db
