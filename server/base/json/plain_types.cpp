#include "base/json/scalars.hpp"

namespace json {
namespace {

template <class T>
const T& as(const void* value) {
    return *static_cast<const T*>(value);
}

// Dates and times: ISO text outside, a value inside.
template <class T>
void write_iso(const void* value, std::string& out) {
    out.append("\"").append(base::to_iso(as<T>(value))).append("\"");
}

template <class T>
void read_iso(std::optional<T> (*from_iso)(std::string_view), std::string_view code, const Node& from, void* into, const Place& at) {
    const auto value = from.is_text() ? from_iso(from.text) : std::nullopt;
    if (!value) return at.wrong(code);
    *static_cast<T*>(into) = *value;
}

}  // namespace

template <>
const Type PlainType<bool>::type{[](const void* value, std::string& out) { out += as<bool>(value) ? "true" : "false"; },
                                 [](const Node& from, void* into, const Place& at) { read_boolean(from, *static_cast<bool*>(into), at); },
                                 [](Schemas&) -> std::string { return R"({"type":"boolean"})"; }};

template <>
const Type PlainType<double>::type{
    [](const void* value, std::string& out) { write_number(as<double>(value), out); },
    [](const Node& from, void* into, const Place& at) { read_number(from, *static_cast<double*>(into), at); },
    [](Schemas&) -> std::string { return R"({"type":"number"})"; }};

template <>
const Type PlainType<std::string>::type{
    [](const void* value, std::string& out) { write_text(as<std::string>(value), out); },
    [](const Node& from, void* into, const Place& at) { read_plain_text(from, *static_cast<std::string*>(into), at); },
    [](Schemas&) -> std::string { return R"({"type":"string"})"; }};

template <>
const Type PlainType<Raw>::type{[](const void* value, std::string& out) { out += as<Raw>(value).text; },
                                [](const Node&, void*, const Place& at) { at.wrong("not_for_input"); },
                                [](Schemas&) -> std::string { return "{}"; }};

constexpr TextRange line_range{1, base::Line::longest, true};
template <>
const Type PlainType<base::Line>::type{
    [](const void* value, std::string& out) { write_text(as<base::Line>(value).value, out); },
    [](const Node& from, void* into, const Place& at) { read_text(from, static_cast<base::Line*>(into)->value, at, line_range); },
    [](Schemas&) { return text_schema(line_range); }};

template <>
const Type PlainType<base::Instant>::type{
    write_iso<base::Instant>,
    [](const Node& from, void* into, const Place& at) { read_iso<base::Instant>(base::instant_from_iso, "not_instant", from, into, at); },
    [](Schemas&) -> std::string { return R"({"type":"string","format":"date-time"})"; }};

template <>
const Type PlainType<base::Date>::type{
    write_iso<base::Date>,
    [](const Node& from, void* into, const Place& at) { read_iso<base::Date>(base::date_from_iso, "not_date", from, into, at); },
    [](Schemas&) -> std::string { return R"({"type":"string","format":"date"})"; }};

template <>
const Type PlainType<base::TimeOfDay>::type{
    write_iso<base::TimeOfDay>,
    [](const Node& from, void* into, const Place& at) { read_iso<base::TimeOfDay>(base::time_from_iso, "not_time", from, into, at); },
    [](Schemas&) -> std::string { return R"({"type":"string","pattern":"^\\d\\d:\\d\\d$"})"; }};

}  // namespace json
