#pragma once

#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "auth/sign_on/openid/id_token.hpp"
#include "auth/sign_on/openid/keys.hpp"
#include "auth/sign_on/provider.hpp"
#include "base/json/node.hpp"
#include "base/time.hpp"
#include "fetch/fetch.hpp"

namespace auth::openid {

// One way of a browser to a provider and back.
struct Errand {
    std::string redirect;  // where the provider sends the browser back to
    std::string state, nonce;
    std::string verifier;  // RFC 7636
};

// What is said with one provider: where it is and which keys are its own is asked once an hour, and again when it signs with a new one.
// Any thread. Throws Problems: `provider_away`, `provider_slow`, `provider_unreadable`, `provider_refused`, and `provider_doubt_…` for
// what can not be believed.
class Conversation {
  public:
    Conversation(Provider provider, fetch::Client& client);

    const Provider& provider() const { return provider_; }

    // Where to send the browser.
    std::string address_for(const Errand& errand, base::Instant now);
    // The claims about who signed in there, for the code that the browser brought back.
    json::Node claims_for(const std::string& code, const Errand& errand, base::Instant now);

  private:
    Provider::Endpoints endpoints(base::Instant now);
    std::vector<Key> keys_for(const IdToken& token, const std::string& address, base::Instant now);
    json::Node ask_for_token(const std::string& code, const Errand& errand, const Provider::Endpoints& at);
    json::Node believed(const IdToken& token, const Errand& errand, const Provider::Endpoints& at, base::Instant now);
    void add_userinfo(json::Node& claims, const json::Node& reply, const Provider::Endpoints& at);
    std::string ask(const fetch::Request& request);

    const Provider provider_;
    fetch::Client& client_;

    std::mutex mutex_;  // of what is known; never held while asking
    std::optional<Provider::Endpoints> endpoints_;
    base::Instant endpoints_at_;
    std::vector<Key> keys_;
    base::Instant keys_at_;
};

}  // namespace auth::openid
