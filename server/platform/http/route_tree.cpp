#include "http/route_tree.hpp"

#include <algorithm>
#include <stdexcept>

namespace http {
namespace {

// What follows the name of a "{name}.ics" segment; nothing for a literal.
std::optional<std::string_view> suffix_of(std::string_view segment) {
    if (!segment.starts_with('{')) return std::nullopt;
    return segment.substr(segment.find('}') + 1);
}

[[noreturn]] void refuse(std::string_view pattern, std::string_view why) {
    throw std::logic_error("route " + std::string(pattern) + ": " + std::string(why));
}

}  // namespace

std::vector<std::string_view> split_path(std::string_view path) {
    std::vector<std::string_view> segments;
    if (path.starts_with('/')) path.remove_prefix(1);
    if (path.ends_with('/')) path.remove_suffix(1);
    while (!path.empty()) {
        const auto end = std::min(path.find('/'), path.size());
        segments.push_back(path.substr(0, end));
        path.remove_prefix(std::min(end + 1, path.size()));
    }
    return segments;
}

std::vector<std::string> segment_names(std::string_view pattern) {
    if (!pattern.starts_with('/')) refuse(pattern, "begins with a slash");
    std::vector<std::string> names;
    for (const auto segment : split_path(pattern)) {
        if (segment.empty()) refuse(pattern, "has an empty segment");
        const auto open = segment.find('{');
        if (open == std::string_view::npos) continue;
        const auto close = segment.find('}');
        if (open != 0 || close == std::string_view::npos || close < 2)
            refuse(pattern, "a name in braces begins its segment: {name} or {name}.ics");
        names.emplace_back(segment.substr(1, close - 1));
    }
    return names;
}

RouteTree::Node& RouteTree::child(Node& node, std::string_view segment) {
    const auto suffix = suffix_of(segment);
    if (!suffix) {
        auto& literal = node.literals[std::string(segment)];
        if (!literal) literal = std::make_unique<Node>();
        return *literal;
    }
    const auto known = std::ranges::find(node.named, *suffix, [](const auto& entry) -> std::string_view { return entry.first; });
    if (known != node.named.end()) return *known->second;
    const auto longer = [&](const auto& entry) { return entry.first.size() >= suffix->size(); };
    const auto place = std::ranges::find_if_not(node.named, longer);
    return *node.named.emplace(place, *suffix, std::make_unique<Node>())->second;
}

void RouteTree::add(Method method, std::string_view pattern, std::size_t route) {
    Node* node = &root_;
    for (const auto segment : split_path(pattern)) node = &child(*node, segment);
    if (!node->slots) node->slots.emplace().fill(none);
    auto& slot = (*node->slots)[static_cast<std::size_t>(method)];
    if (slot != none) refuse(pattern, "is there already");
    slot = route;
}

bool RouteTree::walk(const Node& node, std::span<const std::string_view> rest, Match& match) {
    if (rest.empty()) {
        if (node.slots) match.slots = &*node.slots;
        return node.slots.has_value();
    }
    const auto segment = rest.front();
    const auto literal = node.literals.find(segment);
    if (literal != node.literals.end() && walk(*literal->second, rest.subspan(1), match)) return true;
    for (const auto& [suffix, below] : node.named) {
        if (segment.size() <= suffix.size() || !segment.ends_with(suffix)) continue;
        match.values.push_back(segment.substr(0, segment.size() - suffix.size()));
        if (walk(*below, rest.subspan(1), match)) return true;
        match.values.pop_back();
    }
    return false;
}

std::optional<RouteTree::Match> RouteTree::find(std::string_view path) const {
    constexpr std::size_t most_segments = 16;
    const auto segments = split_path(path);
    Match match;
    if (segments.size() > most_segments || !walk(root_, segments, match)) return std::nullopt;
    return match;
}

}  // namespace http
