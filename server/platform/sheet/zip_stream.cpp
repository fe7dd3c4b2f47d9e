#include "sheet/zip_stream.hpp"

#include <limits>
#include <stdexcept>

namespace sheet {

namespace {

constexpr std::uint16_t sizes_follow_and_name_is_utf8 = (1U << 3) | (1U << 11);
constexpr std::uint16_t deflated = 8;
constexpr std::uint32_t first_of_january_1980 = 1U << 21 | 1U << 16;  // as MS-DOS wrote it: no month 0, no day 0
constexpr std::uint16_t version_needed = 20;

// Numbers of a ZIP: little-endian.
class Fields {
  public:
    Fields& two(std::uint64_t value) { return put(value, 2); }
    Fields& four(std::uint64_t value) { return put(value, 4); }
    Fields& text(std::string_view value) {
        bytes_ += value;
        return *this;
    }
    [[nodiscard]] const std::string& bytes() const { return bytes_; }

  private:
    Fields& put(std::uint64_t value, int bytes) {
        if (bytes == 4 && value > std::numeric_limits<std::uint32_t>::max()) throw std::length_error("a table of more than 4 GB");
        for (int i = 0; i < bytes; ++i) bytes_ += static_cast<char>(value >> (8 * i) & 0xFF);
        return *this;
    }

    std::string bytes_;
};

}  // namespace

ZipStream::ZipStream(std::string& out) : out_{out} {
    // A light packing: a table is wanted soon, and half of the time it would take is for the last tenth.
    constexpr int raw = -15, memory = 8, level = 3;
    if (deflateInit2(&packer_, level, Z_DEFLATED, raw, memory, Z_DEFAULT_STRATEGY) != Z_OK) throw std::bad_alloc();
}

ZipStream::~ZipStream() {
    deflateEnd(&packer_);
}

void ZipStream::append(std::string_view bytes) {
    out_ += bytes;
    bytes_ += bytes.size();
}

void ZipStream::begin(std::string_view name) {
    members_.push_back({.name = std::string(name), .at = bytes_});
    deflateReset(&packer_);
    Fields head;
    head.four(0x04034b50).two(version_needed).two(sizes_follow_and_name_is_utf8).two(deflated).four(first_of_january_1980);
    head.four(0).four(0).four(0).two(name.size()).two(0).text(name);
    append(head.bytes());
}

void ZipStream::write(std::string_view bytes) {
    auto& member = members_.back();
    member.size += bytes.size();
    member.sum = static_cast<std::uint32_t>(crc32_z(member.sum, reinterpret_cast<const Bytef*>(bytes.data()), bytes.size()));
    deflate_all(bytes, Z_NO_FLUSH);
}

void ZipStream::deflate_all(std::string_view bytes, int flush) {
    packer_.next_in =
        reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));  // NOLINT(cppcoreguidelines-pro-type-const-cast): read only
    packer_.avail_in = static_cast<uInt>(bytes.size());
    do {
        packer_.next_out = reinterpret_cast<Bytef*>(packed_.data());
        packer_.avail_out = static_cast<uInt>(packed_.size());
        deflate(&packer_, flush);
        const auto made = packed_.size() - packer_.avail_out;
        append({packed_.data(), made});
        members_.back().packed_size += made;
    } while (packer_.avail_out == 0);
}

void ZipStream::end() {
    deflate_all({}, Z_FINISH);
    const auto& member = members_.back();
    append(Fields{}.four(0x08074b50).four(member.sum).four(member.packed_size).four(member.size).bytes());
}

void ZipStream::add(std::string_view name, std::string_view bytes) {
    begin(name);
    write(bytes);
    end();
}

void ZipStream::finish() {
    const auto begins = bytes_;
    for (const auto& member : members_) {
        Fields entry;
        entry.four(0x02014b50).two(version_needed).two(version_needed).two(sizes_follow_and_name_is_utf8).two(deflated);
        entry.four(first_of_january_1980).four(member.sum).four(member.packed_size).four(member.size);
        entry.two(member.name.size()).two(0).two(0).two(0).two(0).four(0).four(member.at).text(member.name);
        append(entry.bytes());
    }
    Fields last;
    last.four(0x06054b50).two(0).two(0).two(members_.size()).two(members_.size()).four(bytes_ - begins).four(begins).two(0);
    append(last.bytes());
}

}  // namespace sheet
