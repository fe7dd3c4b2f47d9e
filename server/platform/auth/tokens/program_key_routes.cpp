#include "auth/accounts/accounts.hpp"
#include "auth/proof.hpp"
#include "auth/routes.hpp"
#include "auth/tokens/program_keys.hpp"
#include "base/bounded.hpp"
#include "http/router.hpp"
#include "journal/journal.hpp"

namespace auth {

struct ProgramKeyDraft {
    base::Text<1, 100> name;
    KeyTerm term{};
    std::string password;
};
BOOST_DESCRIBE_STRUCT(ProgramKeyDraft, (), (name, term, password))

struct ProgramKeyMade {
    std::string key;  // told once: only its hash is kept
};
BOOST_DESCRIBE_STRUCT(ProgramKeyMade, (), (key))

namespace {

std::vector<ProgramKeyLine> my_program_keys(http::Call& call) {
    return list_program_keys(call.read(), call.person());
}

http::Created<ProgramKeyMade> make_program_key(http::Call& call, const ProgramKeyDraft& draft) {
    require_password(call, get_account(call), draft.password, "/password");
    return call.write_unkept([&](db::Tx& tx) {
        auto key = insert_program_key(tx, {.person = call.person(), .name = draft.name.value, .term = draft.term});
        journal::record(tx, call.person(), "auth.program_key_made", {call.person(), 1});
        return http::Created<ProgramKeyMade>{{std::move(key)}};
    });
}

void revoke_program_key(http::Call& call, ProgramKeyId id) {
    const bool revoked = call.write([&](db::Tx& tx) {
        if (!delete_program_key(tx, call.person(), id)) return false;
        journal::record(tx, call.person(), "auth.program_key_revoked", {call.person(), 1});
        return true;
    });
    if (!revoked) throw http::not_found();
}

}  // namespace

void add_program_key_routes(http::Router& router) {
    router.get("/api/me/program-keys", my_program_keys, access::signed_in);
    router.post("/api/me/program-keys", make_program_key, access::signed_in, http::WriteKind::account);
    router.del("/api/me/program-keys/{key}", revoke_program_key, access::signed_in, http::WriteKind::account);
}

}  // namespace auth
