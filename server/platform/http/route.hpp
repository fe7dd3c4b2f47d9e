#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/json/type.hpp"
#include "http/limits.hpp"
#include "http/request.hpp"
#include "http/server.hpp"

namespace http {

enum class Gate : std::uint8_t { open, signed_in, administrator };

// All there is to know of a route: what `lomwong routes`, OpenAPI and the test of every route × every kind of person are made from.
struct RouteInfo {
    std::size_t index = 0;  // among the router's routes
    Method method = Method::get;
    std::string pattern;     // "/api/circles/{circle}/sessions"
    std::string permission;  // "may_edit"
    Gate gate = Gate::open;
    std::optional<WriteKind> write_kind;  // none for what only reads
    std::string file;
    unsigned line = 0;

    std::vector<std::string> segments;  // names in braces, in order; arguments claim them from the left
    std::size_t claimed = 0;
    const json::Type* query = nullptr;
    const json::Type* body = nullptr;
    const json::Type* reply = nullptr;
    std::string reply_type = "application/json";
    unsigned reply_status = 200;
    bool needs_version = false;  // If-Match
    bool is_page = false;
    bool takes_program_keys = false;  // a program may say who asks by a key in Authorization; elsewhere its key is refused
    BodyRule body_rule;

    void claim_segment() { ++claimed; }
    void open_to_programs() { takes_program_keys = true; }
};

}  // namespace http
