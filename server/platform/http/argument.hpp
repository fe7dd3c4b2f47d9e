#pragma once

#include <concepts>
#include <cstdint>
#include <string>
#include <vector>

#include "base/json/json.hpp"
#include "http/access.hpp"
#include "http/call.hpp"
#include "http/problem.hpp"
#include "http/route.hpp"

namespace http {

// How a handler's parameter of type T is taken from a call. Specialise to teach the router a new kind of parameter:
//   static T take(Call& call);                        // throws Problem
//   static void describe(RouteInfo& route);           // what the route asks for
//   static constexpr access::Grant grants = …;        // optional: what its being there proves about the viewer
// The default is the JSON body.
template <class T>
struct Argument;

// A path segment as text: "{code}".
struct Segment {
    std::string value;
};

// What stands behind the "?" as a described struct.
template <class T>
struct Query {
    T value;
    const T* operator->() const { return &value; }
    const T& operator*() const { return value; }
};

// The files and values of a multipart form, at most MaxBytes in all. The bytes wait in files without a name.
template <std::uint64_t MaxBytes>
struct Uploads {
    std::vector<Upload>& files;
    const std::vector<FormValue>& form;
};

json::Node query_node(const Request& request);                       // Problem 422 for a broken escape
json::Node body_node(const Request& request);                        // Problem 415, 422
void throw_if_any(const json::Errors& errors, std::string_view in);  // `in`: "?" for a query

template <json::DescribedStruct T>
struct Argument<T> {
    static T take(Call& call) {
        json::Errors errors;
        T body = json::read<T>(body_node(call.request()), errors);
        throw_if_any(errors, "");
        return body;
    }
    static void describe(RouteInfo& route) { route.body = &json::type_of<T>(); }
};

template <class T>
struct Argument<Query<T>> {
    static Query<T> take(Call& call) {
        json::Errors errors;
        T query = json::read<T>(query_node(call.request()), errors);
        throw_if_any(errors, "?");
        return {std::move(query)};
    }
    static void describe(RouteInfo& route) { route.query = &json::type_of<T>(); }
};

template <>
struct Argument<Segment> {
    static Segment take(Call& call) { return {call.next_segment()}; }
    static void describe(RouteInfo& route) { route.claim_segment(); }
};

// The version that a change is made on top of: If-Match, for what is no record.
struct Expected {
    std::int64_t version{};
};

template <>
struct Argument<Expected> {
    static Expected take(Call& call) { return {call.expected_version()}; }
    static void describe(RouteInfo& route) { route.needs_version = true; }
};

std::int64_t whole_segment(Call& call);  // Problem 404 when it is no whole number

// A bare id, for things that are no records: the handler looks whether it may.
template <class Tag>
struct Argument<base::Id<Tag>> {
    static base::Id<Tag> take(Call& call) { return {whole_segment(call)}; }
    static void describe(RouteInfo& route) { route.claim_segment(); }
};

template <std::uint64_t MaxBytes>
struct Argument<Uploads<MaxBytes>> {
    static Uploads<MaxBytes> take(Call& call) { return {call.request().uploads, call.request().form}; }
    static void describe(RouteInfo& route) { route.body_rule = {MaxBytes, true}; }
};

template <class T>
constexpr access::Grant grant_of() {
    if constexpr (requires { Argument<T>::grants; }) {
        return Argument<T>::grants;
    } else {
        return access::Grant::none;
    }
}

}  // namespace http
