#pragma once

#include <boost/describe.hpp>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "base/bounded.hpp"
#include "base/ids.hpp"
#include "base/person.hpp"
#include "db/db.hpp"
#include "decode/cage.hpp"
#include "files/store.hpp"
#include "files/uploads/partial.hpp"
#include "jobs/jobs.hpp"

namespace http {
class Router;
struct Viewer;
}  // namespace http

// Uploaded files, and which record holds which. A file may be read by who may read a record that holds it; until a record holds it, by its
// sender alone. A picture is shown in web sizes only: the original may tell where it was taken, so only those who may edit the record get
// it.
namespace files {

struct FileTag {};
using FileId = base::Id<FileTag>;

// Web sizes are made by a job a moment after the upload; of a broken picture there are none.
enum class Sizes : std::uint8_t { none, waiting, made, failed };
BOOST_DESCRIBE_ENUM(Sizes, none, waiting, made, failed)

// A file as pages show it. `address`/thumb, /page and /full are its web sizes (480, 1280, 2560 pixels), /card a JPEG for link previews.
struct File {
    FileId id;
    std::string name;
    Kind kind{};
    Group group{};
    std::int64_t size{};
    std::int64_t width{}, height{};
    Sizes sizes{};
    std::string alternative_text;
    std::string caption;
    std::string address;  // "/files/123"
};
BOOST_DESCRIBE_STRUCT(File, (), (id, name, kind, group, size, width, height, sizes, alternative_text, caption, address))

// How a record's maker names a file: what a picture shows, for those who cannot see it, and what stands under it.
struct HeldFile {
    FileId file;
    base::Text<0, 500> alternative_text;
    base::Text<0, 500> caption;
};
BOOST_DESCRIBE_STRUCT(HeldFile, (), (file, alternative_text, caption))

// What somebody sent, from now on in the database too; web sizes of a picture are asked for. For files that came by another way than the
// route. `name` is what the sender calls it.
FileId add(db::Tx& tx, base::PersonId sender, const Content& content, std::string_view name);

// The record holds these from now on, in this order, and no others. `record` is the record's id.
// Throws Problem 422 at "/files/N" for a file that the actor neither sent nor finds held by this record already.
void hold(db::Tx& tx, base::PersonId actor, std::int64_t record, const std::vector<HeldFile>& files);
std::vector<File> list_held(db::Session& db, std::int64_t record);

// What people sent, each content once; without the web sizes made of it.
struct Uploads {
    std::int64_t count{};
    std::int64_t bytes{};
};
BOOST_DESCRIBE_STRUCT(Uploads, (), (count, bytes))
Uploads count_uploads(db::Session& db);

// Who may read and edit a record is for records to say; the application connects the two.
struct Readers {
    std::function<bool(db::Session&, const http::Viewer&, std::int64_t record)> may_read;
    std::function<bool(db::Session&, const http::Viewer&, std::int64_t record)> may_edit;
};

// What this part's routes and jobs stand on: give it to http::Services::equipment.
struct Library {
    db::Database& database;
    Store store;
    Partials partials;
    decode::Cage cage;
    Readers readers;
    std::chrono::hours young{1};  // what is younger than this is never swept away
};

void add_routes(http::Router& router);
// "files.make_sizes", "files.forget_unheld" (a week after nobody holds a file), "files.sweep_strays" and "files.forget_uploads" (each day).
void add_jobs(jobs::Handlers& handlers, Library& library);

std::span<const db::Migration> migrations();

}  // namespace files
