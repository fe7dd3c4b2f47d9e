#pragma once

#include <optional>
#include <string>
#include <vector>

#include "mail/messages.hpp"

// What did not reach anybody, for whoever looks after an installation.
namespace mail {

// A message that was given up or came back, or that waits after a try that failed. Without its words: they may hold links that give a
// right.
struct Unsent {
    MessageId id;
    std::string kind;
    std::string recipient;
    std::string subject;
    MessageState state{};
    std::int64_t attempts{};
    std::string problem;  // what the mail server said last
    base::Instant queued_at;
};
BOOST_DESCRIBE_STRUCT(Unsent, (), (id, kind, recipient, subject, state, attempts, problem, queued_at))

std::vector<Unsent> list_unsent(db::Session& db, int limit);  // newest first
std::int64_t count_unsent_since(db::Session& db, base::Instant since);

// A message that waits is tried now. False if it does not wait any more.
bool try_now(db::Tx& tx, MessageId id);
// One that waits is given up, one that was given up is forgotten; nothing for others. What came back is kept: it tells that nobody is at
// that address, until it is forgiven.
std::optional<Unsent> drop(db::Tx& tx, MessageId id);

}  // namespace mail
