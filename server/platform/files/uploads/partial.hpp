#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string_view>
#include <vector>

#include "base/ids.hpp"
#include "http/descriptor.hpp"

namespace files {

struct UploadTag {};
using UploadId = base::Id<UploadTag>;

// What has come of one upload. Whoever has it has it alone, in all processes, until it is gone, be it by kill -9. All that touches the disk
// throws std::system_error if the disk will not.
class Partial {
  public:
    Partial(http::Descriptor file, std::filesystem::path path) : file_(std::move(file)), path_(std::move(path)) {}

    std::int64_t size() const;
    void append(std::string_view bytes);
    void append_all(int descriptor);  // of another file
    void settle();                    // when this returns, what was appended survives a power cut
    void remove();
    int number() const { return file_.number(); }

  private:
    http::Descriptor file_;
    std::filesystem::path path_;
};

// Unfinished uploads outside the database, each in `folder`/<its id>.
class Partials {
  public:
    explicit Partials(std::filesystem::path folder);

    // Nothing while somebody else has it. What has not begun yet begins.
    std::optional<Partial> lock(UploadId upload) const;
    // How much has come and stays, also if the power is cut now.
    std::int64_t count_kept(UploadId upload) const;
    std::vector<UploadId> list() const;
    // A file without a name, for what is not known to be right yet.
    http::Descriptor open_nameless() const;

  private:
    std::filesystem::path path(UploadId upload) const { return folder_ / std::to_string(upload.value); }

    std::filesystem::path folder_;
};

// Writes all of it, or throws.
void write_all(int descriptor, std::string_view bytes);

}  // namespace files
