#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/json/type.hpp"

namespace json {

// A container seen without its type: what the ordinary functions below need to know of it.
struct ListAccess {
    const Type& (*item)();
    std::size_t (*size)(const void* list);
    const void* (*at)(const void* list, std::size_t index);
    void* (*append)(void* list);
    void (*clear)(void* list);
};
void write_list(const ListAccess& access, const void* list, std::string& out);
void read_list(const ListAccess& access, const Node& from, void* into, const Place& at);
std::string list_schema(const Type& item, Schemas& named);

// An optional is absent when left out, null, or (as forms send it) an empty text.
bool reads_as_absent(const Node& from);
std::string optional_schema(const Type& inner, Schemas& named);

void write_key(std::string_view key, bool first, std::string& out);
bool is_object(const Node& from, const Place& at);
std::string map_schema(const Type& item, Schemas& named);

template <class T>
struct Typed<std::vector<T>> {
    using List = std::vector<T>;
    static constexpr ListAccess access{
        type_of<T>, [](const void* list) { return static_cast<const List*>(list)->size(); },
        [](const void* list, std::size_t index) -> const void* { return &(*static_cast<const List*>(list))[index]; },
        [](void* list) -> void* { return &static_cast<List*>(list)->emplace_back(); },
        [](void* list) { static_cast<List*>(list)->clear(); }};
    static void write(const void* value, std::string& out) { write_list(access, value, out); }
    static void read(const Node& from, void* into, const Place& at) { read_list(access, from, into, at); }
    static std::string schema(Schemas& named) { return list_schema(type_of<T>(), named); }
    static constexpr Type type{write, read, schema};
};

template <class T>
struct Typed<std::optional<T>> {
    static void write(const void* value, std::string& out) {
        const auto& it = *static_cast<const std::optional<T>*>(value);
        if (it) {
            type_of<T>().write(&*it, out);
        } else {
            out += "null";
        }
    }
    static void read(const Node& from, void* into, const Place& at) {
        auto& it = *static_cast<std::optional<T>*>(into);
        it.reset();
        if (!reads_as_absent(from)) type_of<T>().read(from, &it.emplace(), at);
    }
    static std::string schema(Schemas& named) { return optional_schema(type_of<T>(), named); }
    static bool is_absent(const void* value) { return !static_cast<const std::optional<T>*>(value)->has_value(); }
    static constexpr Type type{write, read, schema, is_absent};
};

template <class T>
struct Typed<std::map<std::string, T>> {
    using Map = std::map<std::string, T>;
    static void write(const void* value, std::string& out) {
        bool first = true;
        out += '{';
        for (const auto& [key, item] : *static_cast<const Map*>(value)) {
            write_key(key, first, out);
            type_of<T>().write(&item, out);
            first = false;
        }
        out += '}';
    }
    static void read(const Node& from, void* into, const Place& at) {
        if (!is_object(from, at)) return;
        auto& map = *static_cast<Map*>(into);
        map.clear();
        for (const auto& item : from.items) {
            const auto place = at.member(item.key);
            const auto [entry, is_new] = map.try_emplace(item.key);
            if (is_new) {
                type_of<T>().read(item, &entry->second, place);
            } else {
                place.wrong("duplicate");
            }
        }
    }
    static std::string schema(Schemas& named) { return map_schema(type_of<T>(), named); }
    static constexpr Type type{write, read, schema};
};

}  // namespace json
