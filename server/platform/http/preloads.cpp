#include "http/preloads.hpp"

#include <algorithm>
#include <ranges>
#include <stdexcept>

namespace http {

namespace {

std::vector<std::string_view> split(std::string_view text, char at) {
    std::vector<std::string_view> parts;
    for (const auto part : std::views::split(text, at))
        if (!part.empty()) parts.emplace_back(part.begin(), part.end());
    return parts;
}

bool fits(std::string_view pattern, std::string_view segment) {
    return pattern.starts_with('[') || pattern == segment;
}

}  // namespace

Preloads::Preloads(std::string_view table) {
    for (const auto line : split(table, '\n')) {
        const auto tab = line.find('\t');
        if (tab == std::string_view::npos) throw std::runtime_error("the list of preloads in the web app is broken");
        Page page;
        for (const auto segment : split(line.substr(0, tab), '/')) page.segments.emplace_back(segment);
        for (const auto address : split(line.substr(tab + 1), ' '))
            page.links.append("<link rel=\"later\" href=\"").append(address).append("\">\n");
        pages_.push_back(std::move(page));
    }
}

std::string_view Preloads::links_for(std::string_view path) const {
    const auto segments = split(path.substr(0, path.find_first_of("?#")), '/');
    const auto found = std::ranges::find_if(pages_, [&](const Page& page) { return std::ranges::equal(page.segments, segments, fits); });
    return found == pages_.end() ? std::string_view{} : found->links;
}

}  // namespace http
