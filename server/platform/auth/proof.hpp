#pragma once

#include <string_view>

#include "auth/second_step/second_steps.hpp"
#include "base/person.hpp"

namespace http {
class Call;
}

// Who is signed in proves once more who they are, before what an open session left behind on a desk must not be enough for.
// What is guessed here counts like what is guessed at the door.
namespace auth {

struct Account;
class Vault;

Account get_account(http::Call& call);  // of the viewer

// Throws Problem 422 `wrong_password` at `pointer`, 429, or 409 `no_password` for who comes in by a provider only.
void require_password(http::Call& call, const Account& account, std::string_view password, std::string_view pointer);

struct Guesser {
    base::PersonId person;
    std::string_view address;
};
// What is wrong is counted in this transaction, which must therefore be kept. Throws Problem 429.
[[nodiscard]] CodeOutcome use_code_counted(db::Tx& tx, const Vault& vault, const Guesser& guesser, std::string_view code);
void require_right(CodeOutcome outcome);  // Problem 422 `wrong_code` or `code_used` at /code

// What an administrator, or the command line, does for who lost their phone: the second step goes, and all sessions with it.
bool reset_second_step(db::Tx& tx, base::PersonId actor, base::PersonId person);

}  // namespace auth
