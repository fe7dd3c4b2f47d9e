#pragma once

namespace http {
class Router;
}

namespace office {

void add_mail_routes(http::Router& router);

}  // namespace office
