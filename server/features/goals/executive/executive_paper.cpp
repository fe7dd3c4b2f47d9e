#include "goals/executive/executive_paper.hpp"

#include <algorithm>
#include <cmath>

#include "base/first_words.hpp"
#include "base/locale.hpp"
#include "base/thai_calendar.hpp"
#include "goals/exceptions/words.hpp"
#include "goals/view/words.hpp"

namespace goals {

namespace {

using base::Language;
using base::say;
using document::Align;
using document::Weight;

constexpr double title_size = 22, head_size = 16, number_size = 14, small_size = 12;
constexpr std::size_t title_bytes = 420;  // some 140 Thai letters

std::string joined(const std::vector<std::string>& parts) {
    std::string all;
    for (const auto& part : parts)
        if (!part.empty()) all += (all.empty() ? "" : " · ") + part;
    return all;
}

class Paper {
  public:
    Paper(const ExecutiveReport& report, const Printing& printing, const PaperBounds& bounds)
        : report_(report), printing_(printing), bounds_(bounds), language_(printing.language) {}

    std::vector<document::Block> run() && {
        add_head();
        add_numbers();
        add_trends();
        add_lists();
        if (report_.numbers.empty() && report_.exceptions.empty())
            add_line(say(language_, report_.blocks == 0 ? "goals_dashboard_empty" : "goals_executive_nothing"));
        add_foot();
        return std::move(blocks_);
    }

  private:
    template <class Titled>
    std::string called(const Titled& titled) const {
        return base::first_words(in_language(titled.title, titled.title_en, language_), bounds_.name_bytes);
    }
    void add_line(const std::string& text, double size = 0, Align align = Align::start) {
        blocks_.emplace_back(document::Paragraph{.spans = {{text}}, .align = align, .size = size});
    }
    void add_heading(const std::string& text) {
        blocks_.emplace_back(document::Paragraph{.spans = {{text, Weight::bold, head_size}}, .before = 6});
    }

    void add_head() {
        const auto owner = base::first_words(in_language(report_.owner, report_.owner_en, language_), title_bytes);
        add_line(joined({say(language_, "goals_executive"), owner}), small_size, Align::middle);
        const auto title = base::first_words(in_language(report_.title, report_.title_en, language_), title_bytes);
        blocks_.emplace_back(document::Paragraph{.spans = {{title, Weight::bold, title_size}}, .align = Align::middle});
        add_line(report_.path.empty() ? report_.area.title : report_.path, number_size, Align::middle);
        const auto period = report_.period_title.empty() ? say(language_, "goals_executive_newest") : report_.period_title;
        const auto day = base::long_date(base::bangkok_date(printing_.now), language_);
        add_line(joined({say(language_, "goals_executive_period", {{"period", period}}),
                         say(language_, "goals_executive_as_of", {{"day", day}})}),
                 small_size, Align::middle);
    }

    // ---- key numbers ----

    std::string place_and_time(const KeyNumber& number) const {
        const auto& periods = number.indicator.periods;
        return joined({number.area.code == report_.area.code ? "" : number.area.title, number.group,
                       periods.empty() || periods.back().title == report_.period_title ? "" : periods.back().title});
    }

    std::string found_in_words(const KeyNumber& number) const {
        const auto& cells = number.indicator.rows.front().cells;
        if (cells.empty()) return say(language_, "goals_found_missing");
        const auto& cell = cells.back();
        if (cell.value) return amount_in_words(number.indicator.traits, *cell.value, language_);
        return say(language_, cell.found == Found::hidden ? "goals_hidden" : "goals_found_" + std::string(base::name_of(cell.found)));
    }

    std::string target_in_words(const BlockIndicator& indicator) const {
        const auto& cells = indicator.rows.front().cells;
        if (!indicator.aim) return {};
        auto aim = say(language_, "goals_aim", {{"aim", aim_in_words(indicator.traits, *indicator.aim, language_)}});
        if (cells.empty() || !cells.back().value) return aim;
        if (indicator.aim->gap == base::Decimal{}) return aim + " " + say(language_, "goals_aim_reached");
        return aim + " " + say(language_, "goals_aim_gap", {{"gap", amount_in_words(indicator.traits, indicator.aim->gap, language_)}});
    }

