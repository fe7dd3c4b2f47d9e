#include "circles/page/pages.hpp"
#include "circles/routes.hpp"
#include "http/router.hpp"

namespace circles {

static http::Page show_circle_page(http::Call& call, const records::Readable<CircleId>& circle) {
    return circle_page(circle_reply(call.read(), call.viewer(), circle.found, base::bangkok_date(call.now())), call.language());
}

static http::Page show_session_page(http::Call& call, const records::Readable<SessionId>& session) {
    return session_page(session_reply(call.read(), call.viewer(), session.found, base::bangkok_date(call.now())), call.language());
}

static http::Page show_topic_page(http::Call& call, const records::Readable<TopicId>& topic) {
    return topic_page(topic_reply(call.read(), call.viewer(), topic.found), call.language());
}

void add_pages(http::Router& router) {
    router.page("/circles/{circle}", show_circle_page, access::may_read);
    router.page("/topics/{topic}", show_topic_page, access::may_read);
    router.page("/sessions/{session}", show_session_page, access::may_read);
}

}  // namespace circles
