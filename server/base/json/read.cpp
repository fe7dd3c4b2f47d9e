#include <algorithm>
#include <charconv>
#include <cmath>
#include <stdexcept>

#include "base/json/json.hpp"
#include "base/thai_text.hpp"

namespace json {
namespace {

using Kind = Node::Kind;

template <class Number>
std::optional<Number> number_from(std::string_view word) {
    Number value{};
    const auto end = word.data() + word.size();
    const auto [stop, error] = std::from_chars(word.data(), end, value);
    if (error != std::errc{} || stop != end) return std::nullopt;
    return value;
}

std::optional<std::int64_t> whole_of(const Node& from) {
    if (from.kind == Kind::whole) return from.whole;
    if (from.kind == Kind::word) return number_from<std::int64_t>(from.text);
    const bool is_whole = from.kind == Kind::number && std::trunc(from.number) == from.number;
    if (is_whole && std::abs(from.number) <= static_cast<double>(safe_whole)) return static_cast<std::int64_t>(from.number);
    return std::nullopt;
}

std::size_t characters(std::string_view text) {
    return static_cast<std::size_t>(std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

bool is_space(char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

std::string trimmed(std::string text) {
    while (!text.empty() && is_space(text.back())) text.pop_back();
    text.erase(text.begin(), std::ranges::find_if_not(text, is_space));
    return text;
}

// A zero byte can not be stored as text (PostgreSQL refuses it) and nobody can mean one.
bool is_storable_text(const Node& from, const Place& at) {
    if (!from.is_text()) {
        at.wrong("not_text");
    } else if (from.text.find('\0') != std::string::npos) {
        at.wrong("bad_character");
    } else {
        return true;
    }
    return false;
}

}  // namespace

bool read_whole(const Node& from, std::int64_t& into, const Place& at, WholeRange range) {
    const auto value = whole_of(from);
    if (!value) {
        at.wrong("not_whole");
    } else if (*value < range.least) {
        at.wrong("too_small", {{"min", range.least}});
    } else if (*value > range.most) {
        at.wrong("too_large", {{"max", range.most}});
    } else {
        into = *value;
        return true;
    }
    return false;
}

void read_number(const Node& from, double& into, const Place& at) {
    auto value = from.kind == Kind::word ? number_from<double>(from.text) : std::nullopt;
    if (from.kind == Kind::whole) value = static_cast<double>(from.whole);
    if (from.kind == Kind::number) value = from.number;
    if (!value || !std::isfinite(*value)) return at.wrong("not_number");
    into = *value;
}

void read_boolean(const Node& from, bool& into, const Place& at) {
    if (from.kind == Kind::boolean) {
        into = from.boolean;
    } else if (from.kind == Kind::word && (from.text == "true" || from.text == "false")) {
        into = from.text == "true";
    } else {
        at.wrong("not_boolean");
    }
}

void read_plain_text(const Node& from, std::string& into, const Place& at) {
    if (is_storable_text(from, at)) into = from.text;
}

void read_text(const Node& from, std::string& into, const Place& at, TextRange range) {
    if (!is_storable_text(from, at)) return;
    auto text = trimmed(base::tidy(from.text));
    if (range.one_line) std::ranges::replace_if(text, is_space, ' ');
    const auto length = characters(text);
    if (text.empty() && range.least > 0) {
        at.wrong("required");
    } else if (length < range.least) {
        at.wrong("too_short", {{"min", static_cast<std::int64_t>(range.least)}});
    } else if (length > range.most) {
        at.wrong("too_long", {{"max", static_cast<std::int64_t>(range.most)}, {"is", static_cast<std::int64_t>(length)}});
    } else {
        into = std::move(text);
    }
}

std::optional<std::size_t> read_name(const Node& from, const Place& at, std::span<const std::string_view> names) {
    const auto found = from.is_text() ? std::ranges::find(names, std::string_view(from.text)) : names.end();
    if (found != names.end()) return static_cast<std::size_t>(found - names.begin());
    std::string known;
    for (const auto name : names) known.append(known.empty() ? "" : ", ").append(name);
    at.wrong("not_one_of", {{"known", known}});
    return std::nullopt;
}

void read_list(const ListAccess& access, const Node& from, void* into, const Place& at) {
    access.clear(into);
    if (from.kind == Kind::word) return access.item().read(from, access.append(into), at.item(0));  // ?tag=one
    if (from.kind != Kind::list) return at.wrong("not_list");
    for (std::size_t i = 0; i < from.items.size() && !at.errors().full(); ++i) {
        access.item().read(from.items[i], access.append(into), at.item(i));
    }
}

bool reads_as_absent(const Node& from) {
    return from.kind == Kind::null || (from.is_text() && from.text.empty());
}

bool is_object(const Node& from, const Place& at) {
    if (from.kind == Kind::object) return true;
    at.wrong("not_object");
    return false;
}

namespace {

void read_members(const ObjectType& object, const Node& from, void* into, const Place& at) {
    std::vector<bool> seen(object.fields.size());
    for (const auto& item : from.items) {
        const auto field = std::ranges::find(object.fields, std::string_view(item.key), &Field::name);
        const auto place = at.member(item.key);
        if (field == object.fields.end()) {
            place.wrong("unknown_field");
            continue;
        }
        const auto index = static_cast<std::size_t>(field - object.fields.begin());
        if (seen[index]) {
            place.wrong("duplicate");
        } else {
            field->type().read(item, field->in(into), place);
        }
        seen[index] = true;
    }
    for (std::size_t i = 0; i < seen.size(); ++i) {
        if (!seen[i] && object.fields[i].type().is_absent == nullptr) at.member(object.fields[i].name).wrong("required");
    }
}

}  // namespace

void read_object(const ObjectType& object, const Node& from, void* into, const Place& at) {
    if (!is_object(from, at)) return;
    const auto before = at.errors().list().size();
    read_members(object, from, into, at);
    // The rule between fields may trust each field, so it is asked only when all of them are good.
    if (object.check == nullptr || at.errors().list().size() > before) return;
    Errors below;
    object.check(into, below);
    at.wrong_all(below);
}

void throw_unreadable(const Errors& errors) {
    const auto& first = errors.list().front();
    throw std::runtime_error("unreadable JSON: " + first.code + " at \"" + first.pointer + "\"");
}

}  // namespace json
