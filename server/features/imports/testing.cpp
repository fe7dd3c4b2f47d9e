#include "imports/testing.hpp"

#include "imports/import_queries.hpp"
#include "imports/work.hpp"

namespace imports::testing {

ImportReply take_back(db::Database& database, const Subjects& subjects, const http::Viewer& viewer, ImportId id) {
    database.write([&](db::Tx& tx) { set_state(tx, id, State::undoing); });
    while (work(database, subjects, {id, viewer.person, viewer.administrator}) == Next::more) {
    }
    auto lease = database.read();
    return reply_of(*lease, *find_import(*lease, id));
}

}  // namespace imports::testing
