#include "auth/by_mail/digest_readers.hpp"
#include "auth/by_mail/mailed_links.hpp"
#include "channels/follow/follows.hpp"
#include "channels/routes.hpp"
#include "circles/circles.hpp"
#include "http/router.hpp"
#include "journal/journal.hpp"
#include "mail/mail.hpp"

namespace channels {

namespace {

struct Following {
    std::optional<Pace> pace;  // none: not told
    bool reachable{};          // by a confirmed address, from an installation that sends mail
};
BOOST_DESCRIBE_STRUCT(Following, (), (pace, reachable))

struct FollowForm {
    std::optional<Pace> pace;  // none: not any more
};
BOOST_DESCRIBE_STRUCT(FollowForm, (), (pace))

struct Unfollowing {
    std::string title;  // empty where it may not be read any more
};
BOOST_DESCRIBE_STRUCT(Unfollowing, (), (title))

using ReadableCircle = records::Readable<circles::CircleId>;

Following following_of(http::Call& call, records::RecordId record) {
    const bool sends = call.services().equipment.get<mail::Postbox>().settings.sends();
    return {find_pace(call.read(), call.person(), record), sends && auth::find_confirmed_email(call.read(), call.person()).has_value()};
}

Following get_following(http::Call& call, const ReadableCircle& circle) {
    return following_of(call, circle->id);
}

Following follow(http::Call& call, const ReadableCircle& circle, const FollowForm& form) {
    call.write([&](db::Tx& tx) {
        if (!form.pace) return delete_follow(tx, call.person(), circle->id);
        set_follow(tx, call.person(), circle->id, *form.pace);
        // Who wants it once a day or a week gets the daily mail, in which it stands.
        if (*form.pace != Pace::at_once) auth::set_reads_digest(tx, call.person(), call.language());
    });
    return following_of(call, circle->id);
}

Follow get_follow(http::Call& call, const http::Segment& token) {
    const auto follow = find_follow(call.read(), token.value);
    if (!follow) throw http::not_found();
    return *follow;
}

Unfollowing get_unfollowing(http::Call& call, const http::Segment& token) {
    const auto follow = get_follow(call, token);
    const auto record = records::cards(call.read(), {.person = follow.person_id}, {follow.record_id});
    return {record.empty() ? "" : record.front().title};
}

// Not by the link alone: programs that look at mail open links.
http::NoContent unfollow(http::Call& call, const http::Segment& token) {
    const auto follow = get_follow(call, token);
    call.write([&](db::Tx& tx) { delete_follow(tx, follow.person_id, follow.record_id); });
    return {};
}

}  // namespace

void add_follow_routes(http::Router& router) {
    router.get("/api/circles/{circle}/follow", get_following, access::signed_in);
    router.put("/api/circles/{circle}/follow", follow, access::signed_in, http::WriteKind::proposal);
    // The token of a mail is the right to end it.
    router.get("/api/unfollow/{token}", get_unfollowing, access::anyone);
    router.post("/api/unfollow/{token}", unfollow, access::anyone, http::WriteKind::proposal);
}

}  // namespace channels
