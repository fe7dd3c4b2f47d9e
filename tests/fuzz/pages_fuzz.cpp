#include <cstddef>
#include <cstdint>

#include "reading/document.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    reading::read_document({reinterpret_cast<const char*>(bytes), size});
    return 0;
}
