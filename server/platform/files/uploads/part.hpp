#pragma once

#include <optional>

#include "files/uploads/partial.hpp"
#include "files/uploads/tus.hpp"
#include "files/uploads/upload_queries.hpp"

namespace files {

// A part of an upload on its way to the partial file, at its end. What was let in is kept however the request ends; a part that brings its
// checksum waits apart until it is whole and proved, and is dropped if it is not.
class Part final : public http::Receiver {
  public:
    struct Proof {
        tus::Checksum checksum;
        http::Descriptor held;
    };
    Part(StoredUpload upload, Partial partial, std::optional<Proof> proof);

    void take(std::string_view bytes) override;  // 413 for more than was announced
    http::Response finish(End end) override;     // 460 for another checksum

  private:
    StoredUpload upload_;
    Partial partial_;
    std::optional<Proof> proof_;
    std::int64_t left_;
};

// What the protocol says of an upload in each reply.
void describe(http::Response& response, const StoredUpload& upload, std::int64_t offset);

}  // namespace files
