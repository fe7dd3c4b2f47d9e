#include "base/locale.hpp"
#include "http/page.hpp"
#include "http/router.hpp"
#include "journal/journal.hpp"
#include "knowledge/item/item_queries.hpp"
#include "knowledge/routes.hpp"

namespace knowledge {

using records::RecordId;

struct SeriesForm {
    base::Line title;
    std::optional<base::Text<0, 500>> summary;
    RecordId owner;
    std::optional<records::Audience> audience;
};
BOOST_DESCRIBE_STRUCT(SeriesForm, (), (title, summary, owner, audience))

struct SeriesReply {
    records::Envelope record;
    records::Rights rights;
    std::vector<PartCard> parts;
};
BOOST_DESCRIBE_STRUCT(SeriesReply, (), (record, rights, parts))

static SeriesReply show(http::Call& call, const records::Found& found) {
    return {found.envelope, records::rights(found), list_parts(call.read(), call.person(), {found.envelope.id.value})};
}

// A series is there for everybody at once: what its parts are, each of them decides.
static http::Created<SeriesReply> make_series(http::Call& call, const SeriesForm& form) {
    records::require_contributor(call.read(), call.viewer(), form.owner);
    const auto id = call.write([&](db::Tx& tx) {
        const auto record = records::insert(tx, call.person(),
                                            {.kind = std::string(SeriesTag::kind),
                                             .collection = "series",
                                             .owner_id = form.owner,
                                             .state = records::State::published,
                                             .description = {.title = form.title.value, .summary = form.summary ? form.summary->value : ""},
                                             .audience = form.audience.value_or(records::Audience{records::Visibility::public_})});
        const auto body = json::write(form);
        journal::record(tx, call.person(), "knowledge.series_made", {record.id, record.version, body});
        return record.id;
    });
    return {show(call, *records::find(call.read(), call.viewer(), id))};
}

static SeriesReply get_series(http::Call& call, const records::Readable<SeriesId>& series) {
    return show(call, series.found);
}

static http::Page get_page(http::Call& call, const records::Readable<SeriesId>& series) {
    using namespace http::html;
    const auto reply = show(call, series.found);
    const auto part = [&](const PartCard& card) {
        const auto number = base::say(call.language(), "knowledge_part", {{"part", std::to_string(card.part)}});
        return li(a(Url::within(card.address), number, " ", card.title));
    };
    auto page = http::make_page(reply, reply.record.title, reply.record.address,
                                article(h1(reply.record.title), p(reply.record.summary), ol(each(reply.parts, part))));
    page.description = reply.record.summary;
    return page;
}

void add_series_routes(http::Router& router) {
    router.post("/api/series", make_series, access::may_contribute, http::WriteKind::record);
    router.get("/api/series/{series}", get_series, access::may_read);
    router.page("/series/{series}", get_page, access::may_read);
}

}  // namespace knowledge
