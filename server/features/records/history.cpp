#include "records/history.hpp"

#include <map>

#include "db/db.hpp"
#include "http/viewer.hpp"
#include "journal/journal.hpp"

namespace records {

static constexpr int longest_history = 500;

static std::string name_of(db::Session& db, const http::Viewer& viewer, base::PersonId person) {
    const auto card = cards(db, viewer, {record_id(person)});
    return card.empty() ? "" : card.front().title;
}

std::vector<Step> list_steps(db::Session& db, const http::Viewer& viewer, RecordId id) {
    std::map<base::PersonId, std::string> names;
    std::vector<Step> steps;
    for (const auto& change : journal::list_changes(db, id.value, longest_history)) {
        const auto [name, unknown] = names.try_emplace(change.actor_id);
        if (unknown && change.actor_id) name->second = name_of(db, viewer, change.actor_id);
        steps.push_back({change.version, change.at, change.actor_id, name->second, change.action, change.body && !change.body->empty()});
    }
    return steps;
}

using Leaves = std::map<std::string, std::string>;

static std::string text_of(const json::Node& node) {
    switch (node.kind) {
        case json::Node::Kind::boolean:
            return node.boolean ? "true" : "false";
        case json::Node::Kind::whole:
            return std::to_string(node.whole);
        case json::Node::Kind::number:
            return std::to_string(node.number);
        default:
            return node.text;
    }
}

static void gather(const json::Node& node, const std::string& pointer, Leaves& leaves) {
    if (node.kind == json::Node::Kind::null) return;
    if (node.kind != json::Node::Kind::object && node.kind != json::Node::Kind::list) {
        leaves.emplace(pointer, text_of(node));
        return;
    }
    for (std::size_t index = 0; index < node.items.size(); ++index) {
        const auto& item = node.items[index];
        gather(item, pointer + "/" + (node.kind == json::Node::Kind::list ? std::to_string(index) : item.key), leaves);
    }
}

static Leaves leaves_of(std::string_view text) {
    Leaves leaves;
    json::Errors errors;
    if (const auto node = json::parse(text, errors)) gather(*node, "", leaves);
    return leaves;
}

std::vector<Difference> compare(std::string_view before, std::string_view after) {
    const auto old = leaves_of(before);
    std::map<std::string, Difference> differences;
    for (const auto& [pointer, text] : old) differences[pointer] = {pointer, text, std::nullopt};
    for (const auto& [pointer, text] : leaves_of(after)) {
        auto& difference = differences[pointer];
        difference.pointer = pointer;
        difference.after = text;
        if (difference.before == text) differences.erase(pointer);
    }
    std::vector<Difference> list;
    list.reserve(differences.size());
    for (auto& [pointer, difference] : differences) list.push_back(std::move(difference));
    return list;
}

}  // namespace records
