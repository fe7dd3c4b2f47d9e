#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "files/files.hpp"
#include "files/uploads/partial.hpp"

namespace files {

struct StoredUpload {
    UploadId id;
    std::string name;
    std::int64_t length{};
    base::Instant expires_at;
    std::optional<FileId> file_id;  // what it became
};
BOOST_DESCRIBE_STRUCT(StoredUpload, (), (id, name, length, expires_at, file_id))

// Only its sender's.
std::optional<StoredUpload> find_upload(db::Session& db, base::PersonId sender, UploadId id);
bool is_known(db::Session& db, UploadId id);

struct Unfinished {
    std::int64_t count{};
    std::int64_t bytes{};  // that were announced
};
BOOST_DESCRIBE_STRUCT(Unfinished, (), (count, bytes))
Unfinished count_unfinished(db::Session& db, base::PersonId sender);

StoredUpload insert_upload(db::Tx& tx, base::PersonId sender, std::string_view name, std::int64_t length);
void set_file(db::Tx& tx, UploadId id, FileId file);
void delete_upload(db::Tx& tx, UploadId id);
void delete_expired(db::Tx& tx);

}  // namespace files
