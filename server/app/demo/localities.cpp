#include "app/demo/localities.hpp"

#include "base/embedded.hpp"

BASE_EMBED(embedded_localities, LOCALITIES)

std::string_view app::demo::localities() {
    return embedded_localities();
}
