#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>
#include <sys/socket.h>
#include <unistd.h>

#include <memory>
#include <stdexcept>
#include <thread>

#include "mail/smtp/delivery.hpp"

namespace {

template <auto free>
struct Freed {
    template <class T>
    void operator()(T* thing) const {
        free(thing);
    }
};
using Key = std::unique_ptr<EVP_PKEY, Freed<EVP_PKEY_free>>;
using Certificate = std::unique_ptr<X509, Freed<X509_free>>;
using Context = std::unique_ptr<SSL_CTX, Freed<SSL_CTX_free>>;
using Talk = std::unique_ptr<SSL, Freed<SSL_free>>;

// Good for localhost and for an hour, and signed by nobody but itself.
Certificate own_certificate(EVP_PKEY* key) {
    constexpr long an_hour = 3600;
    Certificate certificate{X509_new()};
    ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()), 1);
    X509_gmtime_adj(X509_getm_notBefore(certificate.get()), -an_hour);
    X509_gmtime_adj(X509_getm_notAfter(certificate.get()), an_hour);
    X509_set_pubkey(certificate.get(), key);
    auto* name = X509_get_subject_name(certificate.get());
    X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC, reinterpret_cast<const unsigned char*>("localhost"), -1, -1, 0);
    X509_set_issuer_name(certificate.get(), name);
    X509_sign(certificate.get(), key, EVP_sha256());
    return certificate;
}

// Waits for one who wants to speak TLS, and notes whether they trusted it.
class Pretender {
  public:
    Pretender() : listener_{::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)} {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        if (::bind(listener_, reinterpret_cast<sockaddr*>(&address), size) != 0 || ::listen(listener_, 1) != 0)
            throw std::runtime_error("no port for a mail server");
        ::getsockname(listener_, reinterpret_cast<sockaddr*>(&address), &size);
        port = ntohs(address.sin_port);
        thread_ = std::thread{[this] { serve(); }};
    }
    ~Pretender() { ::close(listener_); }
    Pretender(const Pretender&) = delete;
    Pretender& operator=(const Pretender&) = delete;

    // Once somebody came and went.
    bool was_trusted() {
        thread_.join();
        return trusted_;
    }

    std::uint16_t port = 0;

  private:
    void serve() {
        const Key key{EVP_RSA_gen(2048)};
        const auto certificate = own_certificate(key.get());
        const Context context{SSL_CTX_new(TLS_server_method())};
        SSL_CTX_use_certificate(context.get(), certificate.get());
        SSL_CTX_use_PrivateKey(context.get(), key.get());
        const int peer = ::accept(listener_, nullptr, nullptr);
        const Talk talk{SSL_new(context.get())};
        SSL_set_fd(talk.get(), peer);
        if (SSL_accept(talk.get()) == 1) {
            char c = 0;
            SSL_write(talk.get(), "220 x\r\n", 7);
            trusted_ = SSL_read(talk.get(), &c, 1) == 1;
        }
        ::close(peer);
    }

    int listener_;
    bool trusted_ = false;
    std::thread thread_;
};

TEST(Delivery, a_mail_server_for_whom_nobody_vouches_hears_nothing) {
    Pretender pretender;
    mail::Settings settings;
    settings.host = "localhost";
    settings.port = pretender.port;
    settings.tls = mail::Tls::implicit;
    settings.from = "lomwong@office.example.org";
    settings.deadline = std::chrono::seconds(5);
    mail::Message message;
    message.recipient = "somchai@example.org";
    mail::Delivery delivery{settings, message};
    const auto outcome = delivery.run();
    EXPECT_EQ(outcome.verdict, mail::Verdict::try_later);
    EXPECT_NE(outcome.said.find("certificate"), std::string::npos) << outcome.said;
    EXPECT_FALSE(pretender.was_trusted());
}

}  // namespace
