#pragma once

#include <atomic>
#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

// A disk whose power can be cut, that can fill up and be pulled out, for the SQLite databases that are opened while it stands.
namespace faults {

class FaultyDisk {
  public:
    // Becomes SQLite's disk, in front of the true one. One at a time.
    FaultyDisk();
    ~FaultyDisk();
    FaultyDisk(const FaultyDisk&) = delete;
    FaultyDisk& operator=(const FaultyDisk&) = delete;

    // Writes beyond these many bytes are refused as on a full disk.
    void fill_up(std::int64_t bytes_left);
    void make_room();

    // The disk answers nothing but errors, until it is plugged in again.
    void unplug();
    void plug_in();

    // From now on what is synced is only said to be: a disk that lies, or a database that was told not to sync.
    void ignore_syncs();

    // Writes to `target` what a power cut at this moment would leave of the database `source`, while it goes on working: all that was
    // synced, and of the rest whatever `dice` lets through, in any order, as disks do.
    void copy_as_after_power_cut(const std::string& source, const std::string& target, unsigned dice);

    // What the files tell; see faulty_disk.cpp.
    bool is_there() const { return plugged_in_; }
    bool note_write(const std::string& path, std::int64_t at, std::string_view bytes);
    void note_truncate(const std::string& path, std::int64_t size);
    void note_sync(const std::string& path);

  private:
    struct Write {
        std::int64_t at = 0;
        std::string bytes;
    };
    struct File {
        std::string synced;
        std::vector<Write> unsynced;
    };
    static void apply(std::string& content, const Write& write);

    std::mutex mutex_;
    std::map<std::string, File> files_;
    std::int64_t room_ = -1;  // without end
    std::atomic<bool> plugged_in_ = true;
    bool ignores_syncs_ = false;
};

}  // namespace faults
