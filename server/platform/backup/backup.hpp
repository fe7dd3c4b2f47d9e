#pragma once

#include <filesystem>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "backup/manifest.hpp"
#include "backup/refused.hpp"
#include "db/db.hpp"
#include "journal/verify.hpp"

// All that an installation must not lose in one file, and out of it again. README.md tells what is in it, docs/adr/0090 why it is so.
namespace backup {

// An installation: where it is, and the program that looks after it.
struct Place {
    db::Address database;
    std::filesystem::path data;
    std::string version;
    std::vector<db::Migration> migrations;
    std::filesystem::path settings{};  // the file in force; empty: DATA/lomwong.toml, if that is there
};

struct Progress {
    enum class What : std::uint8_t { rows, files };
    What what{};
    std::int64_t done = 0;  // so many rows or files
    std::int64_t bytes = 0;
};
using Tell = std::function<void(const Progress&)>;

struct Made {
    std::filesystem::path archive;
    std::int64_t bytes = 0;
    About about;
    Manifest manifest;

    // Whether the installation was whole when this was made; if not, the archive still holds all that was there.
    [[nodiscard]] bool complete() const { return manifest.missing.empty() && manifest.damaged.empty(); }
};

// Writes the archive while others go on working: everything in it is of the moment at which this began. Either the whole archive stands at
// its name, on disk, or nothing does. Throws Refused: backup_nothing_here, backup_disk_full, backup_running.
Made make(const Place& place, const std::filesystem::path& archive, base::Instant now, const Tell& tell);

struct Restored {
    About about;
    Manifest manifest;
    journal::Verdict verdict;               // of the journal as it lies in the archive
    std::filesystem::path settings_beside;  // where those of the archive lie, if others are in force; they stand as they did
};

// Fills an empty installation, all or nothing, after everything was compared with what the archive says of itself. Throws Refused:
// backup_folder_in_use, backup_database_in_use, backup_disk_full, and what check() throws.
Restored restore(const Place& into, const std::filesystem::path& archive, const Tell& tell);

// Restores into a new folder inside `scratch`, an embedded database whatever the archive came from, compares, and removes it again. Throws
// Refused: backup_absent, backup_not_one, backup_cut_off, backup_changed, backup_newer, backup_disk_full.
Restored check(const Place& program, const std::filesystem::path& archive, const std::filesystem::path& scratch, const Tell& tell);

std::span<const db::Migration> migrations();

}  // namespace backup
