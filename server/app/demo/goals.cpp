#include "app/demo/goals.hpp"

#include "app/demo/told.hpp"

namespace app::demo {

namespace json = boost::json;

namespace {

void support(Inside& inside, const Names& names, const json::object& told, const std::string& at) {
    for (const auto& person : list(told, "supported_by")) {
        inside.as({names.get(std::string_view(person.as_string())).id});
        inside.put(at + "/support", nullptr);
    }
}

// An indicator that somebody proposed for it, with who wants it too, how villages voted and what was decided.
void add_proposal(Inside& inside, const Names& names, const json::object& told, const std::string& goal, base::PersonId decider) {
    inside.as({names.get(text(told, "by")).id});
    const auto made = inside.post(goal + "/proposals", names.resolved(told.at("form"))).as_object();
    const auto at = "/api/indicator-proposals/" + std::to_string(made.at("number").as_int64());
    support(inside, names, told, at);
    inside.as(decider);
    for (const auto& vote : list(told, "votes")) inside.post(at + "/votes", vote);
    if (const auto* decision = told.if_contains("decision"))
        inside.send(http::Method::put, at + "/decision", *decision, made.at("version").as_int64());
}

void add_goal(Inside& inside, Names& names, const json::object& told) {
    const auto by = names.get(text(told, "by")).id;
    inside.as({by});
    const auto made = inside.post("/api/goals", names.resolved(told.at("form"))).as_object();
    const auto number = made.at("number").as_int64();
    const auto goal = "/api/goals/" + std::to_string(number);
    names.name(text(told, "key"), {made.at("id").as_int64(), number, 0, made.at("version").as_int64()});
    for (const auto& card : list(told, "cards")) inside.post(goal + "/cards", card);
    for (const auto& vote : list(told, "votes")) inside.post(goal + "/votes", vote);
    support(inside, names, told, goal);
    inside.as({by});
    if (const auto* decision = told.if_contains("decision"))
        inside.send(http::Method::put, goal + "/decision", *decision, made.at("version").as_int64());
    for (const auto& proposal : list(told, "proposals")) add_proposal(inside, names, proposal.as_object(), goal, {by});
}

}  // namespace

void add_goals(Inside& inside, Names& names, const json::object& told) {
    for (const auto& goal : list(told, "goals")) add_goal(inside, names, goal.as_object());
}

void add_dashboards(Inside& inside, const Names& names, const json::object& told) {
    if (!told.contains("dashboards")) return;
    for (const auto& dashboard : told.at("dashboards").as_array()) {
        inside.as({names.get(text(dashboard.as_object(), "by")).id});
        inside.post("/api/dashboards", names.resolved(dashboard.at("form")));
    }
}

}  // namespace app::demo
