#include "base/enum_names.hpp"
#include "base/locale.hpp"
#include "goals/dashboard/shown_dashboard.hpp"
#include "goals/exceptions/words.hpp"
#include "goals/view/words.hpp"
#include "markdown/markdown.hpp"

namespace goals {

using namespace http::html;  // NOLINT(google-build-using-namespace): the elements of a page read as a page

namespace {

// "ร้อยละ 75.0", or why there is none.
std::string cell_in_words(const Traits& traits, const BlockCell& cell, base::Language language) {
    if (cell.value) return amount_in_words(traits, *cell.value, language);
    return base::say(language, cell.found == Found::hidden ? "goals_hidden" : "goals_found_" + std::string(base::name_of(cell.found)));
}

// An indicator's table: an area a row, a period a column.
Html figures_of(const ShownBlock& shown, const BlockIndicator& indicator, base::Language language) {
    if (indicator.periods.empty())
        return p(in_language(indicator.title, indicator.title_en, language), " ", base::say(language, "goals_found_missing"));
    const auto heading = each(indicator.periods, [](const BlockPeriod& period) { return th(period.title); });
    Html rows;
    for (std::size_t i = 0; i < shown.areas.size(); ++i) {
        const auto cell = [&](const BlockCell& each_cell) { return td(cell_in_words(indicator.traits, each_cell, language)); };
        rows += tr(th(shown.areas[i].title), each(indicator.rows[i].cells, cell));
    }
    return table(caption(in_language(indicator.title, indicator.title_en, language)), thead(tr(td(""), heading)), tbody(rows));
}

Html mark_line(const ShownMark& mark) {
    return li(mark.period_title, " ", base::to_text(mark.value), mark.value_to ? "–" + base::to_text(*mark.value_to) : std::string());
}

Html ladder_part(const ShownBlock& shown, base::Language language) {
    auto link = p(a(Url::within(shown.goal->address), in_language(shown.goal->title, shown.goal->title_en, language)));
    if (!shown.ladder) return link;
    const auto progress = base::say(language, "goals_progress_" + std::string(base::name_of(shown.ladder->progress)));
    const auto begun = shown.ladder->baseline ? mark_line(*shown.ladder->baseline) : Html();
    return group(link, p(progress), ul(begun, each(shown.ladder->targets, mark_line)));
}

Html exceptions_part(const ShownBlock& shown, base::Language language) {
    const auto typed = base::or_empty(shown.block.title);
    const auto line = [&](const ExceptionLine& one) {
        return li(one.area.title, " · ", in_language(one.title, one.title_en, language), ": ", reasons_in_words(one, language));
    };
    return section(h2(typed.empty() ? base::say(language, "goals_exceptions") : typed), p(summary_in_words(*shown.exceptions, language)),
                   ul(each(shown.exceptions->lines, line)),
                   each(notes_in_words(*shown.exceptions, language), [](const std::string& note) { return p(note); }));
}

Html block_part(const ShownBlock& shown, base::Language language) {
    const auto typed = base::or_empty(shown.block.title);
    const auto heading = typed.empty() ? Html() : h2(typed);
    if (shown.fault) return section(heading, p(base::say(language, "goals_block_" + std::string(base::name_of(*shown.fault)))));
    if (shown.block.look == BlockLook::text) return section(heading, Html::trusted(markdown::to_html(base::or_empty(shown.block.text))));
    if (shown.exceptions) return exceptions_part(shown, language);
    if (shown.goal) return section(heading, ladder_part(shown, language));
    return section(heading, each(shown.indicators, [&](const BlockIndicator& one) { return figures_of(shown, one, language); }));
}

}  // namespace

http::Page dashboard_page(const ShownDashboard& dashboard, base::Language language) {
    const auto& record = dashboard.record;
    const auto title = in_language(record.title, record.title_en, language);
    const auto block = [&](const ShownBlock& shown) { return block_part(shown, language); };
    auto page = http::make_page(
        dashboard, title, record.address,
        article(p(base::say(language, "records_kind_dashboard")), h1(title), p(dashboard.area.title),
                dashboard.period ? p(dashboard.period->title) : Html(), p(dashboard.purpose), each(dashboard.blocks, block)));
    page.description = record.summary;
    return page;
}

http::Page dashboards_page(const std::vector<DashboardCard>& dashboards, base::Language language) {
    const auto line = [&](const DashboardCard& card) {
        return li(a(Url::within(card.address), in_language(card.title, card.title_en, language)), " ", card.area_title);
    };
    http::Page page;
    page.title = base::say(language, "goals_dashboards");
    page.description = base::say(language, "goals_dashboards_about");
    page.address = "/dashboards";
    page.article = article(h1(page.title), p(page.description), ul(each(dashboards, line)));
    return page;
}

}  // namespace goals
