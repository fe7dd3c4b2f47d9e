#include <variant>

#include "auth/by_mail/digest_readers.hpp"
#include "auth/by_mail/mailed_links.hpp"
#include "base/enum_names.hpp"
#include "base/locale.hpp"
#include "channels/follow/follows.hpp"
#include "channels/routes.hpp"
#include "channels/talk/talks.hpp"
#include "circles/circles.hpp"
#include "http/html.hpp"
#include "http/page.hpp"
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

void stop(db::Tx& tx, const Follow& follow) {
    if (delete_follow(tx, follow.person_id, follow.record_id))
        journal::record(tx, follow.person_id, "channels.unfollowed", {follow.record_id, 0});
}

void stop(db::Tx& tx, const Talk& talk) {
    set_volume(tx, talk.person_id, talk.record_id, Volume::quiet);
    journal::record(tx, talk.person_id, "channels.talk_left", {talk.record_id, 0});
}

// What comes once a day, of everything.
struct Daily {
    base::PersonId person_id;
};

void stop(db::Tx& tx, const Daily& daily) {
    auth::delete_reads_digest(tx, daily.person_id);
}

Following follow(http::Call& call, const ReadableCircle& circle, const FollowForm& form) {
    call.write([&](db::Tx& tx) {
        if (!form.pace) return stop(tx, Follow{call.person(), circle->id});
        set_follow(tx, call.person(), circle->id, *form.pace);
        journal::record(tx, call.person(), "channels.followed", {circle->id, 0});
        // Who wants it once a day or a week gets the daily mail, in which it stands.
        if (*form.pace != Pace::at_once) auth::set_reads_digest(tx, call.person(), call.language());
    });
    return following_of(call, circle->id);
}

// What circles writes about one topic.
struct OfCircles {
    std::string token;
    circles::MailTopic topic{};
};

void stop(db::Tx& tx, const OfCircles& told) {
    circles::end_mail(tx, told.token);
}

// What the token of a mail ends: the news of a circle, of the talk under a record, of the day, or a topic of circles.
using Told = std::variant<Follow, Talk, Daily, OfCircles>;

Told get_told(http::Call& call, const http::Segment& token) {
    if (const auto follow = find_follow(call.read(), token.value)) return *follow;
    if (const auto reader = auth::find_digest_reader(call.read(), token.value)) return Daily{*reader};
    if (const auto end = circles::find_mail_end(call.read(), token.value); end && !end->ended_at) return OfCircles{token.value, end->topic};
    const auto talk = find_talk(call.read(), token.value);
    if (!talk || talk->quiet) throw http::not_found();
    return *talk;
}

std::string title_of(http::Call& call, const auto& told) {
    const auto record = records::cards(call.read(), {.person = told.person_id}, {told.record_id});
    return record.empty() ? "" : record.front().title;
}
std::string title_of(http::Call& call, const Daily&) {
    return base::say(call.language(), "channels_daily_mail");
}
std::string title_of(http::Call& call, const OfCircles& told) {
    return base::say(call.language(), "circles_mail_of_" + std::string(base::name_of(told.topic)));
}

Unfollowing get_unfollowing(http::Call& call, const http::Segment& token) {
    return {std::visit([&](const auto& told) { return title_of(call, told); }, get_told(call, token))};
}

// Mail programs open it where they offer no one tap of their own.
http::Page show_unfollowing(http::Call& call, const http::Segment& token) {
    const auto unfollowing = get_unfollowing(call, token);
    const auto asked = unfollowing.title.empty() ? base::say(call.language(), "channels_unfollow_this")
                                                 : base::say(call.language(), "channels_unfollow_of", {{"title", unfollowing.title}});
    auto article = http::html::article(http::html::h1(base::say(call.language(), "channels_unfollow")), http::html::p(asked));
    return http::make_page(unfollowing, base::say(call.language(), "channels_unfollow"), "/unfollow/" + token.value, std::move(article));
}

// Not by the link alone: programs that look at mail open links. Mail programs that offer one tap ask for it themselves (RFC 8058).
http::NoContent unfollow(http::Call& call, const http::Segment& token) {
    const auto told = get_told(call, token);
    call.write([&](db::Tx& tx) { std::visit([&](const auto& one) { stop(tx, one); }, told); });
    return {};
}

}  // namespace

void add_follow_routes(http::Router& router) {
    router.get("/api/circles/{circle}/follow", get_following, access::signed_in);
    router.put("/api/circles/{circle}/follow", follow, access::signed_in, http::WriteKind::proposal);
    // The token of a mail is the right to end it.
    router.get("/api/unfollow/{token}", get_unfollowing, access::anyone);
    router.post("/api/unfollow/{token}", unfollow, access::anyone, http::WriteKind::proposal);
    router.page("/unfollow/{token}", show_unfollowing, access::anyone);
    router.post("/unfollow/{token}", unfollow, access::anyone, http::WriteKind::proposal);
}

}  // namespace channels
