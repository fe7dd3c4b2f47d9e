#include "backup/refused.hpp"

#include <cerrno>
#include <string>
#include <system_error>

#include "base/locale.hpp"

namespace backup {

Refused::Refused(std::string_view key, const json::Params& params)
    : runtime_error(base::say(base::Language::th, key, params) + "\n" + base::say(base::Language::en, key, params)), key_(key) {}

void fail(std::string_view path) {
    const int error = errno;
    if (error == ENOSPC || error == EDQUOT || error == EFBIG) throw Refused("backup_disk_full", {{"path", path}});
    throw std::system_error(error, std::system_category(), std::string(path));
}

void make_folder(const std::filesystem::path& folder) {
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (!error) return;
    errno = error.value();
    fail(folder.string());
}

}  // namespace backup
