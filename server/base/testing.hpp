#pragma once

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <optional>
#include <string>

namespace base::testing {

// Real data for tests lies beside the project in ../shared, where there is any; a test that needs it and has none says "not run".
inline std::optional<std::string> shared_file(const std::string& path) {
    const char* folder = std::getenv("LOMWONG_SHARED");
    std::ifstream file((folder ? std::string(folder) : "../shared") + "/" + path, std::ios::binary);
    if (!file) return std::nullopt;
    return std::string(std::istreambuf_iterator<char>(file), {});
}

}  // namespace base::testing
