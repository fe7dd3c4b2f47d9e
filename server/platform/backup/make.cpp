#include <sys/stat.h>

#include "backup/archive.hpp"
#include "backup/backup.hpp"
#include "backup/rows.hpp"
#include "backup/settings.hpp"
#include "base/json/json.hpp"
#include "files/contents.hpp"
#include "files/store.hpp"

namespace backup {

namespace {

constexpr std::size_t chunk_size = 1 << 20;  // a tar's member tells its size first, so rows are gathered up to here

std::int64_t size_of(const http::Descriptor& file) {
    struct stat facts{};
    if (fstat(file.number(), &facts) != 0) fail("a file of the store");
    return facts.st_size;
}

class Making {
  public:
    Making(const Place& place, const std::filesystem::path& archive, const Tell& tell)
        : place_(place), tell_(tell), out_(archive), store_(place.data / "files") {
        made_.archive = archive;
    }

    Made run(base::Instant now) {
        const auto hashes = add_database(now);
        for (const auto& hash : hashes) add_file(hash);
        add_settings();
        out_.add("manifest.json", json::write(made_.manifest) + "\n");
        made_.bytes = out_.close();
        return std::move(made_);
    }

  private:
    // Returns which files belong to it. The moment is let go as soon as the rows are read: while it is held, the log of SQLite grows.
    std::vector<std::string> add_database(base::Instant now) {
        db::WholeReader reader(place_.database);
        made_.about.version = place_.version;
        made_.about.made_at = now;
        made_.about.engine = place_.database.engine == db::Engine::sqlite ? "sqlite" : "postgres";
        made_.about.migrations = db::list_applied(reader.session());
        out_.add("lomwong.json", json::write(made_.about) + "\n");
        for (const auto& table : reader.tables()) add_table(reader, table);
        made_.manifest.journal = journal::head(reader.session());
        return files::list_contents(reader.session());
    }

    void add_table(db::WholeReader& reader, const db::Table& table) {
        const auto columns = write_columns(table);
        auto& rows = made_.manifest.rows[table.name];
        int part = 0;
        std::string text = columns;
        const auto flush = [&] {
            out_.add("tables/" + table.name + "/" + std::to_string(++part), text);
            bytes_ += static_cast<std::int64_t>(text.size());
            tell_({Progress::What::rows, all_rows_ + rows, bytes_});
            text = columns;
        };
        reader.each_row(table, [&](const db::Cells& row) {
            append_row(row, text);
            ++rows;
            if (text.size() >= chunk_size) flush();
        });
        flush();
        all_rows_ += rows;
    }

    void add_file(const std::string& hash) {
        const auto file = store_.open(hash);
        if (!file) {
            const bool still_known = files::is_known(db::WholeReader(place_.database).session(), hash);
            (still_known ? made_.manifest.missing : made_.manifest.forgotten).push_back(hash);
            return;
        }
        if (out_.add("files/" + hash, file) != hash) made_.manifest.damaged.push_back(hash);
        ++made_.manifest.files;
        made_.manifest.file_bytes += size_of(file);
        tell_({Progress::What::files, made_.manifest.files, made_.manifest.file_bytes});
    }

    void add_settings() {
        for (const auto& name : list_settings(place_.data))
            if (is_key(name)) out_.add("settings/" + name, read_settings(place_.data / name));
        const auto in_force = settings_in_force(place_.data, place_.settings);
        if (std::filesystem::exists(in_force)) out_.add("settings/" + std::string(settings_name), read_settings(in_force));
    }

    const Place& place_;
    const Tell& tell_;
    ArchiveWriter out_;
    files::Store store_;
    Made made_;
    std::int64_t all_rows_ = 0;
    std::int64_t bytes_ = 0;
};

}  // namespace

Made make(const Place& place, const std::filesystem::path& archive, base::Instant now, const Tell& tell) {
    if (db::is_empty(place.database)) throw Refused("backup_nothing_here", {{"path", place.data.string()}});
    return Making(place, archive, tell).run(now);
}

}  // namespace backup
