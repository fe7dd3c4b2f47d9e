#pragma once

#include <span>

#include "base/ids.hpp"
#include "channels/follow/notices.hpp"
#include "db/migration.hpp"
#include "jobs/jobs.hpp"

namespace http {
class Router;
struct Viewer;
}  // namespace http

// What goes out of Lomwong to where people already are (calendars, feed readers, chat groups, mail), and what comes back from there.
namespace channels {

struct OwnLinkTag {};
using OwnLinkId = base::Id<OwnLinkTag>;

struct GroupLinkTag {};
using GroupLinkId = base::Id<GroupLinkTag>;
struct GiftTag {};
using GiftId = base::Id<GiftTag>;

// Whether the file of a gift may be seen: by who edits its session and decides about it.
bool may_judge(db::Session& db, const http::Viewer& viewer, GiftId gift);

// What became of a mail with an answer.
enum class Taken : std::uint8_t {
    nothing,  // no person's answer, to no address of ours, or not from where that person is written to
    shown,
    waiting,  // for a moderator
    again,    // taken before
    refused,  // and its writer is told why
};
BOOST_DESCRIBE_ENUM(Taken, nothing, shown, waiting, again, refused)
// A mail that came to an address for answers, as it came.
Taken take_reply(db::Database& database, const mail::Postbox& postbox, std::string_view mail);

void add_routes(http::Router& router);
// "channels.forget_left": what editors put aside goes after a week, what answered by mail after ninety days. "channels.tell_summary": what
// came of a session goes out by mail.
void add_jobs(jobs::Handlers& handlers, db::Database& database, const mail::Postbox& postbox);
std::span<const db::Migration> migrations();

}  // namespace channels
