#pragma once

#include <optional>

#include "backup/archive.hpp"
#include "backup/backup.hpp"

namespace backup {

// Where an archive is unpacked to. Without a folder its files are read and compared, and kept nowhere.
struct Target {
    db::Address database;
    std::optional<std::filesystem::path> folder;
};

// Takes an archive apart, comparing everything with what it says of itself. Until commit() the database is as empty as before.
class Unpacking {
  public:
    Unpacking(const Place& program, const std::filesystem::path& archive, Target target, const Tell& tell);

    Restored run();
    void commit() { database_->commit(); }

  private:
    void read_about();
    void take(const Member& member);
    void take_rows(const std::string& name);
    void take_file(const std::string& hash);
    void note(const std::string& name, const std::string& sum);
    std::string text_of(const std::string& name);
    void compare();
    [[noreturn]] void refuse_changed(const std::string& member) const;

    const Place& program_;
    std::filesystem::path archive_;
    Target target_;
    const Tell& tell_;
    ArchiveReader in_;
    std::optional<db::WholeWriter> database_;
    Restored restored_;
    Manifest found_;
    std::string sums_;
    std::string sums_told_;
    std::int64_t rows_ = 0;
    std::int64_t bytes_ = 0;
};

}  // namespace backup
