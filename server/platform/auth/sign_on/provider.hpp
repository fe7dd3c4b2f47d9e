#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// Who else may say who somebody is: an identity provider that speaks OpenID Connect, as an installation configures it.
namespace auth {

struct Provider {
    enum class ClientProof : std::uint8_t { basic, post };      // how our secret goes: in a header, or in the form
    enum class Newcomers : std::uint8_t { refused, welcomed };  // whom nobody here knows yet
    struct Endpoints {
        std::string authorization, token, keys, userinfo;
    };
    // Which claim tells what.
    struct Claims {
        std::string login = "preferred_username";
        std::string name = "name";
        std::string email = "email";
    };
    // Holds for who has this value in this claim.
    struct Rule {
        std::string claim, value;
    };
    // A role, for as long as the rule holds.
    struct RoleRule {
        Rule when;
        std::string at;    // the address of an organisation's or circle's page, or an organisation's code; empty: the whole installation
        std::string role;  // "editor", or "administrator" of the whole installation
    };

    std::string key;            // in addresses: "line"
    std::string name, name_en;  // on its button
    std::string issuer;
    std::string client_id, client_secret;
    ClientProof client_proof = ClientProof::basic;
    std::string scopes = "openid profile email";
    std::vector<std::string> algorithms{"RS256", "ES256"};
    std::map<std::string, std::string> parameters{};  // more of what it is asked with: bot_prompt
    std::optional<Endpoints> endpoints{};             // of one that publishes no discovery document
    bool ask_userinfo = false;                        // for claims that the ID token does not have
    bool claims_beside_token = false;                 // likewise, in the reply that brings the token
    Claims claims{};
    Newcomers newcomers = Newcomers::refused;
    std::vector<RoleRule> roles{};               // what it says of who may do what; people here say the rest
    std::vector<std::string> second_step_acr{};  // at these levels it has asked for a second step itself
};

}  // namespace auth
