#include "records/argument.hpp"

namespace records {

static std::optional<Found> look_up(http::Call& call, std::string_view kind) {
    const auto number = http::whole_segment(call);
    if (kind == RecordTag::kind) return find(call.read(), call.viewer(), RecordId{number});
    return find(call.read(), call.viewer(), kind, number);
}

// A guest who may read but not change is asked to sign in; somebody known is told no.
static void require(bool allowed, const http::Call& call) {
    if (allowed) return;
    throw call.viewer().is_guest() ? http::sign_in_needed(call.viewer()) : http::not_allowed();
}

Found take_readable(http::Call& call, std::string_view kind) {
    auto found = look_up(call, kind);
    if (!found || !may_read(guard(found->envelope), found->ties)) throw http::not_found();
    return *std::move(found);
}

Found take_editable(http::Call& call, std::string_view kind) {
    auto found = take_readable(call, kind);
    require(may_edit(guard(found.envelope), found.ties), call);
    return found;
}

Found take_moderatable(http::Call& call, std::string_view kind) {
    auto found = take_readable(call, kind);
    require(may_moderate(guard(found.envelope), found.ties), call);
    return found;
}

Found take_restorable(http::Call& call, std::string_view kind) {
    auto found = look_up(call, kind);
    if (!found || !may_restore(guard(found->envelope), found->ties)) throw http::not_found();
    return *std::move(found);
}

bool changes_one(http::Method method) {
    return method == http::Method::put || method == http::Method::patch || method == http::Method::del;
}

std::int64_t take_version(const http::Call& call, const Envelope& envelope) {
    return changes_one(call.request().method) ? call.expected_version() : envelope.version;
}

}  // namespace records
