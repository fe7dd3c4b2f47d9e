#include "http/router.hpp"
#include "knowledge/reads/read_queries.hpp"
#include "knowledge/reads/reader.hpp"
#include "knowledge/routes.hpp"

namespace knowledge {

// Drafts have no readers, and machines are none.
static void count_act(http::Call& call, const records::Readable<ItemId>& item, Act act) {
    if (item->state != records::State::published || is_machine(call.header("User-Agent"))) return;
    const auto who = call.viewer().is_guest() ? call.request().peer : "person " + std::to_string(call.person().value);
    const auto salt = new_salt();
    call.write([&](db::Tx& tx) { count(tx, item.id, act, who, salt); });
}

// The page says so after some seconds of reading. Who writes an item does not count as its reader.
static void count_read(http::Call& call, const records::Readable<ItemId>& item) {
    const bool own = item.ties().maker || records::rights(item.found).edit;
    if (!own) count_act(call, item, Act::read);
}

// The page says so when a link is taken along or handed to another service, whoever does it.
static void count_share(http::Call& call, const records::Readable<ItemId>& item) {
    count_act(call, item, Act::shared);
}

void add_read_routes(http::Router& router) {
    router.post("/api/knowledge/{item}/reads", count_read, access::may_read, http::WriteKind::visit);
    router.post("/api/knowledge/{item}/shares", count_share, access::may_read, http::WriteKind::visit);
}

}  // namespace knowledge
