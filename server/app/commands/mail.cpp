#include <fmt/format.h>
#include <sysexits.h>

#include <array>
#include <iostream>

#include "app/commands/commands.hpp"
#include "app/wiring.hpp"
#include "base/enum_names.hpp"
#include "base/locale.hpp"
#include "channels/channels.hpp"
#include "http/problem.hpp"
#include "mail/bounce/report.hpp"
#include "mail/incoming/incoming.hpp"
#include "mail/messages.hpp"
#include "mail/smtp/delivery.hpp"
#include "mail/words/address.hpp"

// Mail, from the command line.
namespace app {

namespace {

constexpr int most_listed = 50;

// All of it is taken, so that the mail server's pipe does not break; what is beyond the limit is let go.
std::string read_input(std::size_t most) {
    std::string text;
    std::array<char, 65536> piece{};
    while (std::cin.read(piece.data(), piece.size()), std::cin.gcount() > 0)
        if (text.size() < most) text.append(piece.data(), static_cast<std::size_t>(std::cin.gcount()));
    return text;
}

mail::Message message_to(const std::string& address, const mail::Settings& settings, base::Instant now) {
    constexpr auto language = base::Language::th;
    const mail::Letter letter{language, base::say(language, "mail_test_subject"), {base::say(language, "mail_test_body")}, {}, {}, {}};
    auto written = mail::write(letter, {}, settings.origin);
    mail::Message message;
    message.token = std::string(32, '0');
    message.recipient = address;
    message.subject = letter.subject;
    message.plain = std::move(written.plain);
    message.html = std::move(written.html);
    message.queued_at = now;
    return message;
}

}  // namespace

// An error would make the mail server send the report back to where nobody is; so only a database that is away is told, as temporary.
int take_bounce(const Config& config) {
    const auto text = read_input(mail::longest_report);
    try {
        Installation installation{config};
        switch (mail::take_report(*installation.database, text)) {
            case mail::Returned::noted:
                std::cout << "noted\n";
                break;
            case mail::Returned::no_report:
                std::cout << "this is no report of a message that could not be delivered\n";
                break;
            case mail::Returned::unknown_message:
                std::cout << "it is about no message of ours, or about one that is known to have come back\n";
                break;
        }
        return EX_OK;
    } catch (const db::Error& error) {
        std::cerr << error.what() << '\n';
        return EX_TEMPFAIL;
    }
}

// As with what came back: whoever wrote is told by a mail of ours, so the mail server hears of a database that is away, and of nothing
// else.
int take_mail(const Config& config) {
    const auto text = read_input(mail::longest_incoming + 1);
    try {
        Installation installation{config};
        std::cout << base::name_of(channels::take_reply(*installation.database, installation.postbox, text)) << '\n';
        return EX_OK;
    } catch (const db::Error& error) {
        std::cerr << error.what() << '\n';
        return EX_TEMPFAIL;
    }
}

int try_mail(const Config& config, const std::string& address) {
    if (config.mail.host.empty()) throw ConfigError("mail_host: no mail server is set up; see docs/operate/mail.md");
    const auto to = mail::fold_address(address);
    if (const auto fault = mail::address_fault(to)) throw http::Problem(422, *fault);
    mail::Delivery delivery{config.mail, message_to(to, config.mail, base::SystemClock{}.now())};
    const auto outcome = delivery.run();
    const bool is_sent = outcome.verdict == mail::Verdict::sent;
    std::cout << (is_sent ? "sent: " : "not sent: ") << outcome.said << '\n';
    return is_sent ? 0 : 1;
}

int list_mail(const Config& config) {
    Installation installation{config};
    for (const auto& message : mail::list_messages(*installation.database->read(), most_listed))
        std::cout << fmt::format("{} {} {:8} {:16} {:32} {}\n", base::to_iso(base::bangkok_date(message.queued_at)),
                                 base::to_iso(base::bangkok_time(message.queued_at)), base::name_of(message.state), message.kind,
                                 message.recipient, message.problem);
    return 0;
}

int forgive_address(const Config& config, const std::string& address) {
    Installation installation{config};
    const auto forgiven = installation.database->write([&](db::Tx& tx) { return mail::forgive(tx, mail::fold_address(address)); });
    std::cout << forgiven << " messages that came back are forgiven\n";
    return 0;
}

}  // namespace app
