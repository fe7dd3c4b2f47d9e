#include "circles/method/catalogue.hpp"

#include <charconv>

#include "base/json/json.hpp"

namespace circles {

static std::int64_t number_in(std::string_view key) {
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(key.data(), key.data() + key.size(), number);
    return error == std::errc{} && end == key.data() + key.size() ? number : 0;
}

std::optional<FoundMethod> find_method(db::Session& db, const http::Viewer& viewer, std::string_view key) {
    if (const auto* shipped = find_shipped(key)) return FoundMethod{shipped->key, shipped, {}};
    const auto number = number_in(key);
    auto own = number > 0 ? records::find(db, viewer, MethodTag::kind, number) : std::nullopt;
    if (!own || !records::may_read(records::guard(own->envelope), own->ties)) return {};
    return FoundMethod{std::to_string(number), nullptr, std::move(own)};
}

Method content_of(db::Session& db, const FoundMethod& method, base::Language language) {
    return method.shipped ? method.shipped->in(language) : get_method(db, {method.own->envelope.id.value}).content;
}

static std::string address_of(const std::string& key) {
    return "/methods/" + key;
}

std::string address_of(db::Session& db, const http::Viewer& viewer, const std::string& key) {
    return !key.empty() && find_method(db, viewer, key) ? address_of(key) : "";
}

static MethodCard card(const std::string& key, const Method& method) {
    return {.key = key,
            .address = address_of(key),
            .title = method.title.value,
            .title_en = base::or_empty(method.title_en),
            .kind = method.kind,
            .purpose = method.purpose.value,
            .suits = base::or_empty(method.suits),
            .minutes = minutes_of(method),
            .owner = {},
            .shipped = true};
}

std::vector<MethodCard> list_methods(db::Session& db, const http::Viewer& viewer, base::Language language) {
    std::vector<MethodCard> cards;
    for (const auto& [key, method] : shipped_methods()) cards.push_back(card(key, method.in(language)));
    for (const auto& own : list_own_methods(db, viewer)) {
        auto& shown = cards.emplace_back(card(std::to_string(own.number), json::read_own<Method>(own.content)));
        shown.owner = own.owner;
        shown.shipped = false;
    }
    return cards;
}

MethodReply method_reply(db::Session& db, const http::Viewer& viewer, const FoundMethod& method, base::Language language) {
    MethodReply reply{.key = method.key,
                      .address = address_of(method.key),
                      .content = content_of(db, method, language),
                      .minutes = 0,
                      .record = {},
                      .owner = {},
                      .rights = {},
                      .copied_from = {}};
    reply.minutes = minutes_of(reply.content);
    if (!method.own) return reply;
    const auto& envelope = method.own->envelope;
    reply.record = envelope;
    auto owners = records::cards(db, viewer, {envelope.owner_id});
    if (!owners.empty()) reply.owner = std::move(owners.front());
    reply.rights = records::rights(*method.own);
    reply.copied_from = address_of(db, viewer, get_method(db, {envelope.id.value}).copied_from);
    return reply;
}

}  // namespace circles

circles::FoundMethod http::Argument<circles::FoundMethod>::take(Call& call) {
    auto found = circles::find_method(call.read(), call.viewer(), call.next_segment());
    if (!found) throw not_found();
    return *std::move(found);
}
