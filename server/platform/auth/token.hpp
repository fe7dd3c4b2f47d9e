#pragma once

#include <string>
#include <string_view>

#include "db/value.hpp"

namespace auth {

// 128 bits nobody can guess, as 22 characters for cookies and links. Only its hash is ever stored.
std::string new_token();
db::Blob hash_token(std::string_view token);

}  // namespace auth
