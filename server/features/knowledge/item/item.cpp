#include "knowledge/item/item.hpp"

#include <algorithm>

#include "base/thai_text.hpp"
#include "markdown/markdown.hpp"

namespace knowledge {

std::string_view code(Licence licence) {
    constexpr std::string_view codes[] = {"CC0 1.0",      "CC BY 4.0",       "CC BY-SA 4.0",    "CC BY-ND 4.0",
                                          "CC BY-NC 4.0", "CC BY-NC-SA 4.0", "CC BY-NC-ND 4.0", ""};
    return codes[static_cast<std::size_t>(licence)];
}

std::vector<Heading> headings_of(Kind kind) {
    using enum Heading;
    if (kind == Kind::lesson) return {context, did, result, why, next_time, for_whom};
    if (kind == Kind::case_) return {background, development, success, lesson, advice};
    return {};
}

static void check_sections(const Content& content, json::Errors& errors) {
    const auto known = headings_of(content.kind);
    std::vector<Heading> seen;
    for (std::size_t i = 0; i < content.sections->size(); ++i) {
        const auto heading = (*content.sections)[i].heading;
        const auto pointer = "/sections/" + std::to_string(i) + "/heading";
        if (std::ranges::find(known, heading) == known.end()) errors.add(pointer, "not_a_heading_of_this_kind");
        if (std::ranges::find(seen, heading) != seen.end()) errors.add(pointer, "duplicate");
        seen.push_back(heading);
    }
}

std::vector<std::string> tidy_tags(const std::optional<std::vector<base::Line>>& tags) {
    std::vector<std::string> tidied;
    for (const auto& [tag] : tags.value_or(std::vector<base::Line>{})) {
        const auto word = tag.substr(std::min(tag.find_first_not_of("# "), tag.size()));
        if (!word.empty() && std::ranges::find(tidied, word) == tidied.end()) tidied.push_back(word);
    }
    return tidied;
}

void check_tags(const std::optional<std::vector<base::Line>>& tags, json::Errors& errors) {
    constexpr std::size_t most = 30;
    if (tags && tags->size() > most) errors.add("/tags", "too_many_values", {{"max", most}});
}

void check(const Content& content, json::Errors& errors) {
    constexpr std::size_t most_files = 200;
    if (content.sections) check_sections(content, errors);
    if (content.document && content.kind != Kind::document) errors.add("/document", "only_for_documents");
    if (content.document && !content.document->isbn.value.empty() && !is_isbn(content.document->isbn.value))
        errors.add("/document/isbn", "not_an_isbn");
    check_tags(content.tags, errors);
    if (content.files && content.files->size() > most_files) errors.add("/files", "too_many_values", {{"max", most_files}});
}

// The digits without what separates them; nothing if something else stands there. X is ten, in the tenth place only.
static std::optional<std::vector<int>> isbn_digits(std::string_view text) {
    std::vector<int> digits;
    for (const char c : text) {
        if (c == '-' || c == ' ') continue;
        const bool ten = (c == 'X' || c == 'x') && digits.size() == 9;
        if (!ten && (c < '0' || c > '9')) return {};
        digits.push_back(ten ? 10 : c - '0');
    }
    return digits;
}

// ISO 2108: weights 10…1, modulo 11; or 1 and 3 in turn, modulo 10.
bool is_isbn(std::string_view text) {
    const auto digits = isbn_digits(text);
    if (!digits || (digits->size() != 10 && digits->size() != 13)) return false;
    const bool old = digits->size() == 10;
    if (!old && std::ranges::find(*digits, 10) != digits->end()) return false;
    int sum = 0;
    for (int i = 0; i < static_cast<int>(digits->size()); ++i) {
        const int turn = i % 2 == 0 ? 1 : 3;
        sum += (*digits)[static_cast<std::size_t>(i)] * (old ? 10 - i : turn);
    }
    return sum % (old ? 11 : 10) == 0;
}

std::string beginning(std::string_view text) {
    constexpr std::size_t longest = 220;  // clusters, about two lines of a card
    const auto normalised = base::normalise(text);
    const auto clusters = base::clusters(normalised);
    if (clusters.size() <= longest) return std::string(text);
    const auto words = base::words(normalised, clusters);
    const auto after = std::ranges::upper_bound(words, static_cast<std::uint32_t>(longest), {}, &base::Word::end);
    const auto last = after == words.begin() ? static_cast<std::uint32_t>(longest) : std::prev(after)->end;
    const auto end = normalised.origin[clusters[last - 1].end - 1].end;
    return std::string(text.substr(0, end)) + "…";
}

static std::string words_of(const Content& content) {
    auto text = markdown::to_text(content.body.value);
    if (content.sections)
        for (const auto& section : *content.sections) text += (text.empty() ? "" : "\n") + markdown::to_text(section.body.value);
    return text;
}

static std::string one_line(std::string text) {
    std::replace(text.begin(), text.end(), '\n', ' ');
    return text;
}

records::Description describe(const Content& content) {
    const auto given = content.summary ? content.summary->value : "";
    return {.title = content.title.value,
            .title_en = content.title_en ? content.title_en->value : "",
            .summary = given.empty() ? beginning(one_line(words_of(content))) : given,
            .area_id = content.area.value_or(base::AreaId{}),
            .language = content.language.value_or(base::Language::th),
            .happened_on = content.happened_on};
}

std::string searchable(const Content& content) {
    auto text = words_of(content);
    const auto add = [&](std::string_view more) {
        if (!more.empty()) text.append("\n").append(more);
    };
    if (content.summary) add(content.summary->value);
    for (const auto& tag : tidy_tags(content.tags)) add(tag);
    if (content.document) {
        add(content.document->author_body.value);
        add(content.document->edition.value);
        add(content.document->isbn.value);
    }
    if (content.credit) add(content.credit->value);
    if (content.source) add(content.source->value);
    if (content.files)
        for (const auto& file : *content.files) {
            add(file.alternative_text.value);
            add(file.caption.value);
        }
    return text;
}

}  // namespace knowledge
