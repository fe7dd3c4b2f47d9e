#include <fmt/format.h>

#include <fstream>
#include <iostream>
#include <stdexcept>

#include "app/commands/commands.hpp"
#include "app/wiring.hpp"
#include "http/openapi.hpp"

// Commands that tell what this program is, and need no database.
namespace app {

int show_config(const Config& config) {
    std::cout << to_toml(config);
    return 0;
}

int list_routes() {
    http::Router router;
    add_routes(router);
    for (const auto& route : router.routes())
        std::cout << fmt::format("{:6} {:55} {:15} {:9} {}:{}\n", http::name_of(route->method), route->pattern, route->permission,
                                 route->write_kind ? base::name_of(*route->write_kind) : "reads", route->file, route->line);
    return 0;
}

int write_openapi(const std::string& file) {
    http::Router router;
    add_routes(router);
    const auto text = http::openapi(router, LOMWONG_VERSION);
    if (file.empty()) {
        std::cout << text;
        return 0;
    }
    std::ofstream out{file};
    out << text;
    if (!out.flush()) throw std::runtime_error("cannot write " + file);
    return 0;
}

}  // namespace app
