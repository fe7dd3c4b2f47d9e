#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/language.hpp"

namespace mail {

struct Link {
    std::string label;
    std::string path;  // on this installation: "/reset/…"
};

// What is said, in the reader's language; the sentences come from the locale files.
struct Letter {
    base::Language language = base::Language::th;
    std::string subject;
    std::vector<std::string> before;  // paragraphs
    std::vector<Link> list;
    std::optional<Link> link;  // what to do
    std::vector<std::string> after;
};

// The same words twice: for readers of text and of HTML. `origin` is where the installation is reached.
struct Written {
    std::string plain;
    std::string html;
};
Written write(const Letter& letter, const std::string& recipient_name, const std::string& origin);

}  // namespace mail
