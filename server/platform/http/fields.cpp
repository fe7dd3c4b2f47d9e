#include "http/fields.hpp"

#include <algorithm>

namespace http {

static char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

bool same_name(std::string_view a, std::string_view b) {
    return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(), [](char x, char y) { return lower(x) == lower(y); });
}

void Fields::add(std::string_view name, std::string_view value) {
    entries_.push_back(
        {static_cast<std::uint32_t>(text_.size()), static_cast<std::uint32_t>(name.size()), static_cast<std::uint32_t>(value.size())});
    text_.append(name).append(value);
}

void Fields::set(std::string_view name, std::string_view value) {
    remove(name);
    add(name, value);
}

void Fields::remove(std::string_view name) {
    std::erase_if(entries_, [&](const Entry& entry) { return same_name({text_.data() + entry.begin, entry.name_size}, name); });
}

const Fields::Entry* Fields::find(std::string_view name) const {
    for (const auto& entry : entries_)
        if (same_name({text_.data() + entry.begin, entry.name_size}, name)) return &entry;
    return nullptr;
}

std::string_view Fields::get(std::string_view name) const {
    const auto* entry = find(name);
    return entry ? std::string_view{text_.data() + entry->begin + entry->name_size, entry->value_size} : std::string_view{};
}

bool Fields::has(std::string_view name) const {
    return find(name) != nullptr;
}

std::size_t Fields::count(std::string_view name) const {
    std::size_t found = 0;
    for (std::size_t i = 0; i < size(); ++i) found += same_name((*this)[i].name, name);
    return found;
}

Fields::Field Fields::operator[](std::size_t index) const {
    const auto& entry = entries_[index];
    const auto* begin = text_.data() + entry.begin;
    return {{begin, entry.name_size}, {begin + entry.name_size, entry.value_size}};
}

}  // namespace http
