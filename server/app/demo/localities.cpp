#include "app/demo/localities.hpp"

// As in web_pack.cpp: the assembler copies the file as it stands.
asm(R"(
    .section .rodata
    .global lomwong_localities
    .global lomwong_localities_end
lomwong_localities:
    .incbin ")" LOCALITIES R"("
lomwong_localities_end:
    .previous
)");

extern "C" const char lomwong_localities[];
extern "C" const char lomwong_localities_end[];

namespace app::demo {

std::string_view localities() {
    return {lomwong_localities, static_cast<std::size_t>(lomwong_localities_end - lomwong_localities)};
}

}  // namespace app::demo
