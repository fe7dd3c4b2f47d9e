#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

// The small files beside the database that belong to an installation: its settings, and the keys that some of its rows are sealed with.
namespace backup {

bool is_settings_file(std::string_view name);  // "lomwong.toml", "sign-in.key"
bool is_key(std::string_view name);

// Their names, in order; none if there is no such folder.
std::vector<std::string> list_settings(const std::filesystem::path& data);

// The file of settings of an installation, wherever the one that is in force stands.
inline constexpr std::string_view settings_name = "lomwong.toml";
std::filesystem::path settings_in_force(const std::filesystem::path& data, const std::filesystem::path& told);

// All of it; what somebody saves meanwhile is there or not. Throws Refused "backup_file_changed" if it is gone.
std::string read_settings(const std::filesystem::path& file);

}  // namespace backup
