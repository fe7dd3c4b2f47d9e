#pragma once

#include <map>
#include <string>

#include "base/json/json.hpp"

namespace goals {

// An object of JSON whose names no member of C++ can bear: "@type", "dcterms:title", "metaData".
class Node {
  public:
    template <class T>
    Node& with(const std::string& name, const T& value) {
        members_[name] = {json::write(value)};
        return *this;
    }
    Node& with(const std::string& name, const char* value) { return with(name, std::string(value)); }
    Node& with(const std::string& name, const Node& value) {
        members_[name] = value.raw();
        return *this;
    }
    // Nothing of an empty text.
    Node& with_words(const std::string& name, const std::string& words) { return words.empty() ? *this : with(name, words); }

    [[nodiscard]] json::Raw raw() const { return {text()}; }
    [[nodiscard]] std::string text() const { return json::write(members_); }

  private:
    std::map<std::string, json::Raw> members_;
};

}  // namespace goals
