#include "circles/routes.hpp"
#include "circles/topic/topic_reply.hpp"
#include "http/router.hpp"
#include "journal/journal.hpp"

namespace circles {

using ReadableCircle = records::Readable<CircleId>;
using ReadableTopic = records::Readable<TopicId>;

// A topic whose words the viewer may change, though they may write nothing else in its circle: it was they who proposed it.
struct Rewordable : ReadableTopic {
    std::int64_t version{};
};

}  // namespace circles

template <>
struct http::Argument<circles::Rewordable> {
    static circles::Rewordable take(Call& call) {
        auto topic = Argument<circles::ReadableTopic>::take(call);
        if (call.viewer().is_guest()) throw sign_in_needed(call.viewer());
        if (!circles::may_reword(call.read(), call.viewer(), topic.found)) throw not_allowed();
        return {std::move(topic), call.expected_version()};
    }
    static void describe(RouteInfo& route) {
        route.claim_segment();
        route.needs_version = true;
    }
};

namespace circles {

static std::vector<Topic> get_topics(http::Call& call, const ReadableCircle& circle, const http::Query<TopicsWanted>& wanted) {
    return list_topics(call.read(), call.viewer(), circle.id, *wanted);
}

static http::Created<Topic> propose_topic(http::Call& call, const ReadableCircle& circle, const TopicForm& form) {
    return call.write([&](db::Tx& tx) {
        const auto record = propose(tx, call.person(), circle.found.envelope, form);
        return http::Created<Topic>{get_topic(tx, call.viewer(), {record.id.value})};
    });
}

static TopicReply show_topic(http::Call& call, const ReadableTopic& topic) {
    return topic_reply(call.read(), call.viewer(), topic.found);
}

static records::Envelope reword_topic(http::Call& call, const Rewordable& topic, const TopicForm& form) {
    return call.write([&](db::Tx& tx) { return reword(tx, call.person(), topic.found.envelope, topic.version, form); });
}

static Topic put_on_session(http::Call& call, const records::Writable<TopicId>& topic, const TopicPlan& plan) {
    return call.write([&](db::Tx& tx) {
        plan_topic(tx, call.person(), topic.found.envelope, plan);
        return get_topic(tx, call.viewer(), topic.id);
    });
}

static Topic support_topic(http::Call& call, const ReadableTopic& topic) {
    return call.write([&](db::Tx& tx) {
        insert_support(tx, topic.id, call.person());
        journal::record(tx, call.person(), "circles.topic_supported", {topic->id, 0});
        return get_topic(tx, call.viewer(), topic.id);
    });
}

static Topic leave_topic(http::Call& call, const ReadableTopic& topic) {
    return call.write([&](db::Tx& tx) {
        delete_support(tx, topic.id, call.person());
        journal::record(tx, call.person(), "circles.topic_support_withdrawn", {topic->id, 0});
        return get_topic(tx, call.viewer(), topic.id);
    });
}

void add_topic_routes(http::Router& router) {
    router.get("/api/circles/{circle}/topics", get_topics, access::may_read);
    router.post("/api/circles/{circle}/topics", propose_topic, access::signed_in, http::WriteKind::proposal);
    router.get("/api/topics/{topic}", show_topic, access::may_read);
    router.put("/api/topics/{topic}", reword_topic, access::signed_in, http::WriteKind::change);  // who proposed it, and who may edit it
    router.put("/api/topics/{topic}/plan", put_on_session, access::may_edit, http::WriteKind::change);
    router.put("/api/topics/{topic}/support", support_topic, access::signed_in, http::WriteKind::proposal);
    router.del("/api/topics/{topic}/support", leave_topic, access::signed_in, http::WriteKind::proposal);
}

}  // namespace circles
