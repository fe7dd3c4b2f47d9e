#include "office/storage.hpp"

#include <sqlite3.h>
#include <sys/utsname.h>

#include <fstream>

namespace office {

namespace fs = std::filesystem;

// 0 for what is not there.
static std::int64_t size_of(const fs::path& file) {
    std::error_code absent;
    const auto size = fs::file_size(file, absent);
    return absent ? 0 : static_cast<std::int64_t>(size);
}

static std::int64_t size_inside(const fs::path& folder) {
    std::error_code absent;
    std::int64_t size = 0;
    for (const auto& entry : fs::directory_iterator(folder, absent))
        if (entry.is_regular_file(absent)) size += size_of(entry.path());
    return size;
}

Storage measure(db::Session& db, const Machine& machine) {
    const auto space = fs::space(machine.data);
    return {.database = db::size_bytes(db),
            .uploads = files::count_uploads(db),
            .search = size_of(machine.data / "search.db") + size_of(machine.data / "search.db-wal"),
            .logs = size_inside(machine.data / "log"),
            .free = static_cast<std::int64_t>(space.available),
            .disk = static_cast<std::int64_t>(space.capacity)};
}

std::string engine_name(db::Session& db) {
    if (db.engine() == db::Engine::sqlite) return std::string("SQLite ") + sqlite3_libversion();
    return "PostgreSQL " + db.one<std::string>({"/* sqlite */ SELECT ''", "/* postgres */ SELECT current_setting('server_version')"});
}

// "Debian GNU/Linux 12 (bookworm)"
static std::string system_name() {
    std::ifstream release("/etc/os-release");
    constexpr std::string_view key = "PRETTY_NAME=\"";
    for (std::string line; std::getline(release, line);)
        if (line.starts_with(key)) return line.substr(key.size(), line.size() - key.size() - 1);
    return "Linux";
}

std::vector<Version> list_versions(db::Session& db, const Machine& machine) {
    utsname kernel{};
    ::uname(&kernel);
    const auto engine = engine_name(db);
    const auto space = engine.find(' ');
    return {{"Lomwong", machine.version},
            {engine.substr(0, space), engine.substr(space + 1)},
            {"OS", system_name()},
            {kernel.sysname, kernel.release}};
}

}  // namespace office