    std::string change_in_words(const BlockIndicator& indicator) const {
        const auto& cells = indicator.rows.front().cells;
        if (!indicator.turn || cells.size() < 2) return {};
        const auto before = amount_in_words(indicator.traits, *cells[cells.size() - 2].value, language_);
        return say(language_, "goals_turn_" + std::string(base::name_of(*indicator.turn))) + " " +
               say(language_, "goals_turn_from", {{"before", before}, {"period", indicator.periods[cells.size() - 2].title}});
    }

    std::string coverage_in_words(const BlockIndicator& indicator) const {
        const auto& cells = indicator.rows.front().cells;
        if (cells.empty()) return {};
        const auto& cell = cells.back();
        if (cell.reported == 0 && cell.entered) return say(language_, "goals_reported_itself");
        const auto reported = number_in_words(base::whole(cell.reported), 0);
        if (!cell.expected) return say(language_, "goals_reported", {{"reported", reported}});
        return say(language_, "goals_from_of", {{"reported", reported}, {"expected", number_in_words(base::whole(*cell.expected), 0)}});
    }

    void add_numbers() {
        if (report_.numbers.empty()) return;
        add_heading(say(language_, "goals_executive_numbers"));
        const auto shown = std::min(bounds_.numbers, report_.numbers.size());
        for (std::size_t i = 0; i < shown; ++i) add_number(report_.numbers[i]);
        const auto rest = static_cast<std::int64_t>(report_.numbers.size() - shown + report_.more_numbers);
        if (rest > 0) add_line(say(language_, "goals_executive_more_numbers", {{"count", rest}}), small_size);
    }

    void add_number(const KeyNumber& number) {
        const auto where = place_and_time(number);
        const auto& indicator = number.indicator;
        const auto more = joined({target_in_words(indicator), change_in_words(indicator), coverage_in_words(indicator)});
        blocks_.emplace_back(document::Paragraph{.spans = {{called(indicator) + (where.empty() ? "" : " (" + where + ")") + "  "},
                                                           {found_in_words(number), Weight::bold},
                                                           {more.empty() ? "" : " · " + more, Weight::regular, small_size}},
                                                 .size = number_size});
    }

    // ---- trends ----

    static std::size_t told_in(const BlockIndicator& indicator) {
        const auto& cells = indicator.rows.front().cells;
        return static_cast<std::size_t>(std::ranges::count_if(cells, [](const BlockCell& cell) { return cell.value.has_value(); }));
    }

    void add_trends() {
        std::size_t drawn = 0;
        for (const auto& number : report_.numbers) {
            if (drawn == bounds_.trends) return;
            if (told_in(number.indicator) < 2) continue;
            const auto where = number.area.code == report_.area.code ? "" : number.area.title;
            add_heading(joined({say(language_, "goals_executive_trend") + ": " + called(number.indicator), where, number.group}));
            blocks_.emplace_back(bars_of(number.indicator));
            ++drawn;
        }
    }

    // The newest solid, those before it hatched.
    document::Bars bars_of(const BlockIndicator& indicator) const {
        const auto& cells = indicator.rows.front().cells;
        const auto size = [](base::Decimal number) { return std::abs(static_cast<double>(number.value)); };
        double longest = 0;
        for (const auto& cell : cells)
            if (cell.value) longest = std::max(longest, size(*cell.value));
        const auto share = [&](base::Decimal number) { return longest > 0 ? size(number) / longest : 0; };
        document::Bars bars;
        for (std::size_t i = 0; i < cells.size(); ++i) {
            if (!cells[i].value) continue;
            const auto fill = i + 1 == cells.size() ? document::Fill::solid : document::Fill::hatched;
            bars.bars.push_back(
                {indicator.periods[i].title, amount_in_words(indicator.traits, *cells[i].value, language_), share(*cells[i].value), fill});
        }
        return bars;
    }

    // ---- what to look into ----

