#pragma once

#include <chrono>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "fetch/testing.hpp"

struct evp_pkey_st;

// For tests: an identity provider on a loopback port, which lies when it is told to.
namespace auth::openid::testing {

using Texts = std::map<std::string, std::string>;

// Signs as providers do.
class Signer {
  public:
    explicit Signer(std::string algorithm, std::string id = "first");  // "RS256", "ES256", "HS256", "none"

    std::string token(const Texts& claims, std::string_view secret = {}) const;  // values are JSON
    std::string jwk() const;                                                     // empty where there is no public key
    const std::string& algorithm() const { return algorithm_; }

  private:
    std::string signature(std::string_view text, std::string_view secret) const;

    std::string algorithm_, id_;
    std::shared_ptr<evp_pkey_st> key_;
};

class IdentityProvider {
  public:
    IdentityProvider();

    // What is true unless a test says otherwise.
    std::string client_id = "lomwong", client_secret = "shared / secret";
    Texts claims;                                // more of the ID token, or other: values are JSON, an empty one leaves it out
    Texts beside;                                // more of the reply that brings the token
    Texts userinfo;                              // what it says there
    std::shared_ptr<Signer> signer;              // of tokens
    std::shared_ptr<Signer> published;           // whose key is public
    std::chrono::milliseconds thinks{0};         // before each answer
    std::map<std::string, std::string> instead;  // path → a whole reply that comes in its place
    std::string discovery_issuer;                // in its document; its own unless told
    bool secret_in_form = false;                 // takes its client's secret there only

    std::string issuer() const { return service_.url(""); }
    int asked_for(const std::string& path) const;

    // Somebody signs in there; the code that the browser brings back.
    std::string sign_in(std::string_view address);
    Texts asked_with;  // the query of that address

    std::int64_t now_seconds = 0;  // by its clock

  private:
    std::string answer(const fetch::testing::Asked& asked);
    std::string reply_to(const fetch::testing::Asked& asked);
    std::string discovery() const;
    std::string take_code(const fetch::testing::Asked& asked);
    bool knows_client(const fetch::testing::Asked& asked, const Texts& form) const;

    std::map<std::string, int> asked_;
    fetch::testing::Service service_;
};

}  // namespace auth::openid::testing
