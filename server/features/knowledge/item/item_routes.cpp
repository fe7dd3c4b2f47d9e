#include "http/router.hpp"
#include "journal/journal.hpp"
#include "knowledge/item/item_page.hpp"
#include "knowledge/item/items.hpp"
#include "knowledge/routes.hpp"
#include "site/site.hpp"
#include "trace/trace.hpp"

namespace knowledge {

using records::RecordId;

// What an item came from or answers: the link is made with it.
struct From {
    RecordId record;
    trace::Flow flow{};
};
BOOST_DESCRIBE_STRUCT(From, (), (record, flow))

struct ItemForm {
    Content content;
    RecordId owner;
    std::optional<records::Audience> audience;  // members, unless said otherwise
    std::optional<From> from;
};
BOOST_DESCRIBE_STRUCT(ItemForm, (), (content, owner, audience, from))

struct LicenceForm {
    Licence licence{};
};
BOOST_DESCRIBE_STRUCT(LicenceForm, (), (licence))

static ShownItem show(http::Call& call, RecordId id) {
    const auto found = records::find(call.read(), call.viewer(), id);
    if (!found) throw http::not_found();
    return show_item(call, *found);
}

static void require_readable(http::Call& call, RecordId id) {
    const auto found = records::find(call.read(), call.viewer(), id);
    if (!found || !records::may_read(records::guard(found->envelope), found->ties))
        throw http::Problem(422, "invalid_input").at("/from/record", "not_found");
}

static http::Created<ShownItem> make_item(http::Call& call, const ItemForm& form) {
    records::require_contributor(call.read(), call.viewer(), form.owner);
    if (form.from) require_readable(call, form.from->record);
    const NewItem item{.content = form.content, .owner = form.owner, .audience = form.audience.value_or(records::Audience{})};
    const auto id = call.write([&](db::Tx& tx) {
        const auto record = insert_item(tx, call.person(), item);
        if (form.from) trace::link(tx, call.person(), {.flow = form.from->flow, .up = {form.from->record}, .down = {record.id}});
        return record.id;
    });
    return {show(call, id)};
}

static ShownItem get_item(http::Call& call, const records::Readable<ItemId>& item) {
    return show_item(call, item.found);
}

static http::Page get_page(http::Call& call, const records::Readable<ItemId>& item) {
    return item_page(show_item(call, item.found), call.language());
}

static ShownItem put_item(http::Call& call, const records::Editable<ItemId>& item, const Content& content) {
    call.write([&](db::Tx& tx) { change_item(tx, call.person(), item.found.envelope, item.version, content); });
    return show(call, item.found.envelope.id);
}

struct VersionForm {
    std::int64_t version{};
};
BOOST_DESCRIBE_STRUCT(VersionForm, (), (version))

// An older text comes back as a new version: what was written since is kept in the history like everything else.
static ShownItem bring_back(http::Call& call, const records::Editable<ItemId>& item, const VersionForm& form) {
    const auto kept = journal::find_body(call.read(), item.id.value, form.version);
    json::Errors errors;
    const auto content = json::read<Content>(kept.value_or(""), errors);
    if (!errors.list().empty()) throw http::Problem(422, "invalid_input").at("/version", "version_not_kept");
    return put_item(call, item, content);
}

static http::List<ItemCard> list(http::Call& call, const http::Query<Wanted>& wanted) {
    auto items = list_items(call.read(), call.person(), *wanted);
    const auto limit = static_cast<std::size_t>(wanted->limit ? wanted->limit->value : 20);
    http::List<ItemCard> reply;
    if (items.size() > limit) {
        items.resize(limit);
        reply.next = std::to_string(items.back().id.value);
    }
    reply.items = show_cards(call, std::move(items));
    return reply;
}

static std::vector<TagCount> get_tags(http::Call& call) {
    return list_used_tags(call.read());
}

static LicenceForm get_licence(http::Call& call, const records::Readable<RecordId>& owner) {
    return {default_licence(call.read(), owner.id)};
}

static LicenceForm put_licence(http::Call& call, const records::Readable<RecordId>& owner, const LicenceForm& form) {
    const bool steward = records::role_in(call.read(), call.person(), owner.id) == records::Role::steward;
    if (!steward && !call.viewer().administrator) throw http::not_allowed();
    call.write([&](db::Tx& tx) {
        set_default_licence(tx, owner.id, form.licence);
        const auto body = json::write(form);
        journal::record(tx, call.person(), "knowledge.licence_chosen", {owner.id, owner->version, body});
    });
    return form;
}

void add_item_routes(http::Router& router) {
    router.get("/api/knowledge", list, access::anyone);
    router.post("/api/knowledge", make_item, access::may_contribute, http::WriteKind::record);
    router.get("/api/knowledge/tags", get_tags, access::anyone);
    router.get("/api/knowledge/{item}", get_item, access::may_read);
    router.put("/api/knowledge/{item}", put_item, access::may_edit, http::WriteKind::change);
    router.put("/api/knowledge/{item}/version", bring_back, access::may_edit, http::WriteKind::change);
    router.get("/api/knowledge/licences/{record}", get_licence, access::may_read);
    router.put("/api/knowledge/licences/{record}", put_licence, access::may_contribute, http::WriteKind::change);  // of stewards only
    router.get("/api/site/licence", site::get_section<InstallationLicence>, access::administrator);
    router.put("/api/site/licence", site::change_section<InstallationLicence>, access::administrator, http::WriteKind::office);
    router.page("/knowledge/{item}", get_page, access::may_read);
}

}  // namespace knowledge
