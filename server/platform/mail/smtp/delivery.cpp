#include "mail/smtp/delivery.hpp"

#include <curl/curl.h>
#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <mutex>
#include <new>
#include <stdexcept>

#include "base/locale.hpp"
#include "mail/words/address.hpp"
#include "mail/words/headers.hpp"
#include "mail/words/token.hpp"

namespace mail {

namespace {

constexpr std::size_t longest_said = 300;
constexpr int most_lines = 500;
constexpr long connect_ms = 10'000;
constexpr long answer_seconds = 20;  // of one command, and of our leave at the end

struct Easy {
    void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
};
struct Mime {
    void operator()(curl_mime* mime) const { curl_mime_free(mime); }
};
struct List {
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};
using ListOf = std::unique_ptr<curl_slist, List>;

void append(ListOf& list, const std::string& text) {
    auto* head = list.release();
    auto* longer = curl_slist_append(head, text.c_str());
    list.reset(longer != nullptr ? longer : head);
    if (longer == nullptr) throw std::bad_alloc();
}

void check(CURLcode code) {
    if (code != CURLE_OK) throw std::runtime_error(std::string{"libcurl: "} + curl_easy_strerror(code));
}

std::string first_line(const std::string& file) {
    std::ifstream in{file};
    std::string line;
    std::getline(in, line);
    return line;
}

// Lines end with CR LF in mail, also inside base64 (RFC 2045, 6.8).
std::string with_crlf(const std::string& text) {
    std::string lines;
    for (const char c : text) {
        if (c == '\n') lines += '\r';
        lines += c;
    }
    return lines;
}

std::string return_path(const Settings& settings, const Message& message) {
    if (settings.bounces.empty()) return settings.from;
    return with_token(settings.bounces, message.token);
}

std::string in_brackets(const std::string& address) {
    return "<" + address + ">";
}

ListOf headers_of(const Settings& settings, const Message& message) {
    const auto name = settings.from_name.empty() ? base::say(message.language, "frame_brand") : settings.from_name;
    ListOf headers;
    append(headers, "Content-Type: multipart/alternative");
    append(headers, "Date: " + date_field(message.queued_at));
    append(headers, "Message-ID: <" + message.token + "@" + std::string{domain_of(settings.from)} + ">");
    append(headers, "From: " + mailbox(name, settings.from));
    const auto& answers = message.reply_to.empty() ? settings.reply_to : message.reply_to;
    if (!answers.empty()) append(headers, "Reply-To: " + in_brackets(answers));
    append(headers, "To: " + mailbox(message.recipient_name, message.recipient));
    append(headers, "Subject: " + encoded(message.subject));
    append(headers, std::string{"Content-Language: "} + (message.language == base::Language::th ? "th" : "en"));
    if (!message.unsubscribe.empty()) {
        append(headers, "List-Unsubscribe: " + in_brackets(settings.origin + message.unsubscribe));
        append(headers, "List-Unsubscribe-Post: List-Unsubscribe=One-Click");  // RFC 8058
    }
    append(headers, "Auto-Submitted: auto-generated");  // RFC 3834: nobody's holiday notice answers
    return headers;
}

void add_part(curl_mime* mime, const std::string& text, const char* type) {
    auto* part = curl_mime_addpart(mime);
    if (part == nullptr) throw std::bad_alloc();
    check(curl_mime_data(part, text.data(), text.size()));
    check(curl_mime_type(part, type));
    check(curl_mime_encoder(part, "base64"));
}

// What the server says, line by line. libcurl looks at the clock only between answers, and an answer may have lines without end.
struct Heard {
    std::string last;  // before "221 bye": it tells how it ended
    int lines = 0;
};

std::size_t hear(char* text, std::size_t size, std::size_t count, void* told) {
    auto& heard = *static_cast<Heard*>(told);
    if (++heard.lines > most_lines) return 0;  // ends the transfer
    const std::string_view line{text, size * count};
    if (line.starts_with("221")) return line.size();
    heard.last = line.substr(0, longest_said);
    std::ranges::replace_if(heard.last, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }, ' ');
    heard.last.erase(heard.last.find_last_not_of(' ') + 1);
    return line.size();
}

CURL* new_handle() {
    static std::once_flag once;
    std::call_once(once, [] { check(curl_global_init(CURL_GLOBAL_DEFAULT)); });
    auto* handle = curl_easy_init();
    if (handle == nullptr) throw std::bad_alloc();
    return handle;
}

// The enhanced status code behind the code: "5.1.1" of "550 5.1.1 no such user".
std::string_view status_in(std::string_view said) {
    if (said.size() < 9 || said[5] != '.') return {};
    const auto rest = said.substr(4);
    return rest.substr(0, rest.find(' '));
}

}  // namespace

