#pragma once

#include <cstddef>
#include <string_view>

// Builds the file FILE, a string literal, into the program, as `static std::string_view NAME()`. The assembler copies it as it stands; a
// C++ array of it would take the compiler ten seconds. At namespace scope, outside any namespace.
#define BASE_EMBED(NAME, FILE)                                                                    \
    asm(".section .rodata\n.global lomwong_" #NAME "\n.global lomwong_" #NAME                     \
        "_end\n"                                                                                  \
        "lomwong_" #NAME ":\n.incbin \"" FILE "\"\nlomwong_" #NAME "_end:\n.previous\n");         \
    extern "C" const char lomwong_##NAME[];                                                       \
    extern "C" const char lomwong_##NAME##_end[];                                                 \
    static std::string_view NAME() {                                                              \
        return {lomwong_##NAME, static_cast<std::size_t>(lomwong_##NAME##_end - lomwong_##NAME)}; \
    }
