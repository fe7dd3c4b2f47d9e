#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/ids.hpp"
#include "base/language.hpp"
#include "base/time.hpp"

namespace db {
class Session;
class Tx;
}  // namespace db

namespace mail {

struct MessageTag {};
using MessageId = base::Id<MessageTag>;

enum class MessageState : std::uint8_t { queued, sent, failed, bounced };
BOOST_DESCRIBE_ENUM(MessageState, queued, sent, failed, bounced)

// A message as it will be sent: every try of it is the same to the letter.
struct Message {
    MessageId id;
    std::string token;
    std::string kind;
    std::string recipient;
    std::string recipient_name;
    base::Language language = base::Language::th;
    std::string subject;
    std::string plain;
    std::string html;
    std::string unsubscribe;
    std::string reply_to;
    MessageState state = MessageState::queued;
    std::int64_t attempts = 0;
    std::string problem;
    base::Instant queued_at;
    base::Instant give_up_at;
};
BOOST_DESCRIBE_STRUCT(Message, (),
                      (id, token, kind, recipient, recipient_name, language, subject, plain, html, unsubscribe, reply_to, state, attempts,
                       problem, queued_at, give_up_at))

void insert_message(db::Tx& tx, const Message& message);
std::optional<Message> find_message(db::Session& db, MessageId id);
std::vector<Message> list_messages(db::Session& db, int limit);  // newest first

void add_send_job(db::Tx& tx, MessageId id, base::Instant not_before);

// How many were queued to this address since then, by the clock of now.
struct Span {
    base::Instant since, now;
};
std::int64_t count_queued(db::Session& db, std::string_view recipient, const Span& span);
std::int64_t count_queued(db::Session& db, std::string_view recipient, const Span& span, std::string_view kind);
std::int64_t count_bounced(db::Session& db, std::string_view recipient);

enum class Words : std::uint8_t { kept, erased };
// From now on it is not tried again. Words that may hold links that give a right are erased.
void settle(db::Tx& tx, MessageId id, MessageState state, std::string_view problem, Words words = Words::erased);
void update_attempt(db::Tx& tx, MessageId id, std::int64_t attempts, std::string_view problem);
// What a report about it says. False when no message of that token is there, or it is known to have come back.
bool settle_returned(db::Tx& tx, std::string_view token, MessageState state, std::string_view problem);
// Messages to this address that came back are forgotten: it is written to again.
std::int64_t forgive(db::Tx& tx, std::string_view recipient);

// What nobody sent in its time has failed; what is older than 90 days goes.
void tidy(db::Tx& tx);

}  // namespace mail
