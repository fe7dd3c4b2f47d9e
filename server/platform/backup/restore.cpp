#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <fstream>

#include "backup/settings.hpp"
#include "backup/unpacking.hpp"

namespace backup {

namespace {

namespace fs = std::filesystem;

bool holds_files(const fs::path& folder) {
    if (!fs::is_directory(folder)) return false;
    return std::ranges::any_of(fs::recursive_directory_iterator(folder), [](const auto& entry) { return entry.is_regular_file(); });
}

void rename_onto(const fs::path& from, const fs::path& to) {
    if (std::rename(from.c_str(), to.c_str()) != 0) fail(to.string());
}

// Everything written to the disk that this folder is on.
void settle(const fs::path& folder) {
    const http::Descriptor open_folder(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!open_folder || syncfs(open_folder.number()) != 0) fail(folder.string());
}

// The database has a word of its own for a full disk; `where` is how its owner knows it.
Restored naming_full_disk(const fs::path& where, const std::function<Restored()>& work) {
    try {
        return work();
    } catch (const db::Full&) {
        throw Refused("backup_disk_full", {{"path", where.string()}});
    }
}

// A folder of ours inside another, that nobody else uses meanwhile, gone with all that is in it afterwards.
class Workshop {
  public:
    explicit Workshop(fs::path path) : path_(std::move(path)) {
        make_folder(path_);
        lock_ = http::Descriptor(::open(path_.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
        if (!lock_) fail(path_.string());
        if (flock(lock_.number(), LOCK_EX | LOCK_NB) != 0) throw Refused("backup_running", {{"path", path_.string()}});
    }
    ~Workshop() {
        std::error_code kept;  // what cannot be removed now is removed by the next who works here
        fs::remove_all(path_, kept);
    }
    Workshop(const Workshop&) = delete;
    Workshop& operator=(const Workshop&) = delete;

    [[nodiscard]] const fs::path& path() const { return path_; }
    void clear() {
        for (const auto& entry : fs::directory_iterator(path_)) fs::remove_all(entry.path());
    }

  private:
    fs::path path_;
    http::Descriptor lock_;
};

// Steps of a restore, each of which may be the last one that a killed process took:
//   1 everything into DATA/.restoring   2 the mark "placing"   3 files into place   4 the database, by one rename or one COMMIT
// Before 4 there is no database, and whatever lies in DATA/files with the mark beside it came from us.
class Restoring {
  public:
    Restoring(const Place& into, const fs::path& archive)
        : into_(into), archive_(archive), workshop_((make_folder(into.data), into.data / ".restoring")) {}

    Restored run(const Tell& tell) {
        require_empty();
        workshop_.clear();
        const auto folder = workshop_.path();
        const bool embedded = into_.database.engine == db::Engine::sqlite;
        const db::Address database = embedded ? db::Address{db::Engine::sqlite, (folder / "lomwong.sqlite").string()} : into_.database;
        std::optional<Unpacking> unpacking(std::in_place, into_, archive_, Target{database, folder}, tell);
        auto restored = unpacking->run();
        if (embedded) {
            unpacking->commit();
            unpacking.reset();  // closes the database: all of it is in its one file
        }
        settle(folder);
        restored.settings_beside = place_files();
        if (embedded)
            place_database(folder / "lomwong.sqlite");
        else
            unpacking->commit();
        settle(into_.data);
        return restored;
    }

  private:
    void require_empty() {
        if (!db::is_empty(into_.database)) {
            if (into_.database.engine == db::Engine::postgres) throw Refused("backup_database_in_use");
            throw Refused("backup_folder_in_use", {{"path", into_.data.string()}});
        }
        if (fs::exists(mark())) remove_placed();
        const bool holds_key = std::ranges::any_of(list_settings(into_.data), is_key);  // it opens other rows than those that come
        if (holds_key || holds_files(into_.data / "files")) throw Refused("backup_folder_in_use", {{"path", into_.data.string()}});
    }

    [[nodiscard]] fs::path mark() const { return workshop_.path() / "placing"; }

    void remove_placed() {
        fs::remove_all(into_.data / "files");
        for (const auto& name : list_settings(into_.data))
            if (is_key(name)) fs::remove(into_.data / name);
    }

    // Where the settings of the archive were put if they may not come into force.
    fs::path place_files() {
        const auto folder = workshop_.path();
        make_folder(folder / "files");
        if (!std::ofstream(mark()).flush()) fail(mark().string());
        settle(folder);
        fs::remove_all(into_.data / "files");
        rename_onto(folder / "files", into_.data / "files");
        for (const auto& name : list_settings(folder))
            if (is_key(name)) rename_onto(folder / name, into_.data / name);
        return place_settings(folder / settings_name);
    }

    // What stands there was written for this machine, and may be what it was told just now.
    fs::path place_settings(const fs::path& restored) {
        if (!fs::exists(restored)) return {};
        const auto in_force = settings_in_force(into_.data, into_.settings);
        if (!fs::exists(in_force)) {
            rename_onto(restored, into_.data / settings_name);
            return {};
        }
        if (read_settings(in_force) == read_settings(restored)) return {};
        auto beside = into_.data / (std::string(settings_name) + ".restored");
        rename_onto(restored, beside);
        return beside;
    }

    // What an empty database has left beside it does not belong to the one that comes.
    void place_database(const fs::path& restored) {
        for (const char* suffix : {"-wal", "-shm"}) fs::remove(into_.database.where + suffix);
        settle(into_.data);
        rename_onto(restored, into_.database.where);
    }

    const Place& into_;
    fs::path archive_;
    Workshop workshop_;
};

}  // namespace

Restored restore(const Place& into, const fs::path& archive, const Tell& tell) {
    const bool embedded = into.database.engine == db::Engine::sqlite;
    return naming_full_disk(embedded ? into.data : fs::path("PostgreSQL"), [&] { return Restoring(into, archive).run(tell); });
}

Restored check(const Place& program, const fs::path& archive, const fs::path& scratch, const Tell& tell) {
    Workshop workshop(scratch / ".checking");
    workshop.clear();
    const db::Address database{db::Engine::sqlite, (workshop.path() / "lomwong.sqlite").string()};
    return naming_full_disk(scratch, [&] { return Unpacking(program, archive, Target{database, std::nullopt}, tell).run(); });
}

}  // namespace backup
