#include "auth/auth.hpp"

#include "auth/proof.hpp"
#include "auth/routes.hpp"
#include "auth/token.hpp"
#include "auth/tokens/programs.hpp"
#include "db/db.hpp"
#include "http/call.hpp"
#include "http/problem.hpp"
#include "http/response.hpp"
#include "journal/journal.hpp"

namespace auth {
namespace {

constexpr std::int64_t seen_every_ms = 10 * 60 * 1000;
constexpr std::size_t longest_device = 200;

http::Viewer viewer(const SessionRow& session) {
    return {session.person_id, session.administrator, session.id.value};
}

// A page must stay readable when nothing can be written (disk full): then it is not noted when the session was last seen.
void note_seen(http::Call& call, const SessionRow& session) {
    if (call.now().ms - session.seen_at.ms < seen_every_ms) return;
    try {
        call.write_unkept([&](db::Tx& tx) { update_seen(tx, session, call.request().peer); });
    } catch (const db::Error&) {
        return;
    }
}

void require_good(std::optional<std::string_view> fault, std::string_view pointer, const json::Params& params = {}) {
    if (fault) throw http::Problem(422, "invalid_input").at(pointer, *fault, params);
}

}  // namespace

http::Viewer Auth::viewer_of(http::Call& call) {
    if (const auto program = program_of(call)) return *program;
    const auto token = call.request().cookie(session_cookie);
    if (!token) return {};
    const auto hash = hash_token(*token);
    if (const auto known = cache.find(hash.bytes, call.now())) return *known;
    const auto session = find_session(call.read(), hash, call.now());
    if (!session) return {{}, false, 0, true};
    note_seen(call, *session);
    cache.remember(hash.bytes, viewer(*session), call.now());
    return viewer(*session);
}

std::string open_session(db::Tx& tx, base::PersonId person, std::string_view device, std::string_view address) {
    auto token = new_token();
    delete_expired_sessions(tx);
    insert_session(tx, {person, hash_token(token), std::string(device.substr(0, longest_device)), std::string(address)});
    return token;
}

http::Cookie cookie_for(std::string_view token, const http::Request& request) {
    return {
        .name = session_cookie, .value = token, .max_age_seconds = token.empty() ? 0 : longest_session_ms / 1000, .secure = request.secure};
}

void require_new_password(std::string_view password, std::string_view login, std::string_view pointer) {
    require_good(password_fault(password, login), pointer, {{"min", static_cast<std::int64_t>(shortest_password)}});
}

void require_new_login(std::string_view folded) {
    require_good(login_fault(folded), "/login");
}

base::PersonId add_account(db::Database& database, Auth& auth, const NewAccount& account) {
    const auto login = fold_login(account.login);
    require_new_login(login);
    require_new_password(account.password, login, "/password");
    const auto hash = auth.hasher.hash(account.password);
    return database.write([&](db::Tx& tx) {
        const auto person = auth.persons.add(tx, account.name);
        insert_account(
            tx,
            {.person_id = person, .login = login, .email = {}, .password = hash, .administrator = account.administrator, .created_at = {}});
        journal::record(tx, {}, "auth.account_added", {person, 1});
        return person;
    });
}

void change_password(db::Database& database, Auth& auth, std::string_view login, std::string_view password) {
    const auto account = find_account(*database.read(), fold_login(login));
    if (!account) throw http::Problem(404, "no_such_account");
    require_new_password(password, account->login, "/password");
    const auto hash = auth.hasher.hash(password);
    database.write([&](db::Tx& tx) {
        update_password(tx, account->person_id, hash);
        end_other_sessions(tx, account->person_id, {});
        journal::record(tx, {}, "auth.password_changed", {account->person_id, 1});
    });
    auth.cache.forget_all();
}

bool drop_second_step(db::Database& database, Auth& auth, std::string_view login) {
    const auto account = find_account(*database.read(), fold_login(login));
    if (!account) throw http::Problem(404, "no_such_account");
    const bool dropped = database.write([&](db::Tx& tx) { return reset_second_step(tx, {}, account->person_id); });
    auth.cache.forget_all();
    return dropped;
}

std::optional<std::string> invite_first_administrator(db::Database& database, Auth& auth) {
    return database.write([&](db::Tx& tx) -> std::optional<std::string> {
        if (has_administrator(tx)) return std::nullopt;
        const auto waiting = find_waiting_administrator(tx);
        const auto person = waiting ? *waiting : auth.persons.add(tx, "ผู้ดูแลระบบ");
        return invitation_path(insert_invitation(tx, {.person = person, .email = {}, .administrator = true, .invited_by = {}}));
    });
}

}  // namespace auth
