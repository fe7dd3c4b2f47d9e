#include "circles/method/shipped.hpp"

// The assembler copies the file as it stands.
asm(R"(
    .section .rodata
    .global lomwong_methods
    .global lomwong_methods_end
lomwong_methods:
    .incbin ")" METHODS R"("
lomwong_methods_end:
    .previous
)");

extern "C" const char lomwong_methods[];
extern "C" const char lomwong_methods_end[];

namespace circles {

std::string_view shipped_text() {
    return {lomwong_methods, static_cast<std::size_t>(lomwong_methods_end - lomwong_methods)};
}

}  // namespace circles
