#pragma once

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

namespace base::testing {

// A suite of its own for tests on real data, which lies beside the project in ../shared (or where LOMWONG_SHARED says). Where a
// part of it is missing, each test of the suite says "not run" and which part; what they show is shown on small made-up data elsewhere.
class Beside : public ::testing::Test {
  protected:
    explicit Beside(std::vector<std::string> needed) : needed_(std::move(needed)) {}

    void SetUp() override {
        for (const auto& name : needed_)
            if (!std::filesystem::exists(path(name))) GTEST_SKIP() << "not run: " << path(name).string() << " is not here";
    }

    // The bytes of the n-th that is needed.
    [[nodiscard]] std::string file(std::size_t n = 0) const { return bytes_of(path(needed_.at(n))); }
    // All files of the n-th, a folder: name and bytes.
    [[nodiscard]] std::vector<std::pair<std::string, std::string>> folder(std::size_t n = 0) const {
        std::vector<std::pair<std::string, std::string>> files;
        for (const auto& entry : std::filesystem::directory_iterator(path(needed_.at(n))))
            files.emplace_back(entry.path().filename().string(), bytes_of(entry.path()));
        return files;
    }

  private:
    static std::filesystem::path path(const std::string& name) {
        const char* folder = std::getenv("LOMWONG_SHARED");
        return std::filesystem::path(folder ? folder : "../shared") / name;
    }
    static std::string bytes_of(const std::filesystem::path& path) {
        std::ifstream file(path, std::ios::binary);
        return {std::istreambuf_iterator<char>(file), {}};
    }

    std::vector<std::string> needed_;
};

}  // namespace base::testing
