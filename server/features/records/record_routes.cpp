#include "http/router.hpp"
#include "journal/journal.hpp"
#include "records/history.hpp"
#include "records/records.hpp"

namespace records {

struct RecordReply {
    Envelope record;
    Rights rights;
    std::optional<Audience> audience;  // for those who may change it
};
BOOST_DESCRIBE_STRUCT(RecordReply, (), (record, rights, audience))

struct Compare {
    std::int64_t from{};
    std::int64_t to{};
};
BOOST_DESCRIBE_STRUCT(Compare, (), (from, to))

static http::List<Card> list_records(http::Call& call, const http::Query<Wanted>& wanted) {
    auto page = list(call.read(), call.viewer(), *wanted);
    return {std::move(page.cards), page.next ? std::optional(std::to_string(page.next->value)) : std::nullopt};
}

static RecordReply get_record(http::Call& call, const Readable<RecordId>& record) {
    const auto may = rights(record.found);
    return {record.found.envelope, may, may.edit ? std::optional(audience(call.read(), record.id)) : std::nullopt};
}

static Envelope move_to(http::Call& call, const Readable<RecordId>& record, State to, std::string_view action) {
    return call.write([&](db::Tx& tx) { return move_with_inner(tx, call.person(), record.id, to, action); });
}

static void require_publisher(const Readable<RecordId>& record) {
    if (!may_publish(guard(record.found.envelope), record.ties())) throw http::Problem(403, "may_not_publish");
}

static Envelope send_to_review(http::Call& call, const Editable<RecordId>& record) {
    return move_to(call, record, State::review, "records.sent_to_review");
}

static Envelope publish(http::Call& call, const Editable<RecordId>& record) {
    require_publisher(record);
    return move_to(call, record, State::published, "records.published");
}

static Envelope send_back(http::Call& call, const Editable<RecordId>& record) {
    require_publisher(record);
    return move_to(call, record, State::draft, "records.sent_back");
}

static Envelope withdraw(http::Call& call, const Editable<RecordId>& record) {
    require_publisher(record);
    return move_to(call, record, State::withdrawn, "records.withdrawn");
}

// What others have read is taken away only by those who may publish; a draft by anybody who works on it.
static Envelope delete_record(http::Call& call, const Editable<RecordId>& record) {
    if (record->published_at) require_publisher(record);
    require_version(record->version, record.version);
    return move_to(call, record, State::deleted, "records.deleted");
}

static Envelope restore_record(http::Call& call, const Restorable<RecordId>& record) {
    return call.write([&](db::Tx& tx) { return restore_with_inner(tx, call.person(), record.id); });
}

static Audience change_audience(http::Call& call, const Editable<RecordId>& record, const Audience& wanted) {
    require_publisher(record);
    return call.write([&](db::Tx& tx) { return change_audience(tx, call.person(), record.id, record.version, wanted); });
}

static std::vector<Step> get_history(http::Call& call, const Editable<RecordId>& record) {
    return list_steps(call.read(), call.viewer(), record.id);
}

static std::string body_of(http::Call& call, RecordId id, std::int64_t version) {
    auto body = journal::find_body(call.read(), id.value, version);
    if (!body) throw http::not_found();
    return *std::move(body);
}

static std::vector<Difference> compare_versions(http::Call& call, const Editable<RecordId>& record, const http::Query<Compare>& versions) {
    return compare(body_of(call, record.id, versions->from), body_of(call, record.id, versions->to));
}

void add_routes(http::Router& router) {
    router.get("/api/records", list_records, access::anyone);
    router.get("/api/records/{record}", get_record, access::may_read);
    router.del("/api/records/{record}", delete_record, access::may_edit, http::WriteKind::change);
    router.post("/api/records/{record}/restore", restore_record, access::signed_in, http::WriteKind::change);
    router.post("/api/records/{record}/review", send_to_review, access::may_edit, http::WriteKind::change);
    router.post("/api/records/{record}/publish", publish, access::may_edit, http::WriteKind::change);
    router.post("/api/records/{record}/send-back", send_back, access::may_edit, http::WriteKind::change);
    router.post("/api/records/{record}/withdraw", withdraw, access::may_edit, http::WriteKind::change);
    router.put("/api/records/{record}/audience", change_audience, access::may_edit, http::WriteKind::change);
    router.get("/api/records/{record}/history", get_history, access::may_edit);
    router.get("/api/records/{record}/history/compare", compare_versions, access::may_edit);
}

}  // namespace records
