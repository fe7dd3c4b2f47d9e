#pragma once

#include <toml++/toml.h>

#include <string>
#include <vector>

#include "auth/sign_on/provider.hpp"
#include "auth/sign_on/provider_roles.hpp"

// Which claims of a provider give which roles here, as the file tells it, and where those roles are.
namespace app {

// All of these throw std::invalid_argument saying what is asked for.
std::string toml_text(const toml::node& node);
auth::Provider::Rule read_rule(const std::string& text);  // "claim=value"
std::vector<auth::Provider::RoleRule> read_role_rules(const toml::node& node);

// Auth knows no organisations and circles: where they are, and what one may be there, is told here.
auth::Scopes role_places();

}  // namespace app
