#include "channels/atom/atom.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/enum_names.hpp"
#include "http/html.hpp"

namespace channels {

// XML 1.0 knows no control characters but tab and line ends, however they are written.
static std::string escape(std::string text) {
    std::erase_if(text, [](char letter) {
        const auto byte = static_cast<unsigned char>(letter);
        return byte < 0x20 && letter != '\t' && letter != '\n' && letter != '\r';
    });
    return http::html::escape(text);
}

static std::string element(std::string_view name, const std::string& text) {
    return fmt::format("<{0}>{1}</{0}>\n", name, escape(text));
}

static std::string link(std::string_view relation, const std::string& address) {
    return fmt::format("<link rel=\"{}\" href=\"{}\"/>\n", relation, escape(address));
}

static std::string entry_text(const AtomEntry& entry) {
    std::string text = "<entry>\n" + element("id", entry.url) + element("title", entry.title) + link("alternate", entry.url) +
                       element("published", base::to_iso(entry.published)) + element("updated", base::to_iso(entry.updated));
    if (!entry.author.empty()) text += "<author>" + element("name", entry.author) + "</author>\n";
    if (!entry.summary.empty()) text += element("summary", entry.summary);
    return text + "</entry>\n";
}

std::string atom_text(const AtomFeed& feed) {
    base::Instant updated;
    for (const auto& entry : feed.entries) updated = std::max(updated, entry.updated);
    auto text = fmt::format("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{}\">\n",
                            base::name_of(feed.language));
    text += element("id", feed.url) + element("title", feed.title) + link("alternate", feed.url) + link("self", feed.self) +
            element("updated", base::to_iso(updated)) + "<author>" + element("name", feed.title) + "</author>\n";
    for (const auto& entry : feed.entries) text += entry_text(entry);
    return text + "</feed>\n";
}

}  // namespace channels
