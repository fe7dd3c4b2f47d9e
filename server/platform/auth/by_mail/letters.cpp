#include "auth/by_mail/letters.hpp"

#include "base/locale.hpp"
#include "base/thai_calendar.hpp"

namespace auth {

namespace {

std::string moment(base::Instant at, base::Language language) {
    return base::long_date(base::bangkok_date(at), language) + " " + base::time_text(base::bangkok_time(at), language);
}

}  // namespace

mail::Letter reset_letter(const LinkToSend& link, const std::string& login) {
    const auto say = [&](std::string_view key, const json::Params& params = {}) { return base::say(link.language, key, params); };
    return {link.language,
            say("mail_reset_subject"),
            {say("mail_reset_why", {{"login", login}})},
            {},
            mail::Link{say("mail_reset_link"), "/reset/" + link.token},
            {say("mail_link_until", {{"until", moment(link.good_until, link.language)}}), say("mail_reset_not_me")}};
}

mail::Letter confirm_letter(const LinkToSend& link, const std::string& login) {
    const auto say = [&](std::string_view key, const json::Params& params = {}) { return base::say(link.language, key, params); };
    return {link.language,
            say("mail_confirm_subject"),
            {say("mail_confirm_why", {{"login", login}})},
            {},
            mail::Link{say("mail_confirm_link"), "/confirm-email/" + link.token},
            {say("mail_link_until", {{"until", moment(link.good_until, link.language)}}), say("mail_confirm_not_me")}};
}

}  // namespace auth
