#pragma once

#include <string>
#include <vector>

#include "base/language.hpp"
#include "base/time.hpp"

namespace channels {

struct AtomEntry {
    std::string title;
    std::string summary;
    std::string url;  // whole; also what the entry is known by
    std::string author;
    base::Instant published;
    base::Instant updated;
};

struct AtomFeed {
    std::string title;
    std::string url;   // of the page that it is of, whole
    std::string self;  // of the feed itself, whole
    base::Language language = base::Language::th;
    std::vector<AtomEntry> entries;
};

// An Atom feed (RFC 4287). The same entries make the same text.
std::string atom_text(const AtomFeed& feed);

}  // namespace channels