    void add_lists() {
        auto left = bounds_.lines;
        auto lists = report_.exceptions.size();
        for (const auto& shown : report_.exceptions) {
            const auto most = std::max<std::size_t>(1, left / lists--);
            const auto used = std::min(most, shown.exceptions->lines.size());
            left -= std::min(left, used);
            add_list(shown, used);
        }
        const auto rest = static_cast<std::int64_t>(report_.more_lists);
        if (rest > 0) add_line(say(language_, "goals_executive_more_lists", {{"count", rest}}), small_size);
    }

    void add_list(const ShownBlock& shown, std::size_t most) {
        auto list = *shown.exceptions;
        const auto typed = base::or_empty(shown.block.title);
        const auto title = typed.empty() ? say(language_, "goals_exceptions") : base::first_words(typed, bounds_.name_bytes);
        const bool is_elsewhere = shown.areas.front().code != report_.area.code;
        add_heading(is_elsewhere ? joined({title, shown.areas.front().title}) : title);
        const auto what = is_of_one_indicator(list) ? called(list.lines.front()) + when(list.lines.front()) : std::string();
        add_line(joined({what, summary_in_words(list, language_), list.lines.empty() ? "" : say(language_, "goals_exceptions_about")}),
                 small_size);
        list.more += static_cast<std::int64_t>(list.lines.size() - most);
        list.lines.resize(most);
        for (const auto& line : list.lines) add_exception(line, what.empty());
        if (const auto notes = joined(notes_in_words(list, language_)); !notes.empty()) add_line(notes, small_size);
    }

    static bool is_of_one_indicator(const ExceptionList& list) {
        const auto is_first = [&](const ExceptionLine& line) {
            return line.code == list.lines.front().code && line.period == list.lines.front().period;
        };
        return list.lines.size() > 1 && std::ranges::all_of(list.lines, is_first);
    }

    // An indicator that all lines are of stands over them.
    void add_exception(const ExceptionLine& line, bool with_indicator) {
        const auto name = with_indicator ? " " + called(line) + when(line) : std::string();
        blocks_.emplace_back(document::Paragraph{
            .spans = {{"• " + line.area.title, Weight::bold}, {name + ": " + reasons_in_words(line, language_)}}, .size = small_size});
    }

    std::string when(const ExceptionLine& line) const {
        return line.period_title.empty() || line.period_title == report_.period_title ? "" : " (" + line.period_title + ")";
    }

    void add_foot() {
        const auto title = base::first_words(in_language(report_.title, report_.title_en, language_), title_bytes);
        blocks_.emplace_back(document::Space{6});
        add_line(say(language_, "goals_executive_source", {{"title", title}, {"address", printing_.origin + report_.address}}), small_size);
        add_line(say(language_, "goals_executive_notes"), small_size);
    }

    const ExecutiveReport& report_;
    const Printing& printing_;
    const PaperBounds& bounds_;
    const Language language_;
    std::vector<document::Block> blocks_;
};

}  // namespace

document::Document executive_paper(const ExecutiveReport& report, const Printing& printing, const PaperBounds& bounds) {
    const auto title = in_language(report.title, report.title_en, printing.language);
    document::Document paper{.title = say(printing.language, "goals_executive") + " " + title,
                             .author = in_language(report.owner, report.owner_en, printing.language),
                             .made_at = printing.now,
                             .language = printing.language};
    paper.parts.push_back({.blocks = Paper(report, printing, bounds).run(), .numbering = document::Numbering::none});
    return paper;
}

std::vector<document::Document> executive_papers(const ExecutiveReport& report, const Printing& printing) {
    static constexpr PaperBounds steps[] = {{8, 2, 12, 210}, {8, 1, 10, 210}, {8, 1, 8, 150}, {6, 1, 6, 150}, {6, 0, 8, 150},
                                            {5, 0, 6, 120},  {4, 0, 5, 120},  {3, 0, 3, 90},  {1, 0, 1, 60}};
    std::vector<document::Document> papers;
    papers.reserve(std::size(steps));
    for (const auto& bounds : steps) papers.push_back(executive_paper(report, printing, bounds));
    return papers;
}

}  // namespace goals
