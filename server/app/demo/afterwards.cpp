#include "app/demo/afterwards.hpp"

#include "app/demo/papers.hpp"
#include "app/demo/told.hpp"

namespace app::demo {

namespace json = boost::json;

namespace {

void add_pledge(Inside& inside, const Names& names, const std::string& session, const json::object& told) {
    const auto reply = inside.post(session + "/pledges", names.resolved(told.at("form")));
    const auto id = reply.at("pledges").as_array().back().at("id").as_int64();
    for (const auto& answer : list(told, "answers")) inside.put(session + "/pledges/" + std::to_string(id), answer);
}

void pass_issue(Inside& inside, const Names& names, const std::string& session, const json::object& told) {
    auto form = names.resolved(told.at("form")).as_object();
    if (const auto* point = told.if_contains("point")) form["point"] = names.get(point->as_string()).part;
    const auto threads = inside.post(session + "/issues", form);
    const auto& issue = threads.as_array().front().at("steps").as_array().front();
    if (const auto* answer = told.if_contains("answer"))
        inside.put("/api" + std::string(issue.at("address").as_string()) + "/issue", *answer);
}

}  // namespace

void add_afterwards(Inside& inside, const Names& names, const std::string& session, const json::object& told) {
    add_consents(inside, session, told);
    add_minutes(inside, session, told);
    if (const auto* participation = told.if_contains("participation")) inside.put(session + "/participation", *participation);
    for (const auto& said : list(told, "feedback")) inside.post(session + "/feedback", said);
    for (const auto& pledge : list(told, "pledges")) add_pledge(inside, names, session, pledge.as_object());
    for (const auto& issue : list(told, "issues")) pass_issue(inside, names, session, issue.as_object());
}

void add_assessments(Inside& inside, const Names& names, const std::string& circle, const json::object& told) {
    for (const auto& each : list(told, "assessments")) {
        const auto made = inside.post(circle + "/assessments", each.at("form")).as_object();
        for (const auto& answer : list(each.as_object(), "answers")) {
            inside.as({names.get(answer.at("by").as_string()).id});
            inside.put("/api" + std::string(made.at("address").as_string()) + "/mine", {{"scores", answer.at("scores")}});
        }
    }
}

void add_facilitators(Inside& inside, const Names& names, const json::object& organisation) {
    const auto& all = list(organisation, "facilitators");
    if (all.empty()) return;
    const auto pool = "/api/circles/facilitators/" + std::to_string(names.get(organisation.at("key").as_string()).number);
    for (const auto& each : all) inside.post(pool, names.resolved(each));
}

}  // namespace app::demo
