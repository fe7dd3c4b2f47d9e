#pragma once

#include <string_view>

namespace app {

// The built web app, part of this program; see http::Assets.
std::string_view web_pack();

}  // namespace app
