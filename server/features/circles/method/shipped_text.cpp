#include "base/embedded.hpp"
#include "circles/method/shipped.hpp"

BASE_EMBED(embedded_methods, METHODS)

std::string_view circles::shipped_text() {
    return embedded_methods();
}
