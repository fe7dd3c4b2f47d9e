#pragma once

#include "document/document.hpp"
#include "goals/executive/executive.hpp"

namespace goals {

struct Printing {
    base::Instant now;
    std::string origin;  // what links begin with
    base::Language language{};
};

// How much of the report goes onto its page.
struct PaperBounds {
    std::size_t numbers{};
    std::size_t trends{};
    std::size_t lines{};       // of all lists together
    std::size_t name_bytes{};  // of what indicators are called
};
document::Document executive_paper(const ExecutiveReport& report, const Printing& printing, const PaperBounds& bounds);

// With less and less on it: the first that fits is printed, so that it stays one page. What is left out is counted.
std::vector<document::Document> executive_papers(const ExecutiveReport& report, const Printing& printing);

}  // namespace goals
