#pragma once

#include "decode/picture_header.hpp"

namespace decode {

// A file's bytes as they lie on the disk, read only where they are looked at. Throws std::system_error if it cannot be mapped.
class MappedFile {
  public:
    explicit MappedFile(int descriptor);
    ~MappedFile();
    MappedFile(const MappedFile&) = delete;
    MappedFile& operator=(const MappedFile&) = delete;

    Bytes bytes() const { return bytes_; }

  private:
    Bytes bytes_;
};

}  // namespace decode
