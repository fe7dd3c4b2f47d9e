#include "circles/letterhead/wording.hpp"

#include <algorithm>
#include <array>

namespace circles {

namespace {

struct FieldNames {
    std::string_view thai, english;
};
// In the order of Field.
constexpr std::array<FieldNames, 22> names = {{{"เรื่อง", "title"},
                                               {"วง", "circle"},
                                               {"ครั้งที่", "ordinal"},
                                               {"วันที่", "date"},
                                               {"เวลา", "time"},
                                               {"สถานที่", "place"},
                                               {"หน่วยงาน", "organisation"},
                                               {"คำถามหลัก", "question"},
                                               {"วัตถุประสงค์", "purpose"},
                                               {"ผลที่หวัง", "hoped"},
                                               {"ผลที่เห็น", "seen"},
                                               {"จำนวนคน", "people"},
                                               {"งบประมาณ", "budget"},
                                               {"ผู้รับ", "recipient"},
                                               {"คำเชิญ", "asks"},
                                               {"ติดต่อ", "contact"},
                                               {"กำหนดการ", "agenda"},
                                               {"ผู้ทำหน้าที่", "roles"},
                                               {"จำนวนตามภาคส่วน", "sectors"},
                                               {"สิ่งที่พูดกัน", "said"},
                                               {"ข้อตกลง", "agreements"},
                                               {"ภาพถ่าย", "photos"}}};

std::string_view trimmed(std::string_view text) {
    const auto begin = text.find_first_not_of(" \t"), end = text.find_last_not_of(" \t");
    return begin == std::string_view::npos ? std::string_view{} : text.substr(begin, end - begin + 1);
}

// Words, or what stands between two braces.
struct Piece {
    std::string_view text;
    bool field = false;
    bool open = false;  // its brace has no other
};

std::vector<Piece> pieces(std::string_view line) {
    std::vector<Piece> found;
    while (!line.empty()) {
        const auto begin = line.find_first_of("{}");
        if (begin != 0) found.push_back({line.substr(0, begin)});
        if (begin == std::string_view::npos) break;
        const auto end = line.find_first_of("{}", begin + 1);
        const bool closed = line[begin] == '{' && end != std::string_view::npos && line[end] == '}';
        found.push_back({closed ? trimmed(line.substr(begin + 1, end - begin - 1)) : line.substr(begin, 1), closed, !closed});
        line.remove_prefix(closed ? end + 1 : begin + 1);
    }
    return found;
}

template <class F>
void each_line(std::string_view text, F&& f) {
    for (std::size_t at = 0, number = 1; at <= text.size(); ++number) {
        const auto end = std::min(text.find('\n', at), text.size());
        f(trimmed(text.substr(at, end - at)), static_cast<std::int64_t>(number));
        at = end + 1;
    }
}

bool takes(std::string_view& line, std::string_view mark) {
    if (!line.starts_with(mark)) return false;
    line.remove_prefix(mark.size());
    return true;
}

class Filler {
  public:
    explicit Filler(const Filling& filling) : filling_{filling} {}

    void add(std::string_view line) {
        if (line.empty()) return;
        if (const auto block = block_of(line)) {
            const auto found = filling_.blocks.find(*block);
            if (found == filling_.blocks.end() || found->second.empty()) return heading_.clear();
            add_heading_that_waits();
            blocks_.insert(blocks_.end(), found->second.begin(), found->second.end());
            return;
        }
        if (takes(line, "# ")) {
            heading_ = filled(line).value_or("");
            return;
        }
        const bool item = takes(line, "- ");
        const auto words = filled(line);
        if (!words) return heading_.clear();
        add_heading_that_waits();
        if (item) {
            add_item(*words);
        } else {
            blocks_.emplace_back(document::Paragraph{.spans = {{*words}}, .first = document::points(2.5), .before = 6});
        }
    }

    std::vector<document::Block> take() { return std::move(blocks_); }

  private:
    static std::optional<Field> block_of(std::string_view line) {
        const auto all = pieces(line);
        if (all.size() != 1 || !all[0].field) return {};
        const auto field = find_field(all[0].text);
        return field && is_block(*field) ? field : std::nullopt;
    }

    // Nothing where the line has fields and none of them says anything.
    std::optional<std::string> filled(std::string_view line) const {
        std::string words;
        std::size_t fields = 0, empty = 0;
        for (const auto& piece : pieces(line)) {
            if (!piece.field) {
                words += piece.text;
                continue;
            }
            const auto field = find_field(piece.text);
            const auto found = field ? filling_.words.find(*field) : filling_.words.end();
            ++fields;
            empty += found == filling_.words.end() || found->second.empty() ? 1 : 0;
            if (found != filling_.words.end()) words += found->second;
        }
        if (fields > 0 && empty == fields) return {};
        return words;
    }

    void add_heading_that_waits() {
        if (!heading_.empty()) blocks_.emplace_back(document::Heading{2, heading_});
        heading_.clear();
    }

    void add_item(const std::string& words) {
        auto* const list = blocks_.empty() ? nullptr : std::get_if<document::List>(&blocks_.back());
        if (list != nullptr) {
            list->items.push_back(words);
        } else {
            blocks_.emplace_back(document::List{{words}});
        }
    }

    const Filling& filling_;
    std::vector<document::Block> blocks_;
    std::string heading_;
};

}  // namespace

std::string_view field_name(Field field, base::Language language) {
    const auto& name = names.at(static_cast<std::size_t>(field));
    return language == base::Language::th ? name.thai : name.english;
}

std::optional<Field> find_field(std::string_view name) {
    const auto* const found = std::ranges::find_if(names, [&](const auto& one) { return one.thai == name || one.english == name; });
    if (found == names.end()) return {};
    return static_cast<Field>(found - names.begin());
}

bool is_block(Field field) {
    return field > Field::contact;
}

void check(const WordingForm& form, json::Errors& errors) {
    each_line(form.body.value, [&](std::string_view line, std::int64_t number) {
        const auto all = pieces(line);
        for (const auto& piece : all) {
            if (piece.open) errors.add("/body", "brace_alone", {{"line", number}});
            if (!piece.field) continue;
            const auto field = find_field(piece.text);
            if (!field) errors.add("/body", "field_unknown", {{"line", number}, {"field", std::string(piece.text)}});
            if (field && is_block(*field) && all.size() > 1)
                errors.add("/body", "field_stands_alone", {{"line", number}, {"field", std::string(piece.text)}});
        }
    });
}

std::vector<document::Block> fill_in(std::string_view wording, const Filling& filling) {
    Filler filler{filling};
    each_line(wording, [&](std::string_view line, std::int64_t) { filler.add(line); });
    return filler.take();
}

}  // namespace circles
