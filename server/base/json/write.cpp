#include <array>
#include <charconv>
#include <cmath>

#include "base/json/containers.hpp"
#include "base/json/object.hpp"
#include "base/json/scalars.hpp"

namespace json {
namespace {

// What must be escaped inside a string. '<' is, so that JSON may stand inside a <script> element.
constexpr auto escaped = [] {
    std::array<bool, 256> table{};
    for (int c = 0; c < 0x20; ++c) table[c] = true;
    table['"'] = table['\\'] = table['<'] = table[0x7f] = true;
    return table;
}();

void write_escape(char c, std::string& out) {
    static constexpr std::string_view hex = "0123456789abcdef";
    switch (c) {
        case '"':
            out += "\\\"";
            break;
        case '\\':
            out += "\\\\";
            break;
        case '\n':
            out += "\\n";
            break;
        case '\t':
            out += "\\t";
            break;
        case '\r':
            out += "\\r";
            break;
        default:
            out += "\\u00";
            out += hex[static_cast<unsigned char>(c) >> 4];
            out += hex[static_cast<unsigned char>(c) & 15];
    }
}

}  // namespace

void write_text(std::string_view text, std::string& out) {
    out += '"';
    std::size_t clean = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (!escaped[static_cast<unsigned char>(text[i])]) continue;
        out.append(text, clean, i - clean);
        write_escape(text[i], out);
        clean = i + 1;
    }
    out.append(text, clean);
    out += '"';
}

void write_whole(std::int64_t value, std::string& out) {
    std::array<char, 24> digits;
    const auto end = std::to_chars(digits.begin(), digits.end(), value).ptr;
    out.append(digits.begin(), end);
}

void write_number(double value, std::string& out) {
    if (!std::isfinite(value)) {
        out += "null";
        return;
    }
    std::array<char, 32> digits;
    const auto end = std::to_chars(digits.begin(), digits.end(), value).ptr;
    out.append(digits.begin(), end);
}

void write_key(std::string_view key, bool first, std::string& out) {
    if (!first) out += ',';
    write_text(key, out);
    out += ':';
}

void write_list(const ListAccess& access, const void* list, std::string& out) {
    const auto& item = access.item();
    const auto size = access.size(list);
    out += '[';
    for (std::size_t i = 0; i < size; ++i) {
        if (i > 0) out += ',';
        item.write(access.at(list, i), out);
    }
    out += ']';
}

void write_object(const ObjectType& object, const void* value, std::string& out) {
    out += '{';
    const auto start = out.size();
    for (const auto& field : object.fields) {
        const auto& type = field.type();
        const void* member = field.in(const_cast<void*>(value));
        if (type.is_absent != nullptr && type.is_absent(member)) continue;
        if (out.size() > start) out += ',';
        out += '"';
        out += field.name;
        out += "\":";
        type.write(member, out);
    }
    out += '}';
}

}  // namespace json
