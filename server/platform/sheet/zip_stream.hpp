#pragma once

#include <zlib.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sheet {

// A ZIP archive written from front to back: sizes and sums stand behind each member, for they are not known before (APPNOTE 4.4.4, bit 3).
// Times are the earliest there are, so that the same members give the same bytes. Appends to `out`.
class ZipStream {
  public:
    explicit ZipStream(std::string& out);
    ~ZipStream();
    ZipStream(const ZipStream&) = delete;
    ZipStream& operator=(const ZipStream&) = delete;

    void begin(std::string_view name);
    void write(std::string_view bytes);
    void end();
    void add(std::string_view name, std::string_view bytes);
    void finish();  // the directory of all members; nothing after it

    // Of the member that is written now, before it is packed.
    [[nodiscard]] std::uint64_t written() const { return members_.back().size; }

  private:
    struct Member {
        std::string name;
        std::uint64_t at = 0, size = 0, packed_size = 0;
        std::uint32_t sum = 0;
    };

    void append(std::string_view bytes);
    void deflate_all(std::string_view bytes, int flush);

    std::string& out_;
    std::uint64_t bytes_ = 0;
    std::vector<Member> members_;
    z_stream packer_{};
    std::string packed_ = std::string(32 << 10, '\0');
};

}  // namespace sheet
