#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "auth/accounts/accounts.hpp"
#include "auth/invitations/invitations.hpp"
#include "auth/password.hpp"
#include "auth/second_step/vault.hpp"
#include "auth/sessions/session_cache.hpp"
#include "auth/sessions/sessions.hpp"
#include "http/viewer.hpp"
#include "jobs/jobs.hpp"

namespace db {
class Database;
struct Migration;
}  // namespace db
namespace http {
class Call;
class Router;
struct Cookie;
struct Request;
}  // namespace http
namespace mail {
struct Postbox;
}

// The door: who is it that asks?
namespace auth {

constexpr std::string_view session_cookie = "lomwong_session";

// How a person is called, on this installation's pages.
struct Called {
    std::int64_t number{};  // of the person's page
    std::string name;
};

// Persons belong to a feature; it tells auth what it needs.
struct Persons {
    std::function<Called(db::Session&, base::PersonId)> called = [](db::Session&, base::PersonId person) {
        return Called{person.value, ""};
    };
    std::function<base::PersonId(db::Tx&, std::string_view name)> add;
};

// What the routes stand on; one a server, given to them as http::Equipment.
class Auth {
  public:
    Auth(Persons of, Vault key, unsigned hash_at_once, HashCost cost = {})
        : persons(std::move(of)), vault(std::move(key)), hasher(hash_at_once, cost) {}

    // Whose key the request brings, where its route takes keys; else whose session its cookie names. For http::Services.
    http::Viewer viewer_of(http::Call& call);

    const Persons persons;
    const Vault vault;
    PasswordHasher hasher;
    SessionCache cache;
};

// Opens a session and returns its token.
std::string open_session(db::Tx& tx, base::PersonId person, std::string_view device, std::string_view address);
http::Cookie cookie_for(std::string_view token, const http::Request& request);

// For the command line and the first start.
struct NewAccount {
    std::string name;  // of the person, who is made with it
    std::string login;
    std::string password;
    bool administrator = false;
};
base::PersonId add_account(db::Database& database, Auth& auth, const NewAccount& account);  // Problem 422
void change_password(db::Database& database, Auth& auth, std::string_view login, std::string_view password);
// For who lost the phone and the recovery codes: the password alone is asked for again. False when there was no second step.
bool drop_second_step(db::Database& database, Auth& auth, std::string_view login);  // Problem 404
// The path of an invitation for a new administrator, as long as there is none.
std::optional<std::string> invite_first_administrator(db::Database& database, Auth& auth);

void add_routes(http::Router& router);
void add_jobs(jobs::Handlers& handlers, const Auth& auth, const mail::Postbox& postbox, db::Database& database);
std::span<const db::Migration> migrations();

}  // namespace auth
