#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/json/json.hpp"
#include "http/call.hpp"
#include "http/response.hpp"
#include "http/route.hpp"

namespace http {

// 201. Location is the reply's `address`, if it has one.
template <class T>
struct Created {
    T reply;
    BOOST_DESCRIBE_CLASS(Created, (), (reply), (), ())
};

// 204.
struct NoContent {};
BOOST_DESCRIBE_STRUCT(NoContent, (), ())

// One page of a list; `next` is what to send as ?after= for the following page, absent on the last.
template <class T>
struct List {
    std::vector<T> items;
    std::optional<std::string> next;
    BOOST_DESCRIBE_CLASS(List, (), (items, next), (), ())
};

// How what a handler returns becomes a response. Specialise for a new kind of reply. The default is JSON, with the ETag of the reply's
// `version` (or of its `record.version`).
template <class T>
struct Answer;

Response json_response(unsigned status, std::string body);

template <class T>
std::optional<std::int64_t> version_in(const T& reply) {
    if constexpr (requires { std::int64_t{reply.version}; }) {
        return reply.version;
    } else if constexpr (requires { std::int64_t{reply.record.version}; }) {
        return reply.record.version;
    } else {
        return std::nullopt;
    }
}

template <class T>
struct Answer {
    static Response make(Call&, const T& reply) {
        auto response = json_response(200, json::write(reply));
        response.version = version_in(reply);
        return response;
    }
    static void describe(RouteInfo& route) { route.reply = &json::type_of<T>(); }
};

template <class T>
struct Answer<Created<T>> {
    static Response make(Call&, const Created<T>& created) {
        auto response = json_response(201, json::write(created.reply));
        response.version = version_in(created.reply);
        if constexpr (requires { std::string_view(created.reply.address); }) response.headers.set("Location", created.reply.address);
        return response;
    }
    static void describe(RouteInfo& route) {
        route.reply = &json::type_of<T>();
        route.reply_status = 201;
    }
};

template <>
struct Answer<NoContent> {
    static Response make(Call&, const NoContent&) { return json_response(204, {}); }
    static void describe(RouteInfo& route) { route.reply_status = 204; }
};

// The handler has let the request in on its head, and the body, at most MaxBytes, goes to the receiver as it comes.
template <std::uint64_t MaxBytes>
struct Receiving {
    std::unique_ptr<Receiver> receiver;
};

template <std::uint64_t MaxBytes>
struct Answer<Receiving<MaxBytes>> {
    static Response make(Call&, Receiving<MaxBytes>&& receiving) {
        Response response;
        response.receiver = std::move(receiving.receiver);
        return response;
    }
    static void describe(RouteInfo& route) {
        route.reply_status = 204;
        route.body_rule = {.max_bytes = MaxBytes, .streams = true};
    }
};

// A reply the handler made itself: a calendar file, a stream. It says so with `lomwong routes` as "anything".
template <>
struct Answer<Response> {
    static Response make(Call&, Response&& response) { return std::move(response); }
    static void describe(RouteInfo& route) { route.reply_type = "*/*"; }
};

}  // namespace http
