#include "app/web_pack.hpp"

// The assembler copies the file as it stands; a C++ array of it would take the compiler ten seconds.
asm(R"(
    .section .rodata
    .global lomwong_web_pack
    .global lomwong_web_pack_end
lomwong_web_pack:
    .incbin ")" WEB_PACK R"("
lomwong_web_pack_end:
    .previous
)");

extern "C" const char lomwong_web_pack[];
extern "C" const char lomwong_web_pack_end[];

namespace app {

std::string_view web_pack() {
    return {lomwong_web_pack, static_cast<std::size_t>(lomwong_web_pack_end - lomwong_web_pack)};
}

}  // namespace app
