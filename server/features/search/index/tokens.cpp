#include "search/index/tokens.hpp"

#include <algorithm>

#include "base/utf8.hpp"

namespace search {
namespace {

constexpr char32_t thai_block = 0x0E00, thai_block_end = 0x0E60;
constexpr std::uint8_t thai_byte = 0xA0;
constexpr char other_mark = '\x80';  // before the UTF-8 of any other letter; no Thai letter has this byte

void append_compact(std::string& out, char32_t c) {
    if (c < 0x80) {
        out += static_cast<char>(c);
    } else if (c >= thai_block && c < thai_block_end) {
        out += static_cast<char>(thai_byte + (c - thai_block));
    } else {
        out += other_mark;
        base::append_character(out, c);
    }
}

}  // namespace

std::string compact(std::u32string_view text) {
    std::string out;
    for (const auto c : text) append_compact(out, c);
    return out;
}

std::u32string spelt_out(std::string_view compact) {
    std::u32string out;
    for (std::size_t at = 0; at < compact.size();) {
        const auto byte = static_cast<std::uint8_t>(compact[at]);
        if (compact[at++] == other_mark)
            out += base::next_character(compact, at);
        else
            out += byte >= thai_byte ? static_cast<char32_t>(thai_block + (byte - thai_byte)) : char32_t{byte};
    }
    return out;
}

Analysis::Analysis(std::string_view text)
    : normalised_(base::normalise(text)), clusters_(base::clusters(normalised_)), words_(base::words(normalised_, clusters_)) {
    compact_.reserve(normalised_.text.size());
    offsets_.reserve(clusters_.size() + 1);
    for (const auto& cluster : clusters_) {
        offsets_.push_back(static_cast<std::uint32_t>(compact_.size()));
        for (auto c = cluster.begin; c < cluster.end; ++c) append_compact(compact_, normalised_.text[c]);
    }
    offsets_.push_back(static_cast<std::uint32_t>(compact_.size()));
}

bool Analysis::together(std::size_t at, std::size_t count) const {
    if (at + count > clusters_.size()) return false;
    for (auto next = at + 1; next < at + count; ++next)
        if (clusters_[next].after_break) return false;
    return true;
}

bool Analysis::foreign_pair(std::size_t at) const {
    return together(at, 2) && clusters_[at].script != base::Script::thai && clusters_[at + 1].script != base::Script::thai;
}

base::ByteRange Analysis::origin(std::size_t begin, std::size_t end) const {
    const auto first = clusters_[begin].begin, last = clusters_[end - 1].end;
    base::ByteRange range = normalised_.origin[first];
    for (auto c = first; c < last; ++c) {
        range.begin = std::min(range.begin, normalised_.origin[c].begin);
        range.end = std::max(range.end, normalised_.origin[c].end);
    }
    return range;
}

}  // namespace search
