#include "mail/unsent.hpp"

#include "db/db.hpp"

#define MAIL_UNSENT "(state IN ('failed', 'bounced') OR (state = 'queued' AND attempts > 0))"

namespace mail {

std::vector<Unsent> list_unsent(db::Session& db, int limit) {
    return db.all<Unsent>("SELECT id, kind, recipient, subject, state, attempts, problem, queued_at FROM mail_messages WHERE " MAIL_UNSENT
                          " ORDER BY id DESC LIMIT $1",
                          std::int64_t{limit});
}

std::int64_t count_unsent_since(db::Session& db, base::Instant since) {
    return db.one<std::int64_t>("SELECT count(*) FROM mail_messages WHERE queued_at >= $1 AND " MAIL_UNSENT, since);
}

bool try_now(db::Tx& tx, MessageId id) {
    const auto message = find_message(tx, id);
    if (!message || message->state != MessageState::queued) return false;
    add_send_job(tx, id, tx.now());
    return true;
}

std::optional<Unsent> drop(db::Tx& tx, MessageId id) {
    auto unsent = tx.find<Unsent>(
        "SELECT id, kind, recipient, subject, state, attempts, problem, queued_at FROM mail_messages WHERE id = $1 AND " MAIL_UNSENT
        " AND state <> 'bounced'",
        id);
    if (!unsent) return std::nullopt;
    if (unsent->state == MessageState::queued)
        settle(tx, id, MessageState::failed, unsent->problem);
    else
        tx.run("DELETE FROM mail_messages WHERE id = $1", id);
    return unsent;
}

}  // namespace mail
