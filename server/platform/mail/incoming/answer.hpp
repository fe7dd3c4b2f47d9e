#pragma once

#include <string>
#include <string_view>

namespace mail {

// What somebody wrote in answer to a mail of ours, without the mail that their program put under it, the lines that it quotes, and what a
// phone signs with. Empty: they wrote nothing.
std::string answer_in(std::string_view text);

}  // namespace mail
