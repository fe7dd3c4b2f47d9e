#include "goals/situation/sheet_paper.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "base/locale.hpp"
#include "base/thai_calendar.hpp"
#include "goals/view/words.hpp"

namespace goals {

namespace {

using base::Language;
using base::say;

constexpr double title_size = 26, small_title_size = 20, name_size = 18, small_size = 14;
constexpr double largest_near = 14, largest_in_hand = 16;

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

// The time of most of them: it stands at the head, and at each only where it is another.
std::string common_period(const std::vector<const Finding*>& findings) {
    std::map<std::string, int> counts;
    for (const auto* finding : findings) ++counts[finding->newest->title];
    const auto most = std::ranges::max_element(counts, {}, [](const auto& counted) { return counted.second; });
    return most == counts.end() ? std::string() : most->first;
}

// "7/9"; nothing where there is but one place that could report, and it did, and where nobody reports.
std::string coverage_in_figures(const Finding& finding) {
    const auto& figure = finding.figure;
    if (finding.counted || !figure.expected || (*figure.expected == 1 && figure.reported == 1)) return {};
    return number_in_words(base::whole(figure.reported), 0) + "/" + number_in_words(base::whole(*figure.expected), 0);
}

std::string coverage_of(const Finding& finding, Language language) {
    return finding.counted ? say(language, "goals_counted_source") : coverage_in_words(finding.figure, language);
}

class Sheet {
  public:
    Sheet(const Situation& situation, Language language) : situation_(situation), language_(language) {}

    void add_head(std::vector<document::Block>& blocks, base::Instant now, double size) const {
        const auto title = say(language_, "goals_situation_of", {{"area", situation_.area.title}});
        blocks.emplace_back(document::Paragraph{.spans = {{title, document::Weight::bold, size}}, .align = document::Align::middle});
        const auto when = situation_.path + " · " + base::long_date(base::bangkok_date(now), language_);
        blocks.emplace_back(document::Paragraph{.spans = {{when}}, .align = document::Align::middle, .size = small_size});
    }

    void add_for_the_wall(std::vector<document::Block>& blocks, const Finding& finding) const {
        auto head = head_of(finding);
        head.front().size = name_size;
        head.push_back({"  " + coverage_of(finding, language_), document::Weight::regular, small_size});
        blocks.emplace_back(document::Paragraph{.spans = std::move(head), .before = 4});
        if (finding.figure.value)
            blocks.emplace_back(document::Bars{bars_of(finding)});
        else
            blocks.emplace_back(document::Paragraph{.spans = {{found_in_words(finding.traits, finding.figure, language_)}}});
    }

    void add_to_come_near(std::vector<document::Block>& blocks, const std::vector<const Finding*>& findings) const {
        document::Panels panels{.panels = {}, .largest = largest_near};
        for (const auto* finding : findings) {
            auto head = head_of(*finding);
            head.push_back({"  " + coverage_of(*finding, language_)});
            if (!finding->figure.value) head.push_back({"  " + found_in_words(finding->traits, finding->figure, language_)});
            panels.panels.push_back({std::move(head), finding->figure.value ? bars_of(*finding) : std::vector<document::Bar>()});
        }
        blocks.emplace_back(document::Space{small_size});
        blocks.emplace_back(std::move(panels));
    }

    void add_for_the_hand(std::vector<document::Block>& blocks, const std::vector<const Finding*>& findings) const {
        const auto period = common_period(findings);
        blocks.emplace_back(
            document::Paragraph{.spans = {{legend_of(findings, period)}}, .align = document::Align::middle, .size = small_size});
        document::Panels panels{.panels = {}, .largest = largest_in_hand};
        for (const auto* finding : findings) {
            auto head = head_of(*finding);
            if (finding->newest->title != period) head.push_back({"  (" + finding->newest->title + ")"});
            if (!finding->figure.value) head.push_back({"  " + found_in_words(finding->traits, finding->figure, language_)});
            panels.panels.push_back(
                {std::move(head), finding->figure.value ? std::vector{short_bar_of(*finding)} : std::vector<document::Bar>()});
        }
        blocks.emplace_back(document::Space{small_size / 2});
        blocks.emplace_back(std::move(panels));
    }

  private:
    std::string legend_of(const std::vector<const Finding*>& findings, const std::string& period) const {
        auto legend = say(language_, "goals_sheet_legend", {{"period", period}});
        const auto lacks_some = [](const Finding* one) {
            return !coverage_in_figures(*one).empty() && one->figure.reported < one->figure.expected;
        };
        auto counted = std::ranges::find_if(findings, lacks_some);
        if (counted == findings.end())
            counted = std::ranges::find_if(findings, [](const Finding* one) { return !coverage_in_figures(*one).empty(); });
        if (counted == findings.end()) return legend;
        const auto& figure = (*counted)->figure;
        return legend + " · " +
               say(language_, "goals_sheet_legend_reported",
                   {{"example", coverage_in_figures(**counted)},
                    {"reported", number_in_words(base::whole(figure.reported), 0)},
                    {"expected", number_in_words(base::whole(*figure.expected), 0)}});
    }

