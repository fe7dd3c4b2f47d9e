#pragma once

#include <array>
#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "http/request.hpp"

namespace http {

// The segments of "/circles/12/" are "circles" and "12": a slash at the end says nothing.
std::vector<std::string_view> split_path(std::string_view path);

// The names in braces of a pattern, in order. Throws std::logic_error for a pattern that cannot be.
std::vector<std::string> segment_names(std::string_view pattern);

// Patterns as a tree of segments. A literal goes before "{name}.ics", and that before "{name}".
class RouteTree {
  public:
    static constexpr std::size_t methods = static_cast<std::size_t>(Method::other);
    static constexpr std::size_t none = static_cast<std::size_t>(-1);
    using Slots = std::array<std::size_t, methods>;  // which route answers a method

    struct Match {
        const Slots* slots = nullptr;
        std::vector<std::string_view> values;  // of the names in braces, as in the path
    };

    // Throws std::logic_error when the place is taken.
    void add(Method method, std::string_view pattern, std::size_t route);
    std::optional<Match> find(std::string_view path) const;

  private:
    struct Node {
        std::map<std::string, std::unique_ptr<Node>, std::less<>> literals;
        std::vector<std::pair<std::string, std::unique_ptr<Node>>> named;  // by what follows the name, the longest first
        std::optional<Slots> slots;
    };

    static Node& child(Node& node, std::string_view segment);
    static bool walk(const Node& node, std::span<const std::string_view> rest, Match& match);

    Node root_;
};

}  // namespace http
