#include "faults/faulty_disk.hpp"

#include <sqlite3.h>

#include <fstream>
#include <random>

namespace faults {

namespace {

FaultyDisk* standing = nullptr;
sqlite3_vfs* beneath = nullptr;

// SQLite allocates szOsFile bytes for each file: ours, and behind it that of the true disk.
struct OurFile {
    sqlite3_file base;
    const char* path;
};

sqlite3_file* real(sqlite3_file* file) {
    return reinterpret_cast<sqlite3_file*>(reinterpret_cast<OurFile*>(file) + 1);
}
std::string path_of(sqlite3_file* file) {
    return reinterpret_cast<OurFile*>(file)->path;
}

int close(sqlite3_file* file) {
    return real(file)->pMethods->xClose(real(file));
}
int read(sqlite3_file* file, void* into, int count, sqlite3_int64 at) {
    if (!standing->is_there()) return SQLITE_IOERR_READ;
    return real(file)->pMethods->xRead(real(file), into, count, at);
}

int write(sqlite3_file* file, const void* bytes, int count, sqlite3_int64 at) {
    if (!standing->is_there()) return SQLITE_IOERR_WRITE;
    const std::string_view written(static_cast<const char*>(bytes), static_cast<std::size_t>(count));
    if (!standing->note_write(path_of(file), at, written)) return SQLITE_FULL;
    return real(file)->pMethods->xWrite(real(file), bytes, count, at);
}

int truncate(sqlite3_file* file, sqlite3_int64 size) {
    standing->note_truncate(path_of(file), size);
    return real(file)->pMethods->xTruncate(real(file), size);
}

int sync(sqlite3_file* file, int flags) {
    if (!standing->is_there()) return SQLITE_IOERR_FSYNC;
    const int result = real(file)->pMethods->xSync(real(file), flags);
    if (result == SQLITE_OK) standing->note_sync(path_of(file));
    return result;
}

int size(sqlite3_file* file, sqlite3_int64* bytes) {
    return real(file)->pMethods->xFileSize(real(file), bytes);
}
int lock(sqlite3_file* file, int level) {
    return real(file)->pMethods->xLock(real(file), level);
}
int unlock(sqlite3_file* file, int level) {
    return real(file)->pMethods->xUnlock(real(file), level);
}
int check_lock(sqlite3_file* file, int* held) {
    return real(file)->pMethods->xCheckReservedLock(real(file), held);
}
int control(sqlite3_file* file, int what, void* with) {
    return real(file)->pMethods->xFileControl(real(file), what, with);
}
int sector(sqlite3_file* file) {
    return real(file)->pMethods->xSectorSize(real(file));
}
int traits(sqlite3_file* file) {
    return real(file)->pMethods->xDeviceCharacteristics(real(file));
}
int shm_map(sqlite3_file* file, int page, int bytes, int extend, void volatile** at) {
    return real(file)->pMethods->xShmMap(real(file), page, bytes, extend, at);
}
int shm_lock(sqlite3_file* file, int offset, int count, int flags) {
    return real(file)->pMethods->xShmLock(real(file), offset, count, flags);
}
void shm_barrier(sqlite3_file* file) {
    real(file)->pMethods->xShmBarrier(real(file));
}
int shm_unmap(sqlite3_file* file, int remove) {
    return real(file)->pMethods->xShmUnmap(real(file), remove);
}

// Version 2: files that are mapped into memory would be read and written behind our back.
constexpr sqlite3_io_methods methods{2,       close,  read,   write,   truncate, sync,        size,      lock,    unlock, check_lock,
                                     control, sector, traits, shm_map, shm_lock, shm_barrier, shm_unmap, nullptr, nullptr};

int open(sqlite3_vfs*, const char* path, sqlite3_file* file, int flags, int* given) {
    reinterpret_cast<OurFile*>(file)->path = path ? path : "";
    real(file)->pMethods = nullptr;
    const int result = beneath->xOpen(beneath, path, real(file), flags, given);
    file->pMethods = real(file)->pMethods ? &methods : nullptr;
    return result;
}

sqlite3_vfs& ours() {
    static sqlite3_vfs vfs = [] {
        sqlite3_vfs copy = *beneath;  // all but opening is as it was
        copy.zName = "faulty";
        copy.szOsFile = static_cast<int>(sizeof(OurFile)) + beneath->szOsFile;
        copy.xOpen = open;
        copy.pNext = nullptr;
        return copy;
    }();
    return vfs;
}

}  // namespace

FaultyDisk::FaultyDisk() {
    standing = this;
    if (!beneath) beneath = sqlite3_vfs_find(nullptr);
    sqlite3_vfs_register(&ours(), 1);
}

FaultyDisk::~FaultyDisk() {
    sqlite3_vfs_unregister(&ours());
    standing = nullptr;
}

void FaultyDisk::fill_up(std::int64_t bytes_left) {
    const std::lock_guard guard(mutex_);
    room_ = bytes_left;
}

void FaultyDisk::make_room() {
    fill_up(-1);
}

void FaultyDisk::unplug() {
    plugged_in_ = false;
}

void FaultyDisk::plug_in() {
    plugged_in_ = true;
}

void FaultyDisk::ignore_syncs() {
    const std::lock_guard guard(mutex_);
    ignores_syncs_ = true;
}

bool FaultyDisk::note_write(const std::string& path, std::int64_t at, std::string_view bytes) {
    const std::lock_guard guard(mutex_);
    if (room_ >= 0) {
        if (room_ < static_cast<std::int64_t>(bytes.size())) return false;
        room_ -= static_cast<std::int64_t>(bytes.size());
    }
    files_[path].unsynced.push_back({at, std::string(bytes)});
    return true;
}

// Cutting a file is taken as synced at once: SQLite never relies on bytes that it has cut off.
void FaultyDisk::note_truncate(const std::string& path, std::int64_t size) {
    note_sync(path);
    const std::lock_guard guard(mutex_);
    files_[path].synced.resize(static_cast<std::size_t>(size));
}

void FaultyDisk::note_sync(const std::string& path) {
    const std::lock_guard guard(mutex_);
    if (ignores_syncs_) return;
    auto& file = files_[path];
    for (const auto& write : file.unsynced) apply(file.synced, write);
    file.unsynced.clear();
}

void FaultyDisk::apply(std::string& content, const Write& write) {
    const auto at = static_cast<std::size_t>(write.at);
    if (content.size() < at + write.bytes.size()) content.resize(at + write.bytes.size());
    content.replace(at, write.bytes.size(), write.bytes);
}

void FaultyDisk::copy_as_after_power_cut(const std::string& source, const std::string& target, unsigned dice) {
    std::minstd_rand chance(dice);
    const std::lock_guard guard(mutex_);
    for (const char* suffix : {"", "-wal"}) {
        const auto& file = files_[source + suffix];
        auto content = file.synced;
        for (const auto& write : file.unsynced)
            if (chance() % 2 == 0) apply(content, write);
        std::ofstream(target + suffix, std::ios::binary) << content;
    }
}

}  // namespace faults
