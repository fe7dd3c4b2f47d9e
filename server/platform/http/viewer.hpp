#pragma once

#include <cstdint>

#include "base/person.hpp"

namespace http {

// Who asks, as far as the server knows.
struct Viewer {
    base::PersonId person;  // none for a guest
    bool administrator = false;
    std::int64_t session = 0;

    bool is_guest() const { return !person; }
};

}  // namespace http
