#pragma once

#include <string>
#include <string_view>

namespace http {

class Router;

// The contract of all routes under /api, OpenAPI 3.1. The same bytes for the same routes: api/openapi.json is compared with it.
std::string openapi(const Router& router, std::string_view version);

}  // namespace http
