#pragma once

#include <cstdint>

namespace decode {

struct Bounds {
    std::uint64_t memory = std::uint64_t{1} << 30;   // bytes of address space, libraries included
    std::uint64_t seconds = 30;                      // of processor time; the cage's deadline on the wall clock is outside
    std::uint64_t output = std::uint64_t{32} << 20;  // bytes a written file may grow to
};

// From here on this process, and whatever it becomes by exec, has no network, starts no process, sends no signal, keeps within `bounds`,
// and on kernels with Landlock (5.13) opens only the system's libraries and the folder it stands in. There is no way back. Throws
// std::system_error if a part of the cage cannot be closed: then nothing outside may be opened.
void enter_cage(const Bounds& bounds);

}  // namespace decode