bool means_dead_address(std::string_view status) {
    return status.starts_with("5.1.") || status == "5.0.0" || status == "5.2.1" || status == "5.4.4";
}

Verdict verdict_on(long code, std::string_view said) {
    const bool knows_us_not = code >= 530 && code <= 539;  // asks for sign-in, or took ours for wrong (RFC 4954, 6)
    if (code < 500 || code > 599 || knows_us_not) return Verdict::try_later;
    const auto status = status_in(said);
    // 550 without more is what old servers say of mailboxes that they do not have.
    const bool is_dead = status.empty() ? code == 550 : means_dead_address(status);
    return is_dead ? Verdict::no_such_address : Verdict::refused;
}

struct Delivery::Transfer {
    std::unique_ptr<CURL, Easy> handle{new_handle()};
    std::unique_ptr<curl_mime, Mime> mime;
    ListOf headers;
    ListOf recipients;
    Heard heard;
    std::string hindrance;  // on our side

    template <class Value>
    void set(CURLoption option, Value value) {
        check(curl_easy_setopt(handle.get(), option, value));
    }

    void aim(const Settings& settings) {
        const auto* scheme = settings.tls == Tls::implicit ? "smtps" : "smtp";
        const bool is_ipv6 = settings.host.find(':') != std::string::npos;
        const auto host = is_ipv6 ? "[" + settings.host + "]" : settings.host;
        // Behind the slash stands how we greet: our own machine's name is nobody's business.
        set(CURLOPT_URL, fmt::format("{}://{}:{}/{}", scheme, host, settings.port_in_use(), domain_of(settings.from)).c_str());
        set(CURLOPT_PROTOCOLS_STR, "smtp,smtps");
        set(CURLOPT_USE_SSL, settings.tls == Tls::none ? long{CURLUSESSL_NONE} : long{CURLUSESSL_ALL});
        set(CURLOPT_SSLVERSION, long{CURL_SSLVERSION_TLSv1_2});
        set(CURLOPT_PROXY, "");  // whatever the environment says
        if (settings.user.empty()) return;
        set(CURLOPT_USERNAME, settings.user.c_str());
        const auto password = first_line(settings.password_file);
        if (password.empty()) hindrance = "no password can be read from " + settings.password_file;
        set(CURLOPT_PASSWORD, password.c_str());
    }

    void bound(const Settings& settings) {
        set(CURLOPT_NOSIGNAL, 1L);
        set(CURLOPT_TIMEOUT_MS, static_cast<long>(settings.deadline.count()));
        set(CURLOPT_CONNECTTIMEOUT_MS, std::min(connect_ms, static_cast<long>(settings.deadline.count())));
        set(CURLOPT_SERVER_RESPONSE_TIMEOUT, answer_seconds);
        set(CURLOPT_HEADERFUNCTION, &hear);
        set(CURLOPT_HEADERDATA, &heard);
    }

    void load(const Settings& settings, const Message& message) {
        set(CURLOPT_MAIL_FROM, in_brackets(return_path(settings, message)).c_str());
        append(recipients, in_brackets(message.recipient));
        set(CURLOPT_MAIL_RCPT, recipients.get());
        headers = headers_of(settings, message);
        set(CURLOPT_HTTPHEADER, headers.get());
        mime.reset(curl_mime_init(handle.get()));
        add_part(mime.get(), with_crlf(message.plain), "text/plain; charset=utf-8");
        add_part(mime.get(), with_crlf(message.html), "text/html; charset=utf-8");
        set(CURLOPT_MIMEPOST, mime.get());
    }
};

Delivery::Delivery(const Settings& settings, const Message& message) : transfer_{std::make_unique<Transfer>()} {
    transfer_->bound(settings);
    transfer_->aim(settings);
    transfer_->load(settings, message);
}

Delivery::~Delivery() = default;

Outcome Delivery::run() {
    if (!transfer_->hindrance.empty()) return {Verdict::try_later, transfer_->hindrance};
    const auto result = curl_easy_perform(transfer_->handle.get());
    if (result == CURLE_OK) return {Verdict::sent, transfer_->heard.last};
    long code = 0;
    curl_easy_getinfo(transfer_->handle.get(), CURLINFO_RESPONSE_CODE, &code);
    const auto verdict = result == CURLE_LOGIN_DENIED ? Verdict::try_later : verdict_on(code, transfer_->heard.last);
    const auto said = code >= 400 ? transfer_->heard.last : std::string{};
    return {verdict, said.empty() ? curl_easy_strerror(result) : said};
}

}  // namespace mail
