#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "auth/sign_on/provider.hpp"
#include "auth/sign_on/provider_roles.hpp"
#include "fetch/fetch.hpp"

namespace auth {

namespace openid {
class Conversation;
}

// The providers of this installation; one a server, given to the routes as http::Equipment. Without it nobody else is asked.
class SignOn {
  public:
    explicit SignOn(std::vector<Provider> providers, fetch::Limits limits = {}, Scopes where = {});
    ~SignOn();
    SignOn(const SignOn&) = delete;
    SignOn& operator=(const SignOn&) = delete;

    std::vector<const Provider*> providers() const;
    openid::Conversation* find(std::string_view key);

    const Scopes scopes;

  private:
    fetch::Client client_;
    std::vector<std::unique_ptr<openid::Conversation>> conversations_;
};

}  // namespace auth
