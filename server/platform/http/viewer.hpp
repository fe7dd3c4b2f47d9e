#pragma once

#include <cstdint>

#include "base/person.hpp"

namespace http {

// Who asks, as far as the server knows.
struct Viewer {
    base::PersonId person;  // none for a guest
    bool administrator = false;
    std::int64_t session = 0;
    bool session_ended = false;  // a guest who brought a session that is over: asked to sign in again, in place

    bool is_guest() const { return !person; }
};

}  // namespace http
