#include "goals/situation/sheet_paper.hpp"

#include <algorithm>
#include <cmath>

#include "base/locale.hpp"
#include "base/thai_calendar.hpp"
#include "goals/view/words.hpp"

namespace goals {

namespace {

using base::Language;
using base::say;

constexpr double title_size = 26, name_size = 18, small_size = 14;

std::string in_language(const std::string& thai, const std::string& english, Language language) {
    return language == Language::en && !english.empty() ? english : thai;
}

double as_double(base::Decimal number) {
    return static_cast<double>(number.value);
}

// How far from the goal, as a share of it.
double lack_of(const Finding& finding) {
    if (!finding.aim || finding.aim->gap == base::Decimal{}) return 0;
    return as_double(finding.aim->gap) / std::max(1.0, std::abs(as_double(finding.aim->from)));
}

// The length that all of one indicator's bars are shares of: a percentage's and a score's whole, else the longest of them.
double longest_of(const Finding& finding, const std::vector<base::Decimal>& values) {
    if (finding.traits.calculation == Calculation::score) return as_double(base::whole(5));
    if (finding.traits.calculation == Calculation::ratio && finding.traits.factor.value == 100) return as_double(base::whole(100));
    double longest = 1;
    for (const auto value : values) longest = std::max(longest, as_double(value));
    return longest;
}

class Sheet {
  public:
    Sheet(const Situation& situation, Language language) : situation_(situation), language_(language) {}

    void add_head(std::vector<document::Block>& blocks, base::Instant now) const {
        const auto title = say(language_, "goals_situation_of", {{"area", situation_.area.title}});
        blocks.emplace_back(document::Paragraph{.spans = {{title, document::Weight::bold, title_size}}, .align = document::Align::middle});
        const auto when = situation_.path + " · " + base::long_date(base::bangkok_date(now), language_);
        blocks.emplace_back(document::Paragraph{.spans = {{when}}, .align = document::Align::middle, .size = small_size});
    }

    void add(std::vector<document::Block>& blocks, const Finding& finding) const {
        document::Paragraph head{.spans = {{in_language(finding.title, finding.title_en, language_), document::Weight::bold, name_size}},
                                 .before = 4};
        if (finding.turn) head.spans.push_back({"  " + say(language_, "goals_turn_" + std::string(base::name_of(*finding.turn)))});
        head.spans.push_back({"  " + coverage_in_words(finding.figure, language_), document::Weight::regular, small_size});
        blocks.emplace_back(std::move(head));
        if (finding.figure.value)
            blocks.emplace_back(bars_of(finding));
        else
            blocks.emplace_back(document::Paragraph{.spans = {{found_in_words(finding.traits, finding.figure, language_)}}});
    }

  private:
    document::Bars bars_of(const Finding& finding) const {
        std::vector<base::Decimal> values{*finding.figure.value};
        if (finding.aim) values.push_back(finding.aim->from);
        const bool has_before = finding.trend.size() > 1;
        if (has_before) values.push_back(*finding.trend[finding.trend.size() - 2].value);
        const auto longest = longest_of(finding, values);
        document::Bars bars;
        const auto add_bar = [&](const std::string& label, base::Decimal value, document::Fill fill) {
            bars.bars.push_back({label, amount_in_words(finding.traits, value, language_), as_double(value) / longest, fill});
        };
        if (has_before) {
            const auto& before = finding.trend[finding.trend.size() - 2];
            add_bar(before.title, *before.value, document::Fill::hatched);
        }
        add_bar(finding.newest->title, *finding.figure.value, document::Fill::solid);
        if (finding.aim) add_bar(say(language_, "goals_sheet_target"), finding.aim->from, document::Fill::open);
        return bars;
    }

    const Situation& situation_;
    const Language language_;
};

}  // namespace

std::vector<const Finding*> chosen_for_sheet(const Situation& situation, const std::vector<std::string>& codes) {
    std::vector<const Finding*> known;
    for (const auto& group : situation.groups)
        for (const auto& finding : group.findings)
            if (finding.newest) known.push_back(&finding);
    if (codes.empty()) {
        std::ranges::stable_sort(known, std::ranges::greater{}, [](const Finding* finding) { return lack_of(*finding); });
        if (known.size() > most_on_a_sheet) known.resize(most_on_a_sheet);
        return known;
    }
    std::vector<const Finding*> chosen;
    for (const auto& code : codes) {
        const auto found = std::ranges::find(known, code, [](const Finding* finding) { return finding->code; });
        if (found != known.end() && chosen.size() < most_on_a_sheet) chosen.push_back(*found);
    }
    return chosen;
}

document::Document sheet_paper(const Situation& situation, const std::vector<const Finding*>& findings, base::Instant now,
                               Language language) {
    document::Document paper{
        .title = say(language, "goals_situation_of", {{"area", situation.area.title}}), .author = "", .made_at = now, .language = language};
    const Sheet sheet(situation, language);
    document::Part part{.numbering = document::Numbering::none};
    sheet.add_head(part.blocks, now);
    for (const auto* finding : findings) sheet.add(part.blocks, *finding);
    if (findings.empty()) part.blocks.emplace_back(document::Paragraph{.spans = {{say(language, "goals_none_here")}}});
    paper.parts.push_back(std::move(part));
    return paper;
}

}  // namespace goals
