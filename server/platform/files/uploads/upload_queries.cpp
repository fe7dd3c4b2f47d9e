#include "files/uploads/upload_queries.hpp"

namespace files {

// Long enough for somebody who comes down from the hills once a week.
constexpr std::int64_t lives_ms = 8LL * 24 * 60 * 60 * 1000;

std::optional<StoredUpload> find_upload(db::Session& db, base::PersonId sender, UploadId id) {
    return db.find<StoredUpload>("SELECT id, name, length, expires_at, file_id FROM files_uploads WHERE id = $1 AND sent_by = $2", id,
                                 sender);
}

bool is_known(db::Session& db, UploadId id) {
    return db.one<bool>("SELECT EXISTS (SELECT 1 FROM files_uploads WHERE id = $1) AS known", id);
}

Unfinished count_unfinished(db::Session& db, base::PersonId sender) {
    return db.one<Unfinished>(
        "SELECT count(*) AS count, coalesce(sum(length), 0) AS bytes FROM files_uploads WHERE sent_by = $1 AND file_id IS NULL", sender);
}

StoredUpload insert_upload(db::Tx& tx, base::PersonId sender, std::string_view name, std::int64_t length) {
    StoredUpload upload{tx.new_id<UploadId>(), std::string(name), length, {tx.now().ms + lives_ms}, {}};
    tx.run("INSERT INTO files_uploads (id, sent_by, name, length, expires_at) VALUES ($1, $2, $3, $4, $5)", upload.id, sender, upload.name,
           upload.length, upload.expires_at);
    return upload;
}

void set_file(db::Tx& tx, UploadId id, FileId file) {
    tx.run("UPDATE files_uploads SET file_id = $2 WHERE id = $1", id, file);
}

void delete_upload(db::Tx& tx, UploadId id) {
    tx.run("DELETE FROM files_uploads WHERE id = $1", id);
}

void delete_expired(db::Tx& tx) {
    tx.run("DELETE FROM files_uploads WHERE expires_at < $1", tx.now());
}

}  // namespace files
