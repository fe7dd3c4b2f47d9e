#pragma once

namespace http {

class Router;

// /api: every route of the API with what it takes and gives, for people; /api/openapi.json: the same for programs.
// The application gives the router and its version to the calls' equipment.
struct ApiContract {
    const Router& router;
    const char* version;
};
void add_api_routes(Router& router);

}  // namespace http
