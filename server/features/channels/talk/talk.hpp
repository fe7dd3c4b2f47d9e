#pragma once

#include "journal/journal.hpp"
#include "mail/mail.hpp"

namespace channels {

// Of an answer that is shown: tells those who wrote in that talk, but its writer. They answer by mail where the installation takes that.
bool is_of_talk(const journal::Event& event);
void tell_talk(db::Tx& tx, const mail::Postbox& postbox, const journal::Event& event);

}  // namespace channels
