#include "auth/sign_on/sign_on.hpp"

#include "auth/sign_on/openid/conversation.hpp"

namespace auth {

SignOn::SignOn(std::vector<Provider> providers, fetch::Limits limits, Scopes where) : scopes(std::move(where)), client_(limits) {
    conversations_.reserve(providers.size());
    for (auto& provider : providers) conversations_.push_back(std::make_unique<openid::Conversation>(std::move(provider), client_));
}

SignOn::~SignOn() = default;

std::vector<const Provider*> SignOn::providers() const {
    std::vector<const Provider*> all;
    all.reserve(conversations_.size());
    for (const auto& conversation : conversations_) all.push_back(&conversation->provider());
    return all;
}

openid::Conversation* SignOn::find(std::string_view key) {
    for (const auto& conversation : conversations_)
        if (conversation->provider().key == key) return conversation.get();
    return nullptr;
}

}  // namespace auth
