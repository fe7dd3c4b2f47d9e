#include "app/web_pack.hpp"

#include "base/embedded.hpp"

BASE_EMBED(embedded_web_pack, WEB_PACK)

std::string_view app::web_pack() {
    return embedded_web_pack();
}
