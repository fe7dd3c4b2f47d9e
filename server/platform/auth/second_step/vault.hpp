#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "base/person.hpp"
#include "db/value.hpp"

namespace auth {

// Holds the key that is not in the database: who copies only the database can make no codes and guess none.
class Vault {
  public:
    static constexpr std::size_t key_bytes = 32;

    explicit Vault(std::string key);  // of key_bytes
    // The key in this file; made at the first start, readable by its owner only. Throws std::runtime_error for a file of another length.
    static Vault at(const std::filesystem::path& file);

    // What is sealed for one person opens for nobody else.
    db::Blob seal(base::PersonId person, std::string_view secret) const;
    // Nothing when it was sealed with another key or for somebody else, or was changed.
    std::optional<std::string> open(base::PersonId person, const db::Blob& sealed) const;
    // What is stored of a code that must not be read back.
    db::Blob mark(base::PersonId person, std::string_view code) const;

  private:
    std::string key_;
};

}  // namespace auth
