#pragma once

#include <string>

#include "base/language.hpp"
#include "base/time.hpp"
#include "mail/words/letter.hpp"

// What we write to people about their accounts.
namespace auth {

struct LinkToSend {
    base::Language language;
    std::string token;
    base::Instant good_until;
};

mail::Letter reset_letter(const LinkToSend& link, const std::string& login);
mail::Letter confirm_letter(const LinkToSend& link, const std::string& login);

}  // namespace auth
