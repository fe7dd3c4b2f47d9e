#include "imports/work.hpp"

#include <sodium.h>

#include <array>

#include "base/json/json.hpp"
#include "http/problem.hpp"
#include "imports/import_queries.hpp"

namespace imports {

static constexpr std::size_t most_shown = 1'000;  // wrong rows

bool may_start(const Import& import) {
    return import.state == State::looked_at || import.state == State::stopped || import.state == State::failed;
}

bool may_stop(const Import& import) {
    return import.state == State::reading || import.state == State::writing;
}

bool may_undo(const Import& import) {
    return import.done > 0 && (import.state == State::written || import.state == State::stopped || import.state == State::failed);
}

std::string hash_of(std::string_view bytes) {
    std::array<unsigned char, crypto_generichash_BYTES> digest{};
    crypto_generichash(digest.data(), digest.size(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), nullptr, 0);
    std::array<char, 2 * crypto_generichash_BYTES + 1> text{};
    return sodium_bin2hex(text.data(), text.size(), digest.data(), digest.size());
}

void keep_report(db::Tx& tx, ImportId id, base::ImportReport report) {
    const auto wrong_rows = json::write(std::exchange(report.wrong_rows, {}));
    set_texts(tx, id, {json::write(report), wrong_rows, "[]"});
}

ImportId keep_table(db::Tx& tx, const Order& order, const NewImport& table, std::string_view file_hash) {
    Import import;
    import.id = tx.new_id<ImportId>();
    import.subject = table.subject;
    import.entered_by = order.entered_by;
    import.person_id = order.viewer.person;
    import.file_name = table.file_name;
    import.begun_at = tx.now();
    insert_import(tx, import, file_hash, table.content);
    keep_report(tx, import.id, {});
    return import.id;
}

ImportReply reply_of(db::Session& db, const Import& import) {
    const auto texts = get_texts(db, import.id);
    ImportReply reply{"/import/" + std::to_string(import.id.value),
                      import,
                      json::read_own<base::ImportReport>(texts.report),
                      json::read_own<std::vector<KeptRecord>>(texts.kept_records),
                      {}};
    reply.report.wrong_rows = json::read_own<std::vector<base::WrongRow>>(texts.wrong_rows);
    if (reply.report.wrong_rows.size() > most_shown) reply.report.wrong_rows.resize(most_shown);
    return reply;
}

static std::string_view job_of(State state) {
    return state == State::reading ? "imports.read" : state == State::writing ? "imports.write" : "imports.undo";
}

void ask_for_work(db::Tx& tx, const Ticket& ticket, State state, base::Instant not_before) {
    jobs::add(tx, job_of(state), json::write(ticket), not_before);
}

static void go_into(db::Tx& tx, const Import& import, const http::Viewer& viewer, State state) {
    set_state(tx, import.id, state);
    ask_for_work(tx, {import.id, viewer.person, viewer.administrator}, state);
}

void start(db::Tx& tx, const Import& import, const http::Viewer& viewer) {
    go_into(tx, import, viewer, State::reading);
}

void undo(db::Tx& tx, const Import& import, const http::Viewer& viewer) {
    go_into(tx, import, viewer, State::undoing);
}

bool may_bring(db::Session& db, const Subject& subject, const http::Viewer& viewer) {
    return viewer.administrator || (subject.may_bring && subject.may_bring(db, viewer));
}

// Rights may be gone since it was started.
static void require_right(db::Session& db, const Subject& subject, const Order& order) {
    if (order.entered_by)
        records::require_contributor(db, order.viewer, order.entered_by);
    else if (!may_bring(db, subject, order.viewer))
        throw http::not_allowed();
}

static Next work_on(db::Database& database, const Subject& subject, const Order& order, const Kept& import) {
    switch (import.state) {
        case State::reading:
            return read_table(database, subject, order, import);
        case State::writing:
            return write_some(database, subject, order, import);
        case State::undoing:
            return undo_some(database, subject, order, import);
        default:
            return Next::nothing;
    }
}

Next work(db::Database& database, const Subjects& subjects, const Ticket& ticket) {
    const auto import = find_import(*database.read(), ticket.import);
    if (!import) return Next::nothing;
    const Order order{.viewer = {.person = ticket.person, .administrator = ticket.administrator},
                      .entered_by = import->entered_by,
                      .today = base::bangkok_date(database.now())};
    const auto& subject = subjects.find(import->subject)->second;
    try {
        if (may_stop(*import)) require_right(*database.read(), subject, order);
        return work_on(database, subject, order, *import);
    } catch (const http::Problem& problem) {
        database.write([&](db::Tx& tx) { set_state(tx, import->id, State::failed, problem.code()); });
        return Next::nothing;
    }
}

}  // namespace imports
