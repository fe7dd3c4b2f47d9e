#include <algorithm>
#include <boost/describe.hpp>

#include "auth/accounts/me.hpp"
#include "auth/auth.hpp"
#include "auth/proof.hpp"
#include "auth/routes.hpp"
#include "auth/sign_on/accounts_by_provider.hpp"
#include "auth/sign_on/journeys.hpp"
#include "auth/sign_on/sign_on.hpp"
#include "auth/sign_on/sign_on_replies.hpp"
#include "auth/token.hpp"
#include "http/page.hpp"
#include "http/problem.hpp"
#include "http/router.hpp"
#include "journal/journal.hpp"

namespace auth {

struct Wish {
    std::optional<base::Text<0, 2000>> next;  // where the person wanted to go
};
BOOST_DESCRIBE_STRUCT(Wish, (), (next))

struct LinkWish {
    std::string password;
};
BOOST_DESCRIBE_STRUCT(LinkWish, (), (password))

// What the provider gave the browser to bring back.
struct Brought {
    base::Text<1, 200> state;
    std::optional<base::Text<1, 4000>> code;
    std::optional<base::Text<1, 200>> error;
};
BOOST_DESCRIBE_STRUCT(Brought, (), (state, code, error))

namespace {

openid::Conversation& conversation(http::Call& call, std::string_view key) {
    auto* sign_on = call.services().equipment.find<SignOn>();
    auto* found = sign_on != nullptr ? sign_on->find(key) : nullptr;
    if (found == nullptr) throw http::not_found();
    return *found;
}

const Scopes& scopes_of(http::Call& call) {
    static const Scopes none;
    const auto* sign_on = call.services().equipment.find<SignOn>();
    return sign_on != nullptr ? sign_on->scopes : none;
}

const Auth& equipment(http::Call& call) {
    return call.services().equipment.get<Auth>();
}

const std::string& name_of(const http::Call& call, const Provider& provider) {
    return call.language() == base::Language::th ? provider.name : provider.name_en;
}

std::vector<ProviderLine> list_providers(http::Call& call) {
    std::vector<ProviderLine> lines;
    if (const auto* sign_on = call.services().equipment.find<SignOn>())
        for (const auto* provider : sign_on->providers()) lines.push_back({provider->key, name_of(call, *provider)});
    return lines;
}

Departure depart(http::Call& call, const std::string& key, std::string next, base::PersonId person) {
    auto& with = conversation(call, key);
    const Journey journey{.provider = key,
                          .redirect = http::origin_of(call) + "/sign-in/back/" + key,
                          .state = new_token(),
                          .nonce = new_token(),
                          .verifier = new_token() + new_token(),
                          .next = std::move(next),
                          .person = person,
                          .began_at = call.now()};
    return {{with.address_for(journey.errand(), call.now())}, sealed(journey, equipment(call).vault)};
}

Departure begin(http::Call& call, const http::Segment& provider, const Wish& wish) {
    return depart(call, provider.value, wish.next ? wish.next->value : "", {});
}

// The password again: whoever sits before a session that was left open may not link what is theirs.
Departure begin_linking(http::Call& call, const http::Segment& provider, const LinkWish& wish) {
    conversation(call, provider.value);
    require_password(call, get_account(call), wish.password, "/password");
    return depart(call, provider.value, {}, call.person());
}

Journey get_journey(http::Call& call, const std::string& provider, const std::string& state) {
    const auto cookie = call.request().cookie(journey_cookie);
    auto journey = cookie ? find_journey(*cookie, equipment(call).vault, call.now()) : std::nullopt;
    if (!journey || journey->provider != provider || journey->state != state) throw http::Problem(422, "sign_on_over");
    if (journey->person && journey->person != call.person()) throw http::Problem(422, "sign_on_over");
    return *std::move(journey);
}

void link(db::Tx& tx, const Journey& journey, const Proven& proven) {
    const auto known = find_identity(tx, proven);
    if (known && known->person_id == journey.person) return;
    if (known || !insert_identity(tx, journey.person, proven)) throw http::Problem(409, "identity_taken");
    journal::record(tx, journey.person, "auth.identity_linked", {journey.person, 1});
}

base::PersonId person_behind(db::Tx& tx, const Auth& auth, const Provider& provider, const json::Node& claims, const Proven& proven) {
    if (const auto known = find_identity(tx, proven)) {
        update_used(tx, known->id);
        return known->person_id;
    }
    if (provider.newcomers == Provider::Newcomers::refused) throw http::Problem(403, "identity_unknown");
    const auto person = add_account_for(tx, auth.persons, provider, claims, proven);
    if (!insert_identity(tx, person, proven)) throw http::Problem(409, "identity_taken");
    return person;
}

Arrival arrive(http::Call& call, const http::Segment& key, const Brought& brought) {
    const auto journey = get_journey(call, key.value, brought.state.value);
    if (!brought.code) throw http::Problem(422, "provider_refused");
    auto& with = conversation(call, key.value);
    const auto& provider = with.provider();
    const auto claims = with.claims_for(brought.code->value, journey.errand(), call.now());
    auto& auth = call.services().equipment.get<Auth>();
    const auto proven = proven_by(claims, provider, auth.vault);
    bool roles_changed = false;
    const auto entry = call.write_unkept([&](db::Tx& tx) -> Entry {
        if (journey.person) {
            link(tx, journey, proven);
            return {journey.person, {}, {}};
        }
        const auto person = person_behind(tx, auth, provider, claims, proven);
        roles_changed = follow_roles(tx, scopes_of(call), person, provider.issuer, rules_met(provider, claims));
        return counts_as_second_step(provider, claims) ? enter_wholly(tx, call, person) : enter(tx, call, person);
    });
    if (roles_changed) auth.cache.forget_all();
    auto in = signed_in(call, entry);
    return {{std::move(in.reply.me), std::move(in.reply.second_step), journey.next, bool{journey.person}}, std::move(in.token)};
}

const Provider* find_provider(http::Call& call, std::string_view issuer) {
    const auto* sign_on = call.services().equipment.find<SignOn>();
    if (sign_on == nullptr) return nullptr;
    const auto all = sign_on->providers();
    const auto found = std::ranges::find(all, issuer, &Provider::issuer);
    return found == all.end() ? nullptr : *found;
}

std::vector<IdentityLine> my_identities(http::Call& call) {
    std::vector<IdentityLine> lines;
    for (auto& identity : list_identities(call.read(), call.person())) {
        const auto* provider = find_provider(call, identity.issuer);
        lines.push_back({identity.id, provider != nullptr ? provider->key : "",
                         provider != nullptr ? name_of(call, *provider) : identity.issuer, std::move(identity.called), identity.linked_at,
                         identity.used_at});
    }
    return lines;
}

// All sessions but this one end: one of them may have been opened with it.
void unlink(http::Call& call, IdentityId id) {
    const auto account = get_account(call);
    call.write([&](db::Tx& tx) {
        if (account.password.empty() && list_identities(tx, call.person()).size() == 1) throw http::Problem(409, "identity_last");
        if (!delete_identity(tx, call.person(), id)) throw http::not_found();
        drop_roles_without_identity(tx, scopes_of(call), call.person());
        end_other_sessions(tx, call.person(), {call.viewer().session});
        journal::record(tx, call.person(), "auth.identity_unlinked", {call.person(), 1});
    });
    call.services().equipment.get<Auth>().cache.forget_all();
}

}  // namespace

void add_sign_on_routes(http::Router& router) {
    router.get("/api/sign-on", list_providers, access::anyone);
    router.post("/api/sign-on/{provider}", begin, access::anyone, http::WriteKind::sign_in);
    router.post("/api/sign-on/{provider}/back", arrive, access::anyone, http::WriteKind::sign_in);
    router.get("/api/me/identities", my_identities, access::signed_in);
    router.post("/api/me/identities/{provider}", begin_linking, access::signed_in, http::WriteKind::account);
    router.del("/api/me/identities/{identity}", unlink, access::signed_in, http::WriteKind::account);
}

}  // namespace auth
