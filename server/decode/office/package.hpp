#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace decode::office {

// What an office file may grow to. The bounds are on bytes that come out, whatever the file says of itself.
struct PackageBounds {
    std::size_t entries = 10'000;
    std::uint64_t unpacked = std::uint64_t{256} << 20;  // of all parts that are read
    std::uint64_t ratio = 200;                          // to one, of all that is read against the whole file, once it is above `harmless`
    std::uint64_t harmless = std::uint64_t{8} << 20;
};

// DOCX, XLSX, ODT and ODS are ZIP files of XML parts. Only the parts that are asked for are unpacked, as a stream; what lies inside as
// an archive again is never opened. Throws Refused: broken, locked, swells.
class Package {
  public:
    using Sink = std::function<void(std::string_view)>;

    // `file` is an open, seekable descriptor.
    explicit Package(int file, const PackageBounds& bounds = {});

    // Hands the part on, some at a time; false if there is none of this name.
    bool read(std::string_view name, const Sink& sink);

  private:
    void count(std::size_t bytes);

    int file_;
    PackageBounds bounds_;
    std::uint64_t packed_ = 0;
    std::uint64_t unpacked_ = 0;
};

}  // namespace decode::office
