#pragma once

#include <concepts>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>

#include "base/bounded.hpp"
#include "base/enum_names.hpp"
#include "base/ids.hpp"
#include "base/json/type.hpp"
#include "base/time.hpp"

namespace json {

void write_text(std::string_view text, std::string& out);
void write_whole(std::int64_t value, std::string& out);
void write_number(double value, std::string& out);  // null when it is not finite

// JSON text that was written before (a stored reply, a revision); goes out as it is, and can not be read in.
struct Raw {
    std::string text;
};

struct WholeRange {
    std::int64_t least, most;
};
bool read_whole(const Node& from, std::int64_t& into, const Place& at, WholeRange range);
std::string whole_schema(WholeRange range);

void read_number(const Node& from, double& into, const Place& at);
void read_boolean(const Node& from, bool& into, const Place& at);
void read_plain_text(const Node& from, std::string& into, const Place& at);

struct TextRange {
    std::size_t least, most;
    bool one_line;
};
void read_text(const Node& from, std::string& into, const Place& at, TextRange range);
std::string text_schema(TextRange range);

// Index of the name among `names`; nothing (and an error) when it is not one of them.
std::optional<std::size_t> read_name(const Node& from, const Place& at, std::span<const std::string_view> names);
std::string names_schema(std::span<const std::string_view> names);

template <class T>
struct PlainType {
    static const Type type;
};
template <>
struct Typed<bool> : PlainType<bool> {};
template <>
struct Typed<double> : PlainType<double> {};
template <>
struct Typed<std::string> : PlainType<std::string> {};
template <>
struct Typed<Raw> : PlainType<Raw> {};
template <>
struct Typed<base::Line> : PlainType<base::Line> {};
template <>
struct Typed<base::Instant> : PlainType<base::Instant> {};
template <>
struct Typed<base::Date> : PlainType<base::Date> {};
template <>
struct Typed<base::TimeOfDay> : PlainType<base::TimeOfDay> {};
template <>
const Type PlainType<bool>::type;
template <>
const Type PlainType<double>::type;
template <>
const Type PlainType<std::string>::type;
template <>
const Type PlainType<Raw>::type;
template <>
const Type PlainType<base::Line>::type;
template <>
const Type PlainType<base::Instant>::type;
template <>
const Type PlainType<base::Date>::type;
template <>
const Type PlainType<base::TimeOfDay>::type;

// A type that is one whole number inside; `Get` names it.
template <class T, std::int64_t Least, std::int64_t Most, auto Get>
struct WholeType {
    static constexpr WholeRange range{Least, Most};
    static void write(const void* value, std::string& out) {
        write_whole(static_cast<std::int64_t>(Get(*static_cast<T*>(const_cast<void*>(value)))), out);
    }
    static void read(const Node& from, void* into, const Place& at) {
        std::int64_t value = 0;
        auto& target = Get(*static_cast<T*>(into));
        if (read_whole(from, value, at, range)) target = static_cast<std::remove_reference_t<decltype(target)>>(value);
    }
    static std::string schema(Schemas&) { return whole_schema(range); }
    static constexpr Type type{write, read, schema};
};

constexpr std::int64_t safe_whole = 9'007'199'254'740'991;  // what a browser's number holds exactly

// (Functions, no lambdas: as template arguments g++ 12 takes those for types of one translation unit.)
template <class T>
T& itself(T& it) {
    return it;
}
template <class T>
std::int64_t& value_in(T& it) {
    return it.value;
}

template <std::integral T>
constexpr WholeRange range_of() {
    if constexpr (sizeof(T) < 8) return {std::numeric_limits<T>::min(), std::numeric_limits<T>::max()};
    return {std::unsigned_integral<T> ? 0 : -safe_whole, safe_whole};
}

template <std::integral T>
struct Typed<T> : WholeType<T, range_of<T>().least, range_of<T>().most, itself<T>> {};

template <std::int64_t Min, std::int64_t Max>
struct Typed<base::Whole<Min, Max>> : WholeType<base::Whole<Min, Max>, Min, Max, value_in<base::Whole<Min, Max>>> {};

template <class Tag>
struct Typed<base::Id<Tag>> : WholeType<base::Id<Tag>, 0, safe_whole, value_in<base::Id<Tag>>> {};

template <std::size_t Min, std::size_t Max>
struct Typed<base::Text<Min, Max>> {
    using T = base::Text<Min, Max>;
    static constexpr TextRange range{Min, Max, false};
    static void write(const void* value, std::string& out) { write_text(static_cast<const T*>(value)->value, out); }
    static void read(const Node& from, void* into, const Place& at) { read_text(from, static_cast<T*>(into)->value, at, range); }
    static std::string schema(Schemas&) { return text_schema(range); }
    static constexpr Type type{write, read, schema};
};

template <base::DescribedEnum E>
struct Typed<E> {
    static void write(const void* value, std::string& out) { write_text(base::name_of(*static_cast<const E*>(value)), out); }
    static void read(const Node& from, void* into, const Place& at) {
        const auto names = base::names_of<E>();
        if (const auto index = read_name(from, at, names)) *static_cast<E*>(into) = *base::named<E>(names[*index]);
    }
    static std::string schema(Schemas&) { return names_schema(base::names_of<E>()); }
    static constexpr Type type{write, read, schema};
};

}  // namespace json
