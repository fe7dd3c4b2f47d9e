#include "http/router.hpp"
#include "journal/journal.hpp"
#include "mail/mail.hpp"
#include "mail/unsent.hpp"
#include "office/routes.hpp"
#include "office/words.hpp"
#include "records/records.hpp"

namespace office {

namespace {

constexpr int most_shown = 100;

struct MailLine : mail::Unsent {
    std::string words;  // what it is about
};
BOOST_DESCRIBE_STRUCT(MailLine, (mail::Unsent), (words))

struct MailList {
    bool sends{};                  // a mail server is set up here
    std::vector<MailLine> unsent;  // newest first
};
BOOST_DESCRIBE_STRUCT(MailList, (), (sends, unsent))

MailList get_mail(http::Call& call) {
    const auto* postbox = call.services().equipment.find<mail::Postbox>();
    MailList list{.sends = postbox != nullptr && postbox->settings.sends(), .unsent = {}};
    for (auto& unsent : mail::list_unsent(call.read(), most_shown))
        list.unsent.push_back({unsent, words_of("mail_kind_", unsent.kind, call.language())});
    return list;
}

MailList try_mail_now(http::Call& call, mail::MessageId message) {
    if (!call.write([&](db::Tx& tx) { return mail::try_now(tx, message); })) throw http::not_found();
    return get_mail(call);
}

// Somebody may ask later why they never heard of it: so it is written down.
MailList drop_mail(http::Call& call, mail::MessageId message) {
    const bool was_there = call.write([&](db::Tx& tx) {
        const auto dropped = mail::drop(tx, message);
        if (dropped) journal::record(tx, call.person(), "office.mail_dropped", {records::RecordId{}, 0, json::write(*dropped)});
        return dropped.has_value();
    });
    if (!was_there) throw http::not_found();
    return get_mail(call);
}

// The address is written to again: it was mended, or its mailbox has room.
MailList forgive_mail(http::Call& call, mail::MessageId message) {
    const bool was_there = call.write([&](db::Tx& tx) {
        const auto returned = mail::find_message(tx, message);
        if (!returned || mail::forgive(tx, returned->recipient) == 0) return false;
        journal::record(tx, call.person(), "office.mail_forgiven", {records::RecordId{}, 0, json::write(returned->recipient)});
        return true;
    });
    if (!was_there) throw http::not_found();
    return get_mail(call);
}

}  // namespace

void add_mail_routes(http::Router& router) {
    router.get("/api/office/mail", get_mail, access::administrator);
    router.post("/api/office/mail/{message}/retry", try_mail_now, access::administrator, http::WriteKind::office);
    router.post("/api/office/mail/{message}/forgive", forgive_mail, access::administrator, http::WriteKind::office);
    router.del("/api/office/mail/{message}", drop_mail, access::administrator, http::WriteKind::office);
}

}  // namespace office
