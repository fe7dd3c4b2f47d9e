#include "decode/mapped_file.hpp"

#include <sys/mman.h>
#include <sys/stat.h>
#include <cerrno>
#include <system_error>

namespace decode {

MappedFile::MappedFile(int descriptor) {
    struct stat facts{};
    if (fstat(descriptor, &facts) != 0) throw std::system_error(errno, std::system_category(), "fstat");
    if (facts.st_size == 0) return;  // an empty file cannot be mapped, and holds nothing
    const auto size = static_cast<std::size_t>(facts.st_size);
    void* const start = mmap(nullptr, size, PROT_READ, MAP_PRIVATE, descriptor, 0);
    if (start == MAP_FAILED) throw std::system_error(errno, std::system_category(), "mmap");
    bytes_ = {static_cast<const unsigned char*>(start), size};
}

MappedFile::~MappedFile() {
    if (!bytes_.empty()) munmap(const_cast<unsigned char*>(bytes_.data()), bytes_.size());
}

}  // namespace decode
