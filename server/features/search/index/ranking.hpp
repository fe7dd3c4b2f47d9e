#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>

// BM25 (k1 1.2, b 0.75): how rare a term is, and how much a document is about it.
namespace search {

constexpr int title_hits = 3;          // a hit in the title counts as three in the text
constexpr double trigram_share = 0.5;  // of a word's weight

inline double weight(std::int64_t with_term, std::int64_t all) {
    const auto having = static_cast<double>(with_term), documents = static_cast<double>(std::max(all, with_term));
    return std::log(1 + (documents - having + 0.5) / (having + 0.5));
}

// Lengths in clusters.
inline float aboutness(float count, float length, float usual_length) {
    constexpr float k1 = 1.2F, b = 0.75F;
    return count * (k1 + 1) / (count + k1 * (1 - b + b * length / usual_length));
}

}  // namespace search
