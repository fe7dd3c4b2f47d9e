#include "base/embedded.hpp"
#include "goals/set/shipped.hpp"

BASE_EMBED(embedded_sets, SETS)

std::string_view goals::shipped_text() {
    return embedded_sets();
}
