#include "knowledge/import/import.hpp"

#include <sodium.h>

#include <algorithm>
#include <array>

#include "base/locale.hpp"
#include "base/thai_calendar.hpp"
#include "markdown/markdown.hpp"

namespace knowledge {

static std::string to_markdown(const std::vector<reading::Paragraph>& paragraphs) {
    std::string text;
    auto before = reading::Shape::plain;
    for (const auto& paragraph : paragraphs) {
        const bool item = paragraph.shape == reading::Shape::item, heading = paragraph.shape == reading::Shape::heading;
        if (!text.empty()) text += item && before == reading::Shape::item ? "\n" : "\n\n";
        text += item ? "- " : heading || paragraph.shape == reading::Shape::comments ? "## " : "";
        text += markdown::escape(paragraph.text);
        before = paragraph.shape;
    }
    return text;
}

// Only the words count: the same document is the same, whatever its encoding, line ends and spaces.
static std::string hash_of(const reading::Document& document) {
    auto words = document.title + document.text();
    std::erase_if(words, [](char c) { return c == ' ' || c == '\n'; });
    std::array<unsigned char, crypto_hash_sha256_BYTES> hash{};
    crypto_hash_sha256(hash.data(), reinterpret_cast<const unsigned char*>(words.data()), words.size());
    std::string text(hash.size() * 2 + 1, '\0');
    sodium_bin2hex(text.data(), text.size(), hash.data(), hash.size());
    text.pop_back();
    return text;
}

Licence licence_in(std::string_view words) {
    struct Sign {
        std::string_view words;
        Licence licence;
    };
    // From the longest to the shortest: each is a part of the one before.
    constexpr Sign signs[] = {{"ไม่ใช้เพื่อการค้า-อนุญาตแบบเดียวกัน", Licence::cc_by_nc_sa},
                              {"ไม่ใช้เพื่อการค้า-ไม่ดัดแปลง", Licence::cc_by_nc_nd},
                              {"ไม่ใช้เพื่อการค้า", Licence::cc_by_nc},
                              {"แสดงที่มา-อนุญาตแบบเดียวกัน", Licence::cc_by_sa},
                              {"แสดงที่มา-ไม่ดัดแปลง", Licence::cc_by_nd},
                              {"แสดงที่มา", Licence::cc_by},
                              {"/by-nc-sa/", Licence::cc_by_nc_sa},
                              {"/by-nc-nd/", Licence::cc_by_nc_nd},
                              {"/by-nc/", Licence::cc_by_nc},
                              {"/by-sa/", Licence::cc_by_sa},
                              {"/by-nd/", Licence::cc_by_nd},
                              {"/by/", Licence::cc_by},
                              {"/zero/", Licence::cc0}};
    const auto* const found = std::find_if(std::begin(signs), std::end(signs),
                                           [&](const Sign& sign) { return words.find(sign.words) != std::string_view::npos; });
    return found == std::end(signs) ? Licence::all_rights_reserved : found->licence;
}

// Where it came from, as far as the page itself tells, and when it was written.
static std::string source_of(const reading::Document& document, const std::string& name) {
    auto source = document.source.empty() ? name : document.source;
    if (document.written_on)
        source += " · " + base::say(document.language, "knowledge_written_on",
                                    {{"date", base::long_date(*document.written_on, document.language)}});
    return source;
}

Proposal propose(std::string name, std::string_view bytes) {
    auto document = reading::read_document(bytes);
    Proposal proposal;
    proposal.hash = hash_of(document);
    auto& content = proposal.content;
    content.kind = Kind::note;
    content.title.value = beginning(document.title.empty() ? name : document.title);
    content.body.value = to_markdown(document.paragraphs);
    content.source = {source_of(document, name)};
    content.licence = licence_in(document.licence);
    content.language = document.language;
    content.happened_on = document.happened_on;
    if (document.forum) content.forum = base::Whole<1, 9999>{*document.forum};
    proposal.removed = std::move(document.removed);
    proposal.encoding = base::name(document.encoding);
    proposal.damaged = document.damaged;
    proposal.name = std::move(name);
    return proposal;
}

bool is_empty(const Proposal& proposal) {
    return proposal.content.body.value.empty();
}

// Characters, as the limit counts them.
template <std::size_t Min, std::size_t Max>
static bool exceeds(const base::Text<Min, Max>& text) {
    return static_cast<std::size_t>(std::ranges::count_if(text.value, [](char byte) { return (byte & 0xC0) != 0x80; })) > Max;
}

bool is_too_long(const Proposal& proposal) {
    return exceeds(proposal.content.body);
}

Imported import_one(db::Tx& tx, base::PersonId actor, const Proposal& proposal, const ImportWish& wish) {
    if (const auto there = find_import(tx, wish.owner, proposal.hash)) {
        const auto record = *records::find(tx, *there);
        return {proposal.name, Outcome::already_here, record.title, record.address};
    }
    const auto record = insert_item(tx, actor, {proposal.content, wish.owner, wish.audience, wish.state, {proposal.hash, proposal.name}});
    return {proposal.name, Outcome::imported, record.title, record.address};
}

}  // namespace knowledge
