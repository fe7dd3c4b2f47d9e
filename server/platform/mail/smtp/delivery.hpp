#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "mail/messages.hpp"
#include "mail/settings.hpp"

namespace mail {

enum class Verdict : std::uint8_t {
    sent,       // the server answered 250 and will see to it
    try_later,  // it is away, slow, busy, hung up, or does not know us: a mistake in our settings can be mended meanwhile
    refused,    // never (5xx)
    no_such_address,
};

struct Outcome {
    Verdict verdict = Verdict::try_later;
    std::string said;  // by the server, or about it; one line
};

// What an answer of the server means (RFC 5321, 4.2.1; RFC 3463). `code` is 0 when there was none.
Verdict verdict_on(long code, std::string_view said);

// True for an enhanced status code (RFC 3463) of an address that will never work: no such mailbox or domain, or one closed for good.
// A full mailbox (5.2.2) and a policy against us (5.7) say nothing about the address.
bool means_dead_address(std::string_view status);

// One attempt to hand one message to the mail server, over libcurl; within Settings::deadline. Going away, it takes leave of the server,
// which may take a while: keep the outcome before.
class Delivery {
  public:
    Delivery(const Settings& settings, const Message& message);
    ~Delivery();
    Delivery(const Delivery&) = delete;
    Delivery& operator=(const Delivery&) = delete;

    Outcome run();

  private:
    struct Transfer;
    std::unique_ptr<Transfer> transfer_;
};

}  // namespace mail
