#pragma once

#include <functional>
#include <string_view>
#include <vector>

#include "circles/circles.hpp"
#include "circles/notices/mail_ends.hpp"
#include "mail/mail.hpp"
#include "records/records.hpp"

// What all notices of circles share: when they go out, whom they reach, and that nobody is told twice.
namespace circles {

// Where they are written to; the database and the postbox outlive it.
struct Post {
    db::Database& database;
    const mail::Postbox& postbox;
    Reach reach;
};

// A standing job that runs `round`, which writes to people. Nobody is woken by it: it goes out from the hour of the digest on.
void add_round(jobs::Handlers& handlers, std::string_view kind, const Post& post, std::function<void(const Post&)> round);

// Who writes for an organisation, or keeps a circle.
std::vector<base::PersonId> writers_of(db::Session& db, records::RecordId scope);
// Who keeps a circle: those who serve in it; where nobody does, the editors of the organisation that runs it.
std::vector<base::PersonId> keepers_of(db::Session& db, CircleId circle);

// One thing that people are told by mail, once each.
struct MailNotice {
    std::string_view kind;    // the job's
    MailTopic topic{};        // what one tap in it ends
    records::RecordId about;  // who may not read it is not written to
    std::function<bool(db::Session&, base::PersonId)> was_told;
    std::function<void(db::Tx&, base::PersonId)> insert_told;
    std::function<mail::Letter(db::Tx&, const records::Envelope& about, base::Language)> letter;
};

// To one reader, with the tap that ends such mail; kept as told with the message itself. Asks nothing: neither whether they may read it,
// nor whether they were told or have ended it.
mail::Queued send(db::Tx& tx, const mail::Postbox& postbox, const MailNotice& notice, const mail::DigestReader& reader);

// Whether anybody of them can be reached; who was told before is not told again, and counts. Kept as told with the message itself: what
// could not be queued is tried at the next round.
bool tell_any(const Post& post, const MailNotice& notice, const std::vector<base::PersonId>& people);

}  // namespace circles
