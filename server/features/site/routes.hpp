#pragma once

namespace http {
class Call;
class Router;
}  // namespace http

// The routes of this part, a file each.
namespace site {

void add_settings_routes(http::Router& router);
void add_holiday_routes(http::Router& router);
void add_web_manifest(http::Router& router);
// The words that pages say are asked for anew.
void forget_words(http::Call& call);

}  // namespace site
