#pragma once

// JSON from and to plain structs that are described once (BOOST_DESCRIBE_STRUCT): reading names every bad field, writing goes straight
// into a string, and the OpenAPI schema comes from the same description.
//
//   struct SessionDraft { base::Line title; std::optional<base::Date> on; std::vector<AgendaItem> agenda; };
//   BOOST_DESCRIBE_STRUCT(SessionDraft, (), (title, on, agenda))
//   void check(const SessionDraft&, json::Errors&);     // optional: a rule between fields, pointers relative to the struct
//
// Every member must be there unless it is a std::optional, which may be null or left out and is left out of what is written; a member
// nobody asked for is an error, so that a misspelt name is not lost.

#include <optional>
#include <string>
#include <string_view>

#include "base/json/containers.hpp"
#include "base/json/object.hpp"
#include "base/json/scalars.hpp"

namespace json {

template <class T>
std::string write(const T& value) {
    std::string out;
    type_of<T>().write(&value, out);
    return out;
}

// What can be read is read; everything that is wrong is in `errors`.
template <class T>
T read(const Node& from, Errors& errors) {
    T value{};
    type_of<T>().read(from, &value, Place(errors));
    return value;
}

template <class T>
T read(std::string_view text, Errors& errors, const Limits& limits = {}) {
    const auto node = parse(text, errors, limits);
    return node ? read<T>(*node, errors) : T{};
}

// For text that we wrote ourselves: throws std::runtime_error naming the first error.
[[noreturn]] void throw_unreadable(const Errors& errors);
template <class T>
T read_own(std::string_view text) {
    Errors errors;
    T value = read<T>(text, errors);
    if (!errors.empty()) throw_unreadable(errors);
    return value;
}

template <class T>
std::string schema(Schemas& named) {
    return named.of(type_of<T>());
}

}  // namespace json
