#include "office/event_lines.hpp"

#include <map>

#include "office/words.hpp"

namespace office {

constexpr int lines = 50;

static std::map<std::int64_t, Named> find_named(http::Call& call, const std::vector<journal::Deed>& deeds) {
    std::vector<records::RecordId> ids;
    for (const auto& deed : deeds) {
        if (deed.actor_id) ids.push_back({deed.actor_id.value});
        if (deed.record_id != 0) ids.push_back({deed.record_id});
    }
    std::map<std::int64_t, Named> named;
    for (auto& card : records::cards(call.read(), call.viewer(), ids)) named[card.id.value] = {card.id.value, card.title, card.address};
    return named;
}

http::List<EventLine> list_event_lines(http::Call& call, const WantedEvents& wanted) {
    auto deeds = journal::list_newest(call.read(), {.before = wanted.after,
                                                    .actor = wanted.actor.value_or(base::PersonId{}),
                                                    .action = wanted.action ? wanted.action->value : std::string(),
                                                    .record_id = wanted.record.value_or(records::RecordId{}).value,
                                                    .limit = lines + 1});
    http::List<EventLine> reply;
    if (deeds.size() > lines) {
        deeds.resize(lines);
        reply.next = std::to_string(deeds.back().id.value);
    }
    const auto named = find_named(call, deeds);
    const auto of = [&](std::int64_t id) -> std::optional<Named> {
        if (id == 0) return std::nullopt;
        const auto found = named.find(id);
        return found == named.end() ? Named{id, "", ""} : found->second;
    };
    for (const auto& deed : deeds)
        reply.items.push_back(
            {deed.id, deed.at, of(deed.actor_id.value), deed.action, words_of("event_", deed.action, call.language()), of(deed.record_id)});
    return reply;
}

}  // namespace office
