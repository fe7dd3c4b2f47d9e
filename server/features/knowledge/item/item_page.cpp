#include "knowledge/item/item_page.hpp"

#include <algorithm>

#include "base/json/json.hpp"
#include "base/locale.hpp"
#include "base/thai_calendar.hpp"
#include "markdown/markdown.hpp"

namespace knowledge {

using namespace http::html;
using base::say;

static Html rendered(std::string_view text) {
    return Html::trusted(markdown::to_html(text));
}

static Html facts(const ShownItem& item, base::Language language) {
    Html line = http::html::time(datetime(base::to_iso(item.record.happened_on)), base::long_date(item.record.happened_on, language));
    if (!item.credit.empty()) line += group(" · ", item.credit);
    if (item.area) line += group(" · ", a(Url::within(item.area->address), item.area->title));
    if (item.owner) line += group(" · ", a(Url::within(item.owner->address), item.owner->title));
    return p(css("facts"), say(language, "knowledge_kind_" + std::string(base::name_of(item.kind))), " · ", line);
}

static Html sections(const ShownItem& item, base::Language language) {
    return each(item.sections, [&](const Section& section) {
        if (section.body.value.empty()) return Html();
        return http::html::section(h2(say(language, "knowledge_heading_" + std::string(base::name_of(section.heading)))),
                                   rendered(section.body.value));
    });
}

static Html document(const ShownItem& item, base::Language language) {
    if (!item.document) return {};
    const auto row = [&](std::string_view key, std::string_view text) {
        return text.empty() ? Html() : group(dt(say(language, key)), dd(text));
    };
    return dl(row("knowledge_author_body", item.document->author_body.value), row("knowledge_edition", item.document->edition.value),
              row("knowledge_isbn", item.document->isbn.value));
}

static Html pictures(const ShownItem& item) {
    return each(item.files, [](const files::File& file) {
        if (file.group != files::Group::picture || file.sizes != files::Sizes::made) return Html();
        return figure(img(Url::within(file.address + "/page"), file.alternative_text),
                      file.caption.empty() ? Html() : figcaption(file.caption));
    });
}

static Html attachments(const ShownItem& item, base::Language language) {
    const auto links = each(item.files, [](const files::File& file) {
        return file.group == files::Group::picture ? Html() : li(a(Url::within(file.address), file.name));
    });
    return links.empty() ? Html() : http::html::section(h2(say(language, "knowledge_attachments")), ul(links));
}

static Html series(const ShownItem& item, base::Language language) {
    if (!item.series) return {};
    const auto neighbour = [&](std::string_view key, const std::optional<PartCard>& part) {
        return part ? p(say(language, key), " ", a(Url::within(part->address), part->title)) : Html();
    };
    const auto& view = *item.series;
    return nav(p(a(Url::within(view.address), view.title), " · ", say(language, "knowledge_part", {{"part", std::to_string(view.part)}})),
               neighbour("knowledge_previous", view.previous), neighbour("knowledge_next", view.next),
               view.continued && !view.next ? p(say(language, "knowledge_continued")) : Html());
}

static Html list(const std::string& heading, const std::vector<records::Card>& cards) {
    if (cards.empty()) return {};
    const auto link = [](const records::Card& card) { return li(a(Url::within(card.address), card.title)); };
    return http::html::section(h2(heading), ul(each(cards, link)));
}

static Html source(const ShownItem& item, base::Language language) {
    return item.source.empty() ? Html() : p(say(language, "knowledge_source"), ": ", cite(item.source));
}

http::Page item_page(const ShownItem& item, base::Language language) {
    const auto text = article(h1(item.record.title), facts(item, language), series(item, language), document(item, language),
                              rendered(item.body), sections(item, language), pictures(item), attachments(item, language),
                              list(say(language, "knowledge_answers"), item.answers),
                              list(say(language, "knowledge_answers_to"), item.answers_to), footer(source(item, language), p(item.reuse)));
    auto page = http::make_page(item, item.record.title, item.record.address, text);
    page.description = item.record.summary;
    const auto picture = std::ranges::find_if(item.files, [](const files::File& file) { return file.sizes == files::Sizes::made; });
    if (picture != item.files.end()) page.image = picture->address + "/card";
    return page;
}

}  // namespace knowledge
