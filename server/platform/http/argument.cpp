#include "http/argument.hpp"

#include <algorithm>
#include <charconv>

#include "http/fields.hpp"
#include "http/uri.hpp"

namespace http {
namespace {

json::Node word(std::string text) {
    return {.kind = json::Node::Kind::word, .text = std::move(text)};
}

// A name that comes again makes a list of what it names.
void add_value(json::Node& object, QueryValue value) {
    const auto known = std::ranges::find(object.items, value.name, &json::Node::key);
    if (known == object.items.end()) {
        auto& item = object.items.emplace_back(word(std::move(value.value)));
        item.key = std::move(value.name);
        return;
    }
    if (known->kind == json::Node::Kind::word) {
        known->items.push_back(word(std::exchange(known->text, {})));
        known->kind = json::Node::Kind::list;
    }
    known->items.push_back(word(std::move(value.value)));
}

bool is_json(std::string_view content_type) {
    return same_name(content_type.substr(0, content_type.find_first_of("; ")), "application/json");
}

}  // namespace

json::Node query_node(const Request& request) {
    auto values = read_query(request.query());
    if (!values) throw Problem(422, "bad_query");
    json::Node object{.kind = json::Node::Kind::object};
    for (auto& value : *values)
        if (value.name != "lang") add_value(object, std::move(value));  // every address may say its language, see language_of
    return object;
}

json::Node body_node(const Request& request) {
    if (!is_json(request.header("Content-Type"))) throw Problem(415, "not_json_type");
    json::Errors errors;
    auto node = json::parse(request.body, errors);
    if (!node) throw invalid_input(errors);
    return *std::move(node);
}

void throw_if_any(const json::Errors& errors, std::string_view in) {
    if (errors.empty()) return;
    if (in.empty()) throw invalid_input(errors);
    Problem problem(422, "invalid_input");
    // A query has no JSON Pointer: "?limit" says where.
    for (const auto& error : errors.list()) problem.at(std::string(in).append(error.pointer, 1), error.code, error.params);
    throw problem;
}

std::int64_t whole_segment(Call& call) {
    const auto& text = call.next_segment();
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || value < 0) throw not_found();
    return value;
}

}  // namespace http
