#include "circles/routes.hpp"
#include "circles/topic/topic.hpp"
#include "http/router.hpp"
#include "journal/journal.hpp"
#include "records/records.hpp"

namespace circles {

using ReadableCircle = records::Readable<CircleId>;
using WritableCircle = records::Writable<CircleId>;

static std::vector<Topic> get_topics(http::Call& call, const ReadableCircle& circle) {
    return list_topics(call.read(), call.person(), circle.id);
}

static std::vector<Topic> propose_topic(http::Call& call, const ReadableCircle& circle, const TopicForm& form) {
    return call.write([&](db::Tx& tx) {
        const auto topic = insert_topic(tx, call.person(), circle.id, form);
        support(tx, circle.id, topic, call.person());
        journal::record(tx, call.person(), "circles.topic_proposed", {circle.id, 0, json::write(form)});
        return list_topics(tx, call.person(), circle.id);
    });
}

static std::vector<Topic> support_topic(http::Call& call, const ReadableCircle& circle, TopicId topic) {
    return call.write([&](db::Tx& tx) {
        support(tx, circle.id, topic, call.person());
        journal::record(tx, call.person(), "circles.topic_supported", {circle.id, 0});
        return list_topics(tx, call.person(), circle.id);
    });
}

static std::vector<Topic> leave_topic(http::Call& call, const ReadableCircle& circle, TopicId topic) {
    return call.write([&](db::Tx& tx) {
        withdraw_support(tx, topic, call.person());
        journal::record(tx, call.person(), "circles.topic_support_withdrawn", {circle.id, 0});
        return list_topics(tx, call.person(), circle.id);
    });
}

static std::vector<Topic> change_topic(http::Call& call, const WritableCircle& circle, TopicId topic, const TopicPlan& plan) {
    return call.write([&](db::Tx& tx) {
        plan_topic(tx, circle.id, topic, plan);
        journal::record(tx, call.person(), "circles.topic_planned", {circle.id, 0, json::write(plan)});
        return list_topics(tx, call.person(), circle.id);
    });
}

void add_topic_routes(http::Router& router) {
    router.get("/api/circles/{circle}/topics", get_topics, access::may_read);
    router.post("/api/circles/{circle}/topics", propose_topic, access::signed_in);
    router.put("/api/circles/{circle}/topics/{topic}", change_topic, access::may_edit);
    router.put("/api/circles/{circle}/topics/{topic}/support", support_topic, access::signed_in);
    router.del("/api/circles/{circle}/topics/{topic}/support", leave_topic, access::signed_in);
}

}  // namespace circles
