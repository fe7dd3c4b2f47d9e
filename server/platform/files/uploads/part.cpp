#include "files/uploads/part.hpp"

namespace files {

void describe(http::Response& response, const StoredUpload& upload, std::int64_t offset) {
    response.headers.set("Upload-Offset", std::to_string(offset));
    response.headers.set("Upload-Expires", tus::http_date(upload.expires_at));
}

Part::Part(StoredUpload upload, Partial partial, std::optional<Proof> proof)
    : upload_(std::move(upload)), partial_(std::move(partial)), proof_(std::move(proof)), left_(upload_.length - partial_.size()) {}

void Part::take(std::string_view bytes) {
    left_ -= static_cast<std::int64_t>(bytes.size());
    if (left_ < 0) throw tus::refused(413, "upload_longer_than_announced");
    if (!proof_) return partial_.append(bytes);
    proof_->checksum.add(bytes);
    write_all(proof_->held.number(), bytes);
}

http::Response Part::finish(End end) {
    const bool is_dropped = proof_ && (end == End::cut_off || !proof_->checksum.agrees());
    if (is_dropped) throw tus::refused(460, "upload_part_damaged");
    if (proof_) partial_.append_all(proof_->held.number());
    partial_.settle();
    auto response = tus::reply(204);
    describe(response, upload_, partial_.size());
    return response;
}

}  // namespace files
