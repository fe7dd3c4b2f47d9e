#include "mail/messages.hpp"

#include "db/db.hpp"

#define MAIL_MESSAGE                                                                                                                      \
    "SELECT id, token, kind, recipient, recipient_name, language, subject, plain, html, unsubscribe, reply_to, state, attempts, problem," \
    " queued_at, give_up_at FROM mail_messages"

namespace mail {

namespace {

constexpr std::int64_t day_ms = std::int64_t{24} * 60 * 60 * 1000;

// What lies further ahead was queued while the clock was wrong: it would count until that time comes again.
base::Instant ahead_of(base::Instant now) {
    return {now.ms + day_ms};
}

constexpr std::int64_t kept_ms = 90 * day_ms;

}  // namespace

void insert_message(db::Tx& tx, const Message& message) {
    tx.run(
        "INSERT INTO mail_messages (id, token, kind, recipient, recipient_name, language, subject, plain, html, unsubscribe, reply_to,"
        " state, queued_at, give_up_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)",
        message.id, message.token, message.kind, message.recipient, message.recipient_name, message.language, message.subject,
        message.plain, message.html, message.unsubscribe, message.reply_to, message.state, message.queued_at, message.give_up_at);
}

std::optional<Message> find_message(db::Session& db, MessageId id) {
    return db.find<Message>(MAIL_MESSAGE " WHERE id = $1", id);
}

std::vector<Message> list_messages(db::Session& db, int limit) {
    return db.all<Message>(MAIL_MESSAGE " ORDER BY id DESC LIMIT $1", std::int64_t{limit});
}

std::int64_t count_queued(db::Session& db, std::string_view recipient, const Span& span) {
    return db.one<std::int64_t>("SELECT count(*) FROM mail_messages WHERE recipient = $1 AND queued_at >= $2 AND queued_at <= $3",
                                recipient, span.since, ahead_of(span.now));
}

std::int64_t count_queued(db::Session& db, std::string_view recipient, const Span& span, std::string_view kind) {
    return db.one<std::int64_t>(
        "SELECT count(*) FROM mail_messages WHERE recipient = $1 AND queued_at >= $2 AND queued_at <= $3 AND kind = $4", recipient,
        span.since, ahead_of(span.now), kind);
}

std::int64_t count_bounced(db::Session& db, std::string_view recipient) {
    return db.one<std::int64_t>("SELECT count(*) FROM mail_messages WHERE recipient = $1 AND state = 'bounced'", recipient);
}

void settle(db::Tx& tx, MessageId id, MessageState state, std::string_view problem, Words words) {
    tx.run("UPDATE mail_messages SET state = $2, problem = $3, settled_at = $4 WHERE id = $1", id, state, problem, tx.now());
    if (words == Words::erased) tx.run("UPDATE mail_messages SET plain = '', html = '' WHERE id = $1", id);
}

void update_attempt(db::Tx& tx, MessageId id, std::int64_t attempts, std::string_view problem) {
    tx.run("UPDATE mail_messages SET attempts = $2, problem = $3 WHERE id = $1", id, attempts, problem);
}

bool settle_returned(db::Tx& tx, std::string_view token, MessageState state, std::string_view problem) {
    return tx.run(
               "UPDATE mail_messages SET state = $2, problem = $3, settled_at = $4, plain = '', html = ''"
               " WHERE token = $1 AND state IN ('queued', 'sent')",
               token, state, problem, tx.now()) == 1;
}

std::int64_t forgive(db::Tx& tx, std::string_view recipient) {
    return tx.run("UPDATE mail_messages SET state = 'failed' WHERE recipient = $1 AND state = 'bounced'", recipient);
}

void tidy(db::Tx& tx) {
    tx.run("UPDATE mail_messages SET state = 'failed', settled_at = $1, plain = '', html = '' WHERE state = 'queued' AND give_up_at <= $1",
           tx.now());
    tx.run("DELETE FROM mail_messages WHERE state <> 'queued' AND queued_at <= $1", base::Instant{tx.now().ms - kept_ms});
}

}  // namespace mail
