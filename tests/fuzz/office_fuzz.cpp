#include <sys/mman.h>
#include <unistd.h>
#include <cstddef>
#include <cstdint>
#include <string>

#include "decode/archive.hpp"
#include "decode/fault.hpp"
#include "decode/office/papers.hpp"
#include "decode/office/tables.hpp"
#include "decode/office/testing.hpp"

// READER is the one that is tried; see README.md.

namespace {

using decode::office::Package;
using decode::testing::zip;

struct docx {
    static std::string file(const std::string& bytes) { return zip({{"word/document.xml", bytes}, {"word/styles.xml", bytes}}); }
    static void read(int memory) {
        Package package(memory);
        decode::office::read_docx(package);
    }
};
struct odt {
    static std::string file(const std::string& bytes) { return zip({{"content.xml", bytes}}); }
    static void read(int memory) {
        Package package(memory);
        decode::office::read_odt(package);
    }
};
struct xlsx {
    static std::string file(const std::string& bytes) { return decode::testing::xlsx(bytes, {"หนึ่ง", "สอง"}); }
    static void read(int memory) {
        Package package(memory);
        decode::office::read_xlsx(package, "");
    }
};
struct ods {
    static std::string file(const std::string& bytes) { return zip({{"content.xml", bytes}}); }
    static void read(int memory) {
        Package package(memory);
        decode::office::read_ods(package, "");
    }
};
struct archive {
    static std::string file(const std::string& bytes) { return bytes; }
    static void read(int memory) {
        decode::unpack_archive(memory, [](std::string_view) {}, {.unpacked = std::uint64_t{16} << 20});
    }
};
struct package {
    static std::string file(const std::string& bytes) { return bytes; }
    static void read(int memory) {
        Package package(memory);
        decode::office::read_docx(package);
    }
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const auto file = READER::file({reinterpret_cast<const char*>(bytes), size});
    const int memory = memfd_create("file", MFD_CLOEXEC);
    if (write(memory, file.data(), file.size()) == static_cast<ssize_t>(file.size())) {
        try {
            READER::read(memory);
        } catch (const decode::Refused&) {  // what a reader may say to anything
        }
    }
    close(memory);
    return 0;
}
