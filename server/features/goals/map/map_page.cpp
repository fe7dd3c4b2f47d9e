#include "goals/map/map_page.hpp"

#include "base/locale.hpp"
#include "goals/opened/opened_page.hpp"
#include "goals/view/words.hpp"
#include "http/uri.hpp"

namespace goals {

using namespace http::html;  // NOLINT(google-build-using-namespace): the elements of a page read as a page

std::string map_address(std::string_view area, std::string_view indicator, std::string_view period) {
    auto address = "/figures/map?area=" + std::string(area);
    if (!indicator.empty()) address += "&indicator=" + http::encode_component(indicator);
    if (!period.empty()) address += "&period=" + std::string(period);
    return address;
}

namespace {

// What the words of a figure need of it.
Figure figure_of(const MapTile& tile) {
    Figure figure;
    figure.hidden = tile.found == Found::hidden;
    figure.value = tile.value;
    figure.reported = tile.reported;
    figure.expected = tile.expected;
    return figure;
}

std::string said_of(const Traits& traits, const MapTile& tile, base::Language language) {
    if (tile.value || tile.found == Found::hidden) return found_in_words(traits, figure_of(tile), language);
    return base::say(language, "goals_found_" + std::string(base::name_of(tile.found)));
}

Html row_of(const MapNumbers& numbers, const MapTile& tile, base::Language language) {
    const auto address =
        tile.opens ? map_address(tile.code, numbers.code, numbers.period) : figure_address(numbers.code, tile.code, numbers.period);
    return tr(th(a(Url::within(address), tile.title)), td(said_of(numbers.traits, tile, language)),
              numbers.counted ? Html{} : td(coverage_in_words(figure_of(tile), language)));
}

}  // namespace

http::Page map_page(const FiguresMap& map, base::Language language) {
    http::Page page;
    page.address = "/figures/map";
    page.title = base::say(language, "goals_map_of", {{"area", map.area.title}});
    page.description = base::say(language, "goals_map_about");
    if (!map.numbers) {
        page.article = article(h1(page.title), p(base::say(language, "goals_none_here")));
        return page;
    }
    const auto& numbers = *map.numbers;
    const auto indicator = language == base::Language::en && !numbers.title_en.empty() ? numbers.title_en : numbers.title;
    page.title = indicator + " · " + map.area.title + " · " + numbers.period_title;
    page.article = article(
        p(each(map.around,
               [&](const PlaceName& step) { return group(a(Url::within(map_address(step.code, numbers.code)), step.title), " › "); }),
          map.area.title),
        h1(page.title), p(strong(found_in_words(numbers.traits, numbers.whole, language))),
        p(numbers.counted ? base::say(language, "goals_counted_source") : coverage_in_words(numbers.whole, language)),
        table(caption(page.title), tbody(each(numbers.tiles, [&](const MapTile& tile) { return row_of(numbers, tile, language); }))));
    return page;
}

}  // namespace goals
