#include "auth/tokens/programs.hpp"

#include "auth/sessions/attempts.hpp"
#include "auth/sessions/sessions.hpp"
#include "auth/token.hpp"
#include "auth/tokens/authorization.hpp"
#include "auth/tokens/program_keys.hpp"
#include "db/db.hpp"
#include "http/call.hpp"
#include "http/problem.hpp"

namespace auth {
namespace {

constexpr std::int64_t noted_every_ms = 10 * 60 * 1000;

// The challenge goes to who brought the header only: without one, a browser that reads our pages would open a window of its own.
http::Problem refused(std::string_view code) {
    return http::Problem(401, code).with("WWW-Authenticate", R"(Basic realm="Lomwong", charset="UTF-8")");
}

std::optional<BroughtKey> brought_key(const http::Request& request) {
    return request.headers.count("Authorization") == 1 ? read_authorization(request.header("Authorization")) : std::nullopt;
}

bool is_of(const BroughtKey& brought, const ProgramKey& key) {
    return !brought.login || *brought.login == key.login || *brought.login == key.email;
}

std::optional<ProgramKey> find_brought(http::Call& call, const std::optional<BroughtKey>& brought) {
    if (!brought) return std::nullopt;
    auto key = find_program_key(call.read(), hash_token(brought->key), call.now());
    if (key && !is_of(*brought, *key)) key.reset();
    return key;
}

// A good key comes in however many wrong ones there were: nobody guesses 128 bits, and two programs of an office share an address.
[[noreturn]] void refuse_counted(http::Call& call) {
    const auto subjects = key_subjects_of(call.request().peer);
    require_open(call.read(), subjects, call.now());
    call.write_unkept([&](db::Tx& tx) { add_failure(tx, subjects); });
    throw refused("program_key_wrong");
}

// As of a session: what can be read stays readable when nothing can be written.
void note_used(http::Call& call, const ProgramKey& key) {
    if (key.used_at && call.now().ms - key.used_at->ms < noted_every_ms) return;
    try {
        call.write_unkept([&](db::Tx& tx) { update_used(tx, key.id); });
    } catch (const db::Error&) {
        return;
    }
}

}  // namespace

std::optional<http::Viewer> program_of(http::Call& call) {
    if (!call.request().headers.has("Authorization")) return std::nullopt;
    const auto brought = brought_key(call.request());
    if (!call.takes_program_keys()) {
        if (brought) throw http::Problem(401, "program_key_not_here");
        return std::nullopt;
    }
    const auto key = find_brought(call, brought);
    if (!key) refuse_counted(call);
    if (key->expires_at <= call.now()) throw refused("program_key_over");
    note_used(call, *key);
    return http::Viewer{.person = key->person_id, .administrator = acts_as_administrator(call.read(), key->person_id)};
}

}  // namespace auth
