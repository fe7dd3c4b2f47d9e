#include "base/bounded.hpp"
#include "http/router.hpp"
#include "journal/journal.hpp"
#include "trace/trace.hpp"
#include "trace/trace_queries.hpp"

namespace trace {

using records::RecordId;

struct LinkForm {
    Flow flow{};
    std::optional<RecordId> up;  // one of the two: the record of the address is the other
    std::optional<RecordId> down;
    std::optional<base::Text<0, 500>> note;
};
BOOST_DESCRIBE_STRUCT(LinkForm, (), (flow, up, down, note))

void check(const LinkForm& form, json::Errors& errors) {
    if (form.up.has_value() == form.down.has_value()) errors.add("/down", "one_of_two");
}

struct OfArea {
    base::AreaId area;
};
BOOST_DESCRIBE_STRUCT(OfArea, (), (area))

static River get_river(http::Call& call, const records::Readable<RecordId>& record) {
    return river(call.read(), call.viewer(), record.id);
}

static River get_area_river(http::Call& call, const http::Query<OfArea>& wanted) {
    return river(call.read(), call.viewer(), wanted->area);
}

static void require_readable(http::Call& call, RecordId id) {
    const auto other = records::find(call.read(), call.viewer(), id);
    if (!other || !records::may_read(records::guard(other->envelope), other->ties)) throw http::not_found();
}

static River make_link(http::Call& call, const records::Writable<RecordId>& record, const LinkForm& form) {
    const NewLink link{form.flow, {form.up.value_or(record.id)}, {form.down.value_or(record.id)}, "", form.note ? form.note->value : ""};
    const auto other = form.up ? *form.up : *form.down;
    if (other == record.id) throw http::Problem(422, "invalid_input").at(form.up ? "/up" : "/down", "itself");
    require_readable(call, other);
    call.write([&](db::Tx& tx) {
        trace::link(tx, call.person(), link);
        journal::record(tx, call.person(), "trace.linked", {record.id, record->version});
    });
    return river(call.read(), call.viewer(), record.id);
}

static void remove_link(http::Call& call, const records::Writable<RecordId>& record, LinkId link) {
    call.write([&](db::Tx& tx) {
        if (delete_link(tx, record.id, link) == 0) throw http::not_found();
        journal::record(tx, call.person(), "trace.unlinked", {record.id, record->version});
    });
}

void add_routes(http::Router& router) {
    router.get("/api/river", get_area_river, access::anyone);
    router.get("/api/records/{record}/river", get_river, access::may_read);
    router.post("/api/records/{record}/links", make_link, access::may_edit, http::WriteKind::change);
    router.del("/api/records/{record}/links/{link}", remove_link, access::may_edit, http::WriteKind::change);
}

}  // namespace trace
