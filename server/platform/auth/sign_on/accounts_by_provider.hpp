#pragma once

#include "auth/sign_on/identities.hpp"
#include "auth/sign_on/provider.hpp"
#include "base/json/node.hpp"
#include "base/person.hpp"

// What a provider's claims mean for the accounts here. They come as openid::Conversation believed them.
namespace auth {

struct Persons;
class Vault;

Proven proven_by(const json::Node& claims, const Provider& provider, const Vault& vault);

// An account for whom nobody here knew, without a password. What the claims tell never leads to an account that is there: a login or
// an e-mail address that somebody has is left out.
base::PersonId add_account_for(db::Tx& tx, const Persons& persons, const Provider& provider, const json::Node& claims,
                               const Proven& proven);

// Of the installation's rules for this provider, those that hold.
std::vector<Provider::RoleRule> rules_met(const Provider& provider, const json::Node& claims);

bool counts_as_second_step(const Provider& provider, const json::Node& claims);

}  // namespace auth
