#include "mail/settings.hpp"

#include "mail/words/address.hpp"

namespace mail {

namespace {

bool is_this_machine(const std::string& host) {
    return host == "localhost" || host == "::1" || host.starts_with("127.");
}

std::optional<std::string> address_wrong(const std::string& key, const std::string& address) {
    if (address.empty() || !address_fault(address)) return std::nullopt;
    return key + ": an e-mail address as name@example.org is asked for, not \"" + address + "\"";
}

}  // namespace

std::uint16_t Settings::port_in_use() const {
    if (port != 0) return port;
    if (tls == Tls::none) return 25;
    return tls == Tls::implicit ? 465 : 587;
}

std::optional<std::string> fault(const Settings& settings) {
    for (const auto& [key, address] : {std::pair{"mail_from", settings.from}, std::pair{"mail_reply_to", settings.reply_to},
                                       std::pair{"mail_bounces", settings.bounces}, std::pair{"mail_replies", settings.replies}})
        if (auto wrong = address_wrong(key, address)) return wrong;
    if (settings.host.empty()) return std::nullopt;
    if (settings.from.empty()) return "mail_from: the address that mail comes from is asked for, beside mail_host";
    if (settings.origin.empty()) return "public_url: links in mail begin with it; it is asked for beside mail_host";
    if (settings.tls == Tls::none && !is_this_machine(settings.host))
        return "mail_tls: none is for a mail server on this machine; starttls or implicit is asked for";
    if (settings.user.empty() != settings.password_file.empty()) return "mail_user and mail_password_file are asked for together";
    return std::nullopt;
}

}  // namespace mail
