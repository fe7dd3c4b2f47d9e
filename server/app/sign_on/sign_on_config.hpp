#pragma once

#include <toml++/toml.h>

#include <filesystem>
#include <string>

#include "auth/sign_on/provider.hpp"

namespace app {

// One provider as the file tells it, under [sign_on.KEY]. `file` is whose; names of files in it are relative to its folder.
// Throws ConfigError naming the setting and the line.
auth::Provider read_provider(const std::string& key, const toml::node& node, const std::filesystem::path& file);

}  // namespace app
