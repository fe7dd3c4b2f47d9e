#pragma once

#include <span>
#include <vector>

#include "journal/journal.hpp"
#include "mail/digest.hpp"
#include "mail/mail.hpp"
#include "records/records.hpp"

namespace channels {

// Tells followers who want it at once what these events did to sessions of their circles. Returns the sequence of the last one; the
// position is moved in the same transaction, so that nobody is told twice.
std::int64_t tell(db::Database& database, const mail::Postbox& postbox, std::span<const journal::Event> events);

struct SummaryJob {
    records::RecordId session;
};
BOOST_DESCRIBE_STRUCT(SummaryJob, (), (session))

// Sends what came of a session, some hours after it was held: what was said in it is written down by then.
void tell_summary(db::Database& database, const mail::Postbox& postbox, records::RecordId session);

// What changed that day in circles which the reader follows daily; on Mondays, of seven days, in those which they follow weekly.
std::vector<mail::Link> list_digest(db::Session& db, const mail::DigestReader& reader, const mail::DigestDay& day);
// Where one tap ends the digest of a person; none who does not read it.
std::optional<std::string> digest_end(db::Tx& tx, base::PersonId reader);

}  // namespace channels
