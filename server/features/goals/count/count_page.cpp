#include "goals/count/count_page.hpp"

#include "base/locale.hpp"

namespace goals {

using namespace http::html;  // NOLINT(google-build-using-namespace): the elements of a page read as a page

static std::string number(const std::optional<base::Decimal>& value) {
    constexpr int shown_decimals = 2;
    return value ? base::to_text(base::rounded(*value, shown_decimals)) : "–";
}

static Html item_part(const CountItem& item, std::int64_t present, base::Language language) {
    if (!item.tally) return section(h2(item.title), p(base::say(language, "goals_count_secret_until_closed")));
    std::size_t step = 0;
    const auto level_line = [&](std::int64_t hands) {
        const auto meaning = step < item.levels.size() ? item.levels[step] : "";
        ++step;
        return li(std::to_string(step), " ", meaning, ": ", std::to_string(hands));
    };
    const auto facts = base::say(
        language, "goals_count_result",
        {{"hands", item.tally->hands}, {"present", present}, {"mean", number(item.tally->mean)}, {"spread", number(item.tally->spread)}});
    return section(h2(a(Url::within(item.address), item.title)), p(facts), ul(each(item.tally->levels, level_line)));
}

http::Page count_page(const CountReply& count, base::Language language) {
    const auto& record = count.record;
    const auto title = language == base::Language::en && !record.title_en.empty() ? record.title_en : record.title;
    const auto area = count.area ? p(a(Url::within(count.area->address), count.area->title), " ", count.area->path) : Html();
    const auto led = count.led_by.empty() ? Html() : p(base::say(language, "goals_count_led_by"), " ", count.led_by);
    const auto item = [&](const CountItem& each_item) { return item_part(each_item, count.state.present, language); };
    auto page =
        http::make_page(count, title, record.address,
                        article(p(base::say(language, "records_kind_hand_count")), h1(title), area, led, each(count.state.items, item)));
    page.description = base::say(language, "goals_count_present", {{"count", count.state.present}});
    return page;
}

}  // namespace goals
