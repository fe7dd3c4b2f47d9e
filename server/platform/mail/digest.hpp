#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/person.hpp"
#include "base/time.hpp"
#include "jobs/jobs.hpp"
#include "mail/mail.hpp"

// One message a day to who wants it: what is new and waits for them, gathered from the parts that know. A day without news has no message.
namespace mail {

struct DigestReader {
    base::PersonId person;
    Recipient to;
    base::Language language = base::Language::th;
};

// The 24 hours that a digest tells of; they end at Settings::digest_hour.
struct DigestDay {
    base::Instant begin;
    base::Instant end;
};

// What a part has for a person: nothing if nothing of it is of this day.
using DigestSource = std::function<std::vector<Link>(db::Session&, const DigestReader&, const DigestDay&)>;

struct Digest {
    std::function<std::vector<DigestReader>(db::Session&)> readers;
    std::function<std::optional<std::string>(db::Tx&, base::PersonId)> unsubscribe;  // Order::unsubscribe; none: they want it no more
    std::vector<DigestSource> sources;
};

// The day that ended last.
DigestDay digest_day(base::Instant now, int hour);

// A standing job. A server that was away at the hour does it when it is back.
void add_digest_job(jobs::Handlers& handlers, db::Database& database, const Postbox& postbox, Digest digest);

}  // namespace mail
