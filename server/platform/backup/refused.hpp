#pragma once

#include <filesystem>
#include <stdexcept>
#include <string_view>

#include "base/json/errors.hpp"

namespace backup {

// Why a back-up is not made, or not restored. what() says it in Thai and, on the next line, in English: whoever restores is in a hurry, and
// nobody has chosen a language yet. `key` is that of its text in the locale files.
class Refused : public std::runtime_error {
  public:
    explicit Refused(std::string_view key, const json::Params& params = {});

    [[nodiscard]] std::string_view key() const { return key_; }

  private:
    std::string key_;
};

// For a call that has just failed with errno: a full disk is Refused, all else a std::system_error with the path.
[[noreturn]] void fail(std::string_view path);

// With the folders above it, if it is not there; else fail().
void make_folder(const std::filesystem::path& folder);

}  // namespace backup