    document::Spans head_of(const Finding& finding) const {
        document::Spans head{{in_language(finding.title, finding.title_en, language_), document::Weight::bold}};
        if (finding.turn) head.push_back({"  " + say(language_, "goals_turn_" + std::string(base::name_of(*finding.turn)))});
        return head;
    }

    std::vector<document::Bar> bars_of(const Finding& finding) const {
        std::vector<base::Decimal> values{*finding.figure.value};
        if (finding.aim) values.push_back(finding.aim->from);
        const bool has_before = finding.trend.size() > 1;
        if (has_before) values.push_back(*finding.trend[finding.trend.size() - 2].value);
        const auto longest = longest_of(finding, values);
        std::vector<document::Bar> bars;
        const auto add_bar = [&](const std::string& label, base::Decimal value, document::Fill fill) {
            bars.push_back({label, amount_in_words(finding.traits, value, language_), as_double(value) / longest, fill});
        };
        if (has_before) {
            const auto& before = finding.trend[finding.trend.size() - 2];
            add_bar(before.title, *before.value, document::Fill::hatched);
        }
        add_bar(finding.newest->title, *finding.figure.value, document::Fill::solid);
        if (finding.aim) add_bar(say(language_, "goals_sheet_target"), finding.aim->from, document::Fill::open);
        return bars;
    }

    // One bar, with a line across where it is to come to.
    document::Bar short_bar_of(const Finding& finding) const {
        std::vector<base::Decimal> values{*finding.figure.value};
        if (finding.aim) values.push_back(finding.aim->from);
        const auto longest = longest_of(finding, values);
        document::Bar bar{
            .label = "", .text = amount_in_words(finding.traits, values.front(), language_), .share = as_double(values.front()) / longest};
        if (finding.aim) {
            bar.mark = as_double(finding.aim->from) / longest;
            const auto target = number_in_words(finding.aim->from, static_cast<int>(finding.traits.decimals));
            bar.text += " · " + say(language_, "goals_sheet_target") + " " + target;
        }
        if (const auto coverage = coverage_in_figures(finding); !coverage.empty()) bar.text += " · " + coverage;
        return bar;
    }

    const Situation& situation_;
    const Language language_;
};

std::vector<const Finding*> known_of(const Situation& situation) {
    std::vector<const Finding*> known;
    for (const auto& group : situation.groups)
        for (const auto& finding : group.findings)
            if (finding.newest) known.push_back(&finding);
    return known;
}

std::vector<const Finding*> farthest_of(const std::vector<const Finding*>& known, std::size_t most) {
    auto farthest = known;
    std::ranges::stable_sort(farthest, std::ranges::greater{}, [](const Finding* finding) { return lack_of(*finding); });
    if (farthest.size() > most) farthest.resize(most);
    return farthest;
}

}  // namespace

std::size_t most_on_a_sheet(SheetLetters letters) {
    constexpr std::size_t most[] = {4, 9, 31};
    return most[static_cast<std::size_t>(letters)];
}

std::vector<const Finding*> chosen_for_sheet(const Situation& situation, const SheetOrder& order) {
    const auto known = known_of(situation);
    const auto most = most_on_a_sheet(order.letters);
    if (order.codes.empty()) {
        auto farthest = farthest_of(known, most);
        if (order.letters != SheetLetters::hand) return farthest;
        auto as_they_stand = known;
        std::erase_if(as_they_stand, [&](const Finding* finding) { return std::ranges::find(farthest, finding) == farthest.end(); });
        return as_they_stand;
    }
    std::vector<const Finding*> chosen;
    for (const auto& code : order.codes) {
        const auto found = std::ranges::find(known, code, [](const Finding* finding) { return finding->code; });
        if (found != known.end() && chosen.size() < most) chosen.push_back(*found);
    }
    return chosen;
}

document::Document sheet_paper(const Situation& situation, const SheetOrder& order, base::Instant now, Language language) {
    const auto findings = chosen_for_sheet(situation, order);
    document::Document paper{
        .title = say(language, "goals_situation_of", {{"area", situation.area.title}}), .author = "", .made_at = now, .language = language};
    const Sheet sheet(situation, language);
    document::Part part{.numbering = document::Numbering::none};
    sheet.add_head(part.blocks, now, order.letters == SheetLetters::hand ? small_title_size : title_size);
    if (findings.empty())
        part.blocks.emplace_back(document::Paragraph{.spans = {{say(language, "goals_none_here")}}});
    else if (order.letters == SheetLetters::near)
        sheet.add_to_come_near(part.blocks, findings);
    else if (order.letters == SheetLetters::hand)
        sheet.add_for_the_hand(part.blocks, findings);
    else
        for (const auto* finding : findings) sheet.add_for_the_wall(part.blocks, *finding);
    paper.parts.push_back(std::move(part));
    return paper;
}

}  // namespace goals
