#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace http {

bool same_name(std::string_view a, std::string_view b);  // header names: ASCII, without case

// The header fields of a message, in the order of the wire. All text stands in one buffer, so reading a head allocates twice;
// views stay good until the next change.
class Fields {
  public:
    struct Field {
        std::string_view name, value;
    };

    void add(std::string_view name, std::string_view value);  // keeps earlier fields of that name
    void set(std::string_view name, std::string_view value);  // replaces them
    void remove(std::string_view name);

    std::string_view get(std::string_view name) const;  // the first of that name, or empty
    bool has(std::string_view name) const;
    std::size_t count(std::string_view name) const;

    std::size_t size() const { return entries_.size(); }
    Field operator[](std::size_t index) const;

  private:
    struct Entry {
        std::uint32_t begin, name_size, value_size;
    };
    const Entry* find(std::string_view name) const;

    std::string text_;
    std::vector<Entry> entries_;
};

}  // namespace http
