#include "http/router.hpp"
#include "knowledge/reads/read_queries.hpp"
#include "knowledge/reads/reader.hpp"
#include "knowledge/routes.hpp"

namespace knowledge {

// The page says so after some seconds of reading. Who writes an item does not count as its reader.
static void count(http::Call& call, const records::Readable<ItemId>& item) {
    const bool own = item.ties().maker || records::rights(item.found).edit;
    if (own || item->state != records::State::published || is_machine(call.header("User-Agent"))) return;
    const auto who = call.viewer().is_guest() ? call.request().peer : "person " + std::to_string(call.person().value);
    const auto salt = new_salt();
    call.write([&](db::Tx& tx) { count_read(tx, item.id, who, salt); });
}

void add_read_routes(http::Router& router) {
    router.post("/api/knowledge/{item}/reads", count, access::may_read, http::WriteKind::visit);
}

}  // namespace knowledge
