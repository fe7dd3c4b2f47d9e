#pragma once

#include <boost/json.hpp>

#include <fstream>
#include <stdexcept>
#include <string>
#include <vector>

// The sets that search is measured on: JSON lines, a document {"id", "title", "text"}, a query {"id", "query", "doc_id"}.
namespace bench {

struct Document {
    std::string id, title, text;
};
struct Query {
    std::string id, query, document;

    // The part of the id before the first colon.
    [[nodiscard]] std::string kind() const { return id.substr(0, id.find(':')); }
};

inline std::string member(const boost::json::object& object, const char* name) {
    const auto* value = object.if_contains(name);
    if (value == nullptr || !value->is_string()) return {};
    return std::string(value->get_string());
}

template <class Take>
void each_line(const std::string& path, Take&& take) {
    std::ifstream file(path);
    if (!file) throw std::runtime_error("cannot read " + path);
    for (std::string line; std::getline(file, line);)
        if (!line.empty()) take(boost::json::parse(line).as_object());
}

inline std::vector<Document> read_documents(const std::string& path) {
    std::vector<Document> out;
    each_line(path, [&](const auto& object) { out.push_back({member(object, "id"), member(object, "title"), member(object, "text")}); });
    return out;
}

inline std::vector<Query> read_queries(const std::string& path) {
    std::vector<Query> out;
    each_line(path, [&](const auto& object) { out.push_back({member(object, "id"), member(object, "query"), member(object, "doc_id")}); });
    return out;
}

}  // namespace bench
