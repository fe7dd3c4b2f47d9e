#pragma once

#include <string_view>

#include "base/ids.hpp"

namespace base {

// A person, with or without an account. 0 is nobody: a guest, or the system itself.
struct PersonTag {
    static constexpr std::string_view kind = "person";
};
using PersonId = Id<PersonTag>;

}  // namespace base
