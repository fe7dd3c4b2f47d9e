#pragma once

#include <optional>

#include "files/contents.hpp"
#include "files/files.hpp"

namespace files {

struct StoredFile {
    FileId id;
    std::string hash;
    std::string name;
    Kind kind{};
    base::PersonId sent_by;
};
BOOST_DESCRIBE_STRUCT(StoredFile, (), (id, hash, name, kind, sent_by))

std::optional<StoredFile> find_file(db::Session& db, FileId id);
File get_file(db::Session& db, FileId id);  // without what a record says about it
// What somebody sent through a route: added, and told to the journal.
File send(db::Tx& tx, base::PersonId sender, const Content& content, std::string_view name);
std::vector<std::int64_t> list_holders(db::Session& db, FileId id);

// The hash of a web size, if it has been made.
std::optional<std::string> find_made(db::Session& db, const std::string& hash, std::string_view size);

void insert_made(db::Tx& tx, const std::string& hash, std::string_view size, const std::string& made_hash);
void set_sizes(db::Tx& tx, const std::string& hash, Sizes sizes);

// What the jobs of this part are told.
struct ContentJob {
    std::string hash;
};
BOOST_DESCRIBE_STRUCT(ContentJob, (), (hash))
struct FileJob {
    FileId file;
};
BOOST_DESCRIBE_STRUCT(FileJob, (), (file))

// Takes a file that no record holds out of the database. Returns the hashes that nothing refers to any more.
std::vector<std::string> forget(db::Tx& tx, FileId id);

}  // namespace files
