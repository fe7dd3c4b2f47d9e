#pragma once

#include <array>
#include <cstdio>
#include <memory>
#include <string>

// For tests: a document as others' programs read it.
namespace document::testing {

// What a command prints, complaints among it.
inline std::string told_by(const std::string& command) {
    const std::unique_ptr<FILE, decltype(&pclose)> pipe{popen((command + " 2>&1").c_str(), "r"), pclose};
    std::string told;
    std::array<char, 4096> buffer{};
    auto size = std::fread(buffer.data(), 1, buffer.size(), pipe.get());
    while (size > 0) {
        told.append(buffer.data(), size);
        size = std::fread(buffer.data(), 1, buffer.size(), pipe.get());
    }
    return told;
}

}  // namespace document::testing
