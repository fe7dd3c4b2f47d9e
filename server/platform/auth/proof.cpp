#include "auth/proof.hpp"

#include "auth/auth.hpp"
#include "auth/sessions/attempts.hpp"
#include "http/call.hpp"
#include "http/problem.hpp"
#include "journal/journal.hpp"

namespace auth {

Account get_account(http::Call& call) {
    auto account = find_account(call.read(), call.person());
    if (!account) throw http::not_found();
    return *std::move(account);
}

void require_password(http::Call& call, const Account& account, std::string_view password, std::string_view pointer) {
    const auto subjects = subjects_of(account.login, call.request().peer);
    require_open(call.read(), subjects, call.now());
    if (account.password.empty()) throw http::Problem(409, "no_password");
    if (call.services().equipment.get<Auth>().hasher.verify(account.password, password)) return;
    call.write_unkept([&](db::Tx& tx) { add_failure(tx, subjects); });
    throw http::Problem(422, "invalid_input").at(pointer, "wrong_password");
}

CodeOutcome use_code_counted(db::Tx& tx, const Vault& vault, const Guesser& guesser, std::string_view code) {
    const auto subjects = code_subjects_of(guesser.person, guesser.address);
    require_open(tx, subjects, tx.now());
    const auto outcome = use_code(tx, vault, guesser.person, code);
    if (outcome == CodeOutcome::right)
        clear_failures(tx, subjects);
    else
        add_failure(tx, subjects);
    return outcome;
}

void require_right(CodeOutcome outcome) {
    if (outcome == CodeOutcome::right) return;
    throw http::Problem(422, "invalid_input").at("/code", outcome == CodeOutcome::used_before ? "code_used" : "wrong_code");
}

bool reset_second_step(db::Tx& tx, base::PersonId actor, base::PersonId person) {
    if (!delete_second_step(tx, person)) return false;
    end_other_sessions(tx, person, {});
    journal::record(tx, actor, "auth.second_step_reset", {person, 1});
    return true;
}

}  // namespace auth
