#pragma once

#include <string_view>

#include "base/ids.hpp"

namespace base {

// A person is known to every floor (who asked, who wrote); what is known about them lives in the feature people.
struct PersonTag {
    static constexpr std::string_view kind = "person";
};
using PersonId = Id<PersonTag>;

}  // namespace base
