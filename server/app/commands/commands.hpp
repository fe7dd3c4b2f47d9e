#pragma once

#include <string>

#include "app/config.hpp"

// What `lomwong` can do, one function a command. They return the exit code; what goes wrong is thrown and told by main.
namespace app {

int serve(const Config& config);
int migrate(const Config& config);
int show_config(const Config& config);
int list_routes();
int write_openapi(const std::string& file);  // empty: to the terminal
int verify(const Config& config);

}  // namespace app
