#include "base/json/containers.hpp"
#include "base/json/object.hpp"
#include "base/json/scalars.hpp"

namespace json {
namespace {

// "http::List<circles::SessionRow>" → "http.List_of_circles.SessionRow": only what OpenAPI allows in a component's name.
std::string schema_name(std::string_view cpp_name) {
    std::string name;
    for (std::size_t i = 0; i < cpp_name.size(); ++i) {
        const auto rest = cpp_name.substr(i);
        constexpr std::string_view anonymous = "{anonymous}::";
        if (rest.starts_with(anonymous)) {
            i += anonymous.size() - 1;
        } else if (rest.starts_with("::")) {
            name += '.';
            ++i;
        } else if (rest.front() == '<') {
            name += "_of_";
        } else if (std::isalnum(static_cast<unsigned char>(rest.front())) != 0 || rest.front() == '_') {
            name += rest.front();
        }
    }
    return name;
}

std::string object_body(const void* what, Schemas& named) {
    const auto& object = *static_cast<const ObjectType*>(what);
    std::string out = R"({"type":"object","additionalProperties":false,"properties":{)";
    std::string required;
    bool first = true;
    for (const auto& field : object.fields) {
        write_key(field.name, first, out);
        out += named.of(field.type());
        first = false;
        if (field.type().is_absent != nullptr) continue;
        if (!required.empty()) required += ',';
        write_text(field.name, required);
    }
    out += "}";
    if (!required.empty()) out.append(",\"required\":[").append(required).append("]");
    return out + "}";
}

}  // namespace

std::string whole_schema(WholeRange range) {
    return R"({"type":"integer","minimum":)" + std::to_string(range.least) + R"(,"maximum":)" + std::to_string(range.most) + "}";
}

std::string text_schema(TextRange range) {
    return R"({"type":"string","minLength":)" + std::to_string(range.least) + R"(,"maxLength":)" + std::to_string(range.most) + "}";
}

std::string names_schema(std::span<const std::string_view> names) {
    std::string out = R"({"type":"string","enum":[)";
    for (const auto name : names) {
        if (out.back() != '[') out += ',';
        write_text(name, out);
    }
    return out + "]}";
}

std::string list_schema(const Type& item, Schemas& named) {
    return R"({"type":"array","items":)" + named.of(item) + "}";
}

std::string optional_schema(const Type& inner, Schemas& named) {
    return R"({"anyOf":[)" + named.of(inner) + R"(,{"type":"null"}]})";
}

std::string map_schema(const Type& item, Schemas& named) {
    return R"({"type":"object","additionalProperties":)" + named.of(item) + "}";
}

std::string object_schema(const ObjectType& object, Schemas& named) {
    return named.reference(schema_name(object.cpp_name), &object, object_body);
}

}  // namespace json
