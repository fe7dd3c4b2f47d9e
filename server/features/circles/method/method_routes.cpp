#include "circles/method/catalogue.hpp"
#include "circles/method/method_page.hpp"
#include "circles/routes.hpp"
#include "http/router.hpp"
#include "journal/journal.hpp"
#include "trace/trace.hpp"

namespace circles {

struct NewMethod {
    records::RecordId owner;
    Method content;
    std::optional<base::Text<0, 40>> copied_from;  // key or number
};
BOOST_DESCRIBE_STRUCT(NewMethod, (), (owner, content, copied_from))

static std::vector<MethodCard> get_methods(http::Call& call) {
    return list_methods(call.read(), call.viewer(), call.language());
}

static MethodReply show_method(http::Call& call, const FoundMethod& method) {
    return method_reply(call.read(), call.viewer(), method, call.language());
}

static http::Page show_method_page(http::Call& call, const FoundMethod& method) {
    return method_page(show_method(call, method), call.language());
}

static void write_beside(db::Tx& tx, http::Call& call, std::string_view action, const records::Envelope& record, const Method& content) {
    records::set_text(tx, record.id, searchable(content));
    journal::record(tx, call.person(), action, {record.id, record.version, json::write(content)});
}

// An organisation's own is there for everybody at once, as what it was copied from is; its stewards narrow it like any record.
static http::Created<records::Envelope> make_method(http::Call& call, const NewMethod& form) {
    records::require_contributor(call.read(), call.viewer(), form.owner);
    const auto from = find_method(call.read(), call.viewer(), base::or_empty(form.copied_from));
    return call.write([&](db::Tx& tx) {
        const auto record = records::insert(tx, call.person(),
                                            {.kind = std::string(MethodTag::kind),
                                             .collection = "methods",
                                             .owner_id = form.owner,
                                             .state = records::State::published,
                                             .description = describe(form.content, call.language()),
                                             .audience = {records::Visibility::public_, {}, {}}});
        insert_method(tx, {record.id.value}, {form.content, from ? from->key : ""});
        if (from && from->own)
            trace::link(tx, call.person(), {.flow = trace::Flow::adapted_into, .up = {from->own->envelope.id}, .down = {record.id}});
        write_beside(tx, call, "circles.method_made", record, form.content);
        return http::Created<records::Envelope>{record};
    });
}

static records::Envelope change_method(http::Call& call, const records::Editable<MethodId>& method, const Method& content) {
    return call.write([&](db::Tx& tx) {
        const auto record =
            records::revise(tx, call.person(), records::record_id(method.id), method.version, describe(content, method->language));
        update_method(tx, method.id, content);
        write_beside(tx, call, "circles.method_edited", record, content);
        return record;
    });
}

void add_method_routes(http::Router& router) {
    router.get("/api/methods", get_methods, access::anyone);
    router.post("/api/methods", make_method, access::may_contribute, http::WriteKind::record);
    router.get("/api/methods/{method}", show_method, access::may_read);
    router.put("/api/methods/{method}", change_method, access::may_edit, http::WriteKind::change);
    router.page("/methods/{method}", show_method_page, access::may_read);
}

}  // namespace circles
