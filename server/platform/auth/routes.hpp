#pragma once

#include <optional>
#include <string_view>

namespace http {
class Router;
}

namespace auth {

void add_session_routes(http::Router& router);
void add_account_routes(http::Router& router);
void add_invitation_routes(http::Router& router);
void add_second_step_routes(http::Router& router);
void add_sign_on_routes(http::Router& router);
void add_administration_routes(http::Router& router);
void add_reset_routes(http::Router& router);
void add_email_routes(http::Router& router);
void add_program_key_routes(http::Router& router);

// Throw Problem 422 naming the field.
void require_new_password(std::string_view password, std::string_view login, std::string_view pointer);
void require_new_login(std::string_view folded);

}  // namespace auth
