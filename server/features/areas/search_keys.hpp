#pragma once

#include <string>
#include <string_view>

#include "db/value.hpp"

// What typed text is compared with.
namespace areas {

struct SearchKeys {
    db::Blob name;        // normalised; a place's name without "บ้าน"
    db::Blob name_en;     // normalised
    db::Blob consonants;  // of the Thai name alone: "ทซก"
};

SearchKeys tree_keys(std::string_view name, std::string_view name_en);
SearchKeys place_keys(std::string_view name, std::string_view name_en);

// What somebody typed: the name, and what narrows it down ("ท่าซัก นครศรี": in an area around it).
struct Typed {
    std::string name;
    std::string bare_name;  // without "ต.", "อำเภอ" or "บ้าน" before it; the same as `name` where none stands
    std::string around;     // empty for none
    bool is_thai{};
    bool is_consonants{};  // at least two of them and nothing else
};
Typed read_typed(std::string_view text);

std::string comparable(std::string_view text);

}  // namespace areas
