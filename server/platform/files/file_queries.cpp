#include "files/file_queries.hpp"

#include <algorithm>

#include "base/json/json.hpp"
#include "base/thai_text.hpp"
#include "db/ids.hpp"
#include "files/first_pictures.hpp"
#include "files/moving.hpp"
#include "http/problem.hpp"
#include "journal/journal.hpp"

namespace files {

static File shown(File file) {
    file.group = facts(file.kind).group;
    return file;
}

// The columns of File but for what a record says about it.
#define FILES_SHOWN                                                                                                       \
    "f.id, f.name, c.kind, 'paper' AS \"group\", c.size, c.width, c.height, c.sizes, '/files/' || CAST(f.id AS TEXT) AS " \
    "address"

std::optional<StoredFile> find_file(db::Session& db, FileId id) {
    return db.find<StoredFile>(
        "SELECT f.id, f.hash, f.name, c.kind, f.sent_by FROM files_files f JOIN files_contents c ON c.hash = f.hash WHERE f.id = $1", id);
}

File get_file(db::Session& db, FileId id) {
    return shown(db.one<File>("SELECT " FILES_SHOWN
                              ", '' AS alternative_text, '' AS caption FROM files_files f JOIN files_contents c ON c.hash = f.hash"
                              " WHERE f.id = $1",
                              id));
}

std::vector<File> list_held(db::Session& db, std::int64_t record) {
    auto files = db.all<File>("SELECT " FILES_SHOWN
                              ", h.alternative_text, h.caption FROM files_holdings h JOIN files_files f ON f.id = h.file_id"
                              " JOIN files_contents c ON c.hash = f.hash WHERE h.record_id = $1 ORDER BY h.place",
                              record);
    std::transform(files.begin(), files.end(), files.begin(), shown);
    return files;
}

struct Holding : File {
    std::int64_t record_id{};
};
BOOST_DESCRIBE_STRUCT(Holding, (File), (record_id))

#define FILES_HELD_BY(records)                                                                     \
    "SELECT " FILES_SHOWN ", h.alternative_text, h.caption, h.record_id FROM " records             \
    " JOIN files_holdings h ON h.record_id = each_id.value JOIN files_files f ON f.id = h.file_id" \
    " JOIN files_contents c ON c.hash = f.hash ORDER BY h.record_id, h.place"

std::map<std::int64_t, File> list_first_pictures(db::Session& db, const std::vector<std::int64_t>& records) {
    if (records.empty()) return {};
    std::map<std::int64_t, File> first;
    const auto held = db.all<Holding>(
        {"/* sqlite */ " FILES_HELD_BY(DB_SQLITE_EACH_ID("$1")), "/* postgres */ " FILES_HELD_BY(DB_POSTGRES_EACH_ID("$1"))},
        json::write(records));
    for (const auto& holding : held)
        if (auto file = shown(holding); file.group == Group::picture) first.try_emplace(holding.record_id, std::move(file));
    return first;
}

std::vector<std::int64_t> list_holders(db::Session& db, FileId id) {
    return db.all<std::int64_t>("SELECT record_id FROM files_holdings WHERE file_id = $1", id);
}

std::optional<std::string> find_made(db::Session& db, const std::string& hash, std::string_view size) {
    return db.find<std::string>("SELECT made_hash FROM files_sizes WHERE hash = $1 AND size = $2", hash, size);
}

void insert_made(db::Tx& tx, const std::string& hash, std::string_view size, const std::string& made_hash) {
    tx.run(
        "INSERT INTO files_sizes (hash, size, made_hash) VALUES ($1, $2, $3)"
        " ON CONFLICT (hash, size) DO UPDATE SET made_hash = excluded.made_hash",
        hash, size, made_hash);
}

void set_sizes(db::Tx& tx, const std::string& hash, Sizes sizes) {
    tx.run("UPDATE files_contents SET sizes = $2 WHERE hash = $1", hash, sizes);
}

// ---- adding and holding ----

// No folders, no line ends, no longer than a line of a list.
static std::string tidy_name(std::string_view name) {
    constexpr std::size_t longest = 200;
    auto tidied = base::tidy(name.substr(std::min(name.find_last_of("/\\") + 1, name.size())));
    std::replace_if(tidied.begin(), tidied.end(), [](char c) { return static_cast<unsigned char>(c) < ' ' || c == '"'; }, ' ');
    if (tidied.size() <= longest) return tidied;
    auto end = longest;
    while (end > 0 && (static_cast<unsigned char>(tidied[end]) & 0xC0) == 0x80) --end;  // no letter is cut in two
    tidied.resize(end);
    return tidied;
}

static void forget_later(db::Tx& tx, FileId file) {
    constexpr std::int64_t a_week_in_ms = 7LL * 24 * 60 * 60 * 1000;
    jobs::add(tx, "files.forget_unheld", json::write(FileJob{file}), {tx.now().ms + a_week_in_ms});
}

FileId add(db::Tx& tx, base::PersonId sender, const Content& content, std::string_view name) {
    const bool picture = facts(content.kind).group == Group::picture;
    const auto is_new = tx.run(
        "INSERT INTO files_contents (hash, kind, size, width, height, sizes) VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (hash) DO NOTHING",
        content.hash, content.kind, content.size, content.width, content.height, picture ? Sizes::waiting : Sizes::none);
    if (is_new > 0 && picture) jobs::add(tx, "files.make_sizes", json::write(ContentJob{content.hash}));
    const auto id = tx.new_id<FileId>();
    tx.run("INSERT INTO files_files (id, hash, name, sent_by, sent_at) VALUES ($1, $2, $3, $4, $5)", id, content.hash, tidy_name(name),
           sender, tx.now());
    forget_later(tx, id);
    return id;
}

File send(db::Tx& tx, base::PersonId sender, const Content& content, std::string_view name) {
    auto file = get_file(tx, add(tx, sender, content, name));
    const auto body = json::write(file);
    journal::Revision revision;
    revision.body = body;
    journal::record(tx, sender, "files.sent", revision);
    return file;
}

static bool may_hold(db::Session& db, base::PersonId actor, std::int64_t record, FileId file) {
    return db.one<bool>(
        "SELECT EXISTS (SELECT 1 FROM files_files WHERE id = $1 AND sent_by = $2)"
        " OR EXISTS (SELECT 1 FROM files_holdings WHERE file_id = $1 AND record_id = $3) AS may",
        file, actor, record);
}

void hold(db::Tx& tx, base::PersonId actor, std::int64_t record, const std::vector<HeldFile>& files) {
    json::Errors errors;
    for (std::size_t i = 0; i < files.size(); ++i)
        if (!may_hold(tx, actor, record, files[i].file)) errors.add("/files/" + std::to_string(i), "file_not_yours");
    if (!errors.empty()) throw http::invalid_input(errors);

    const auto before = tx.all<FileId>("SELECT file_id FROM files_holdings WHERE record_id = $1", record);
    tx.run("DELETE FROM files_holdings WHERE record_id = $1", record);
    for (std::size_t i = 0; i < files.size(); ++i)
        tx.run(
            "INSERT INTO files_holdings (record_id, file_id, place, alternative_text, caption) VALUES ($1, $2, $3, $4, $5)"
            " ON CONFLICT (record_id, file_id) DO NOTHING",
            record, files[i].file, static_cast<std::int64_t>(i), files[i].alternative_text, files[i].caption);
    for (const auto file : before)
        if (std::ranges::find(files, file, &HeldFile::file) == files.end()) forget_later(tx, file);
}

void move(db::Tx& tx, FileId file, std::int64_t from, std::int64_t to) {
    const auto held = tx.find<std::int64_t>("SELECT place FROM files_holdings WHERE file_id = $1 AND record_id = $2", file, from);
    if (!held) return;
    tx.run("DELETE FROM files_holdings WHERE file_id = $1 AND record_id = $2", file, to);
    tx.run(
        "UPDATE files_holdings SET record_id = $3, place = (SELECT coalesce(max(place) + 1, 0) FROM files_holdings WHERE record_id = $3)"
        " WHERE file_id = $1 AND record_id = $2",
        file, from, to);
}

// ---- forgetting ----

std::vector<std::string> forget(db::Tx& tx, FileId id) {
    const auto file = find_file(tx, id);
    if (!file || !list_holders(tx, id).empty()) return {};
    tx.run("DELETE FROM files_files WHERE id = $1", id);
    if (tx.one<bool>("SELECT EXISTS (SELECT 1 FROM files_files WHERE hash = $1) AS sent_again", file->hash)) return {};
    auto hashes = tx.all<std::string>("SELECT made_hash FROM files_sizes WHERE hash = $1", file->hash);
    tx.run("DELETE FROM files_sizes WHERE hash = $1", file->hash);
    tx.run("DELETE FROM files_contents WHERE hash = $1", file->hash);
    hashes.push_back(file->hash);
    std::erase_if(hashes, [&](const std::string& hash) { return is_known(tx, hash); });
    return hashes;
}

std::vector<std::string> list_contents(db::Session& db) {
    return db.all<std::string>("SELECT hash FROM files_contents UNION SELECT made_hash FROM files_sizes ORDER BY 1");
}

bool is_known(db::Session& db, const std::string& hash) {
    return db.one<bool>(
        "SELECT EXISTS (SELECT 1 FROM files_contents WHERE hash = $1) OR EXISTS (SELECT 1 FROM files_sizes WHERE made_hash = $1) AS known",
        hash);
}

Uploads count_uploads(db::Session& db) {
    return db.one<Uploads>("SELECT count(*) AS count, coalesce(sum(size), 0) AS bytes FROM files_contents");
}

}  // namespace files
