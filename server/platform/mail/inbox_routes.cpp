#include "http/problem.hpp"
#include "http/router.hpp"
#include "mail/mail.hpp"
#include "mail/messages.hpp"

namespace mail {

// A message that would have been sent, as whoever develops or tries out an installation reads it.
struct Kept {
    MessageId id;
    std::string to;
    std::string name;
    std::string subject;
    std::string text;
    std::string reply_to;  // where an answer to this one goes; empty: as with any
    base::Instant at;
};
BOOST_DESCRIBE_STRUCT(Kept, (), (id, to, name, subject, text, reply_to, at))

namespace {

constexpr int most_shown = 50;

std::vector<Kept> show_inbox(http::Call& call) {
    const auto* postbox = call.services().equipment.find<Postbox>();
    if (postbox == nullptr || !postbox->settings.inbox) throw http::not_found();  // where mail is sent, nobody reads it here
    std::vector<Kept> kept;
    for (auto& message : list_messages(call.read(), most_shown))
        kept.push_back({message.id, std::move(message.recipient), std::move(message.recipient_name), std::move(message.subject),
                        std::move(message.plain), std::move(message.reply_to), message.queued_at});
    return kept;
}

}  // namespace

void add_routes(http::Router& router) {
    router.get("/api/mail/inbox", show_inbox, access::administrator);
}

}  // namespace mail
