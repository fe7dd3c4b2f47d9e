#include <array>
#include <charconv>
#include <cmath>
#include <cstring>

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

constexpr std::size_t stride = 32;

// One comparison after the other and no way out between them: the compiler makes each of them one instruction for many bytes.
bool has_escaped(const char* start) {
    std::array<unsigned char, stride> bytes;
    std::memcpy(bytes.data(), start, stride);
    unsigned char found = 0;
    for (const unsigned char c : bytes)
        found |= static_cast<unsigned char>((c < 0x20) | (c == '"') | (c == '\\') | (c == '<') | (c == 0x7f));
    return found != 0;
}

// Thai text is long and has nothing to escape, so it is passed over in strides. The end if there is none.
std::size_t next_escaped(std::string_view text, std::size_t from) {
    while (from + stride <= text.size() && !has_escaped(text.data() + from)) from += stride;
    while (from < text.size() && !escaped[static_cast<unsigned char>(text[from])]) ++from;
    return from;
}

}  // namespace

void write_text(std::string_view text, std::string& out) {
    out += '"';
    std::size_t clean = 0;
    for (auto at = next_escaped(text, 0); at < text.size(); at = next_escaped(text, clean)) {
        out.append(text, clean, at - clean);
        write_escape(text[at], out);
        clean = at + 1;
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

// `,"name":` in one step: a list of cards is names for the greater part, and they hold nothing to escape.
static void write_name(std::string_view name, bool first, std::string& out) {
    const auto at = out.size();
    out.append(name.size() + (first ? 3 : 4), '"');
    char* to = &out[at];
    if (!first) *to++ = ',';
    std::memcpy(to + 1, name.data(), name.size());
    out.back() = ':';
}

void write_object(const ObjectType& object, const void* value, std::string& out) {
    out += '{';
    const auto start = out.size();
    for (const auto& field : object.fields) {
        const auto& type = field.type();
        const void* member = field.in(const_cast<void*>(value));
        if (type.is_absent != nullptr && type.is_absent(member)) continue;
        write_name(field.name, out.size() == start, out);
        type.write(member, out);
    }
    out += '}';
}

}  // namespace json
