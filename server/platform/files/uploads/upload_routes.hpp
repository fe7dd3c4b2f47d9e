#pragma once

namespace http {
class Router;
}

namespace files {

void add_upload_routes(http::Router& router);

}  // namespace files
