#include "backup/settings.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>

#include "backup/refused.hpp"
#include "http/descriptor.hpp"

namespace backup {

namespace fs = std::filesystem;

bool is_key(std::string_view name) {
    constexpr std::string_view ending = ".key";
    if (name.size() <= ending.size() || !name.ends_with(ending)) return false;
    name.remove_suffix(ending.size());
    return name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string_view::npos;
}

bool is_settings_file(std::string_view name) {
    return name == settings_name || is_key(name);
}

std::vector<std::string> list_settings(const fs::path& data) {
    std::vector<std::string> names;
    if (!fs::is_directory(data)) return names;
    for (const auto& entry : fs::directory_iterator(data))
        if (auto name = entry.path().filename().string(); is_settings_file(name)) names.push_back(std::move(name));
    std::ranges::sort(names);
    return names;
}

fs::path settings_in_force(const fs::path& data, const fs::path& told) {
    return told.empty() ? data / settings_name : told;
}

std::string read_settings(const fs::path& file) {
    const http::Descriptor open_file(::open(file.c_str(), O_RDONLY | O_CLOEXEC));
    if (!open_file && errno == ENOENT) throw Refused("backup_file_changed", {{"path", file.string()}});
    if (!open_file) fail(file.string());
    std::string text;
    std::array<char, 4096> piece{};
    for (;;) {
        const auto count = ::read(open_file.number(), piece.data(), piece.size());
        if (count < 0) fail(file.string());
        if (count == 0) return text;
        text.append(piece.data(), static_cast<std::size_t>(count));
    }
}

}  // namespace backup
