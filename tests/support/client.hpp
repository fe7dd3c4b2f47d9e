#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/json/json.hpp"
#include "base/person.hpp"
#include "http/fields.hpp"
#include "http/problem.hpp"
#include "http/request.hpp"
#include "http/response.hpp"

namespace support {

class Client;

// What a client sits in front of: an Office, or a whole installation.
class Desk {
  public:
    virtual ~Desk() = default;
    virtual http::Response answer(http::Request& request) = 0;
    virtual void sign_in(Client& client) = 0;
};

// What came back.
struct Reply {
    unsigned status = 0;
    std::string body;
    http::Fields headers;
    std::optional<std::int64_t> version;  // the ETag that the network layer would send

    template <class T>
    T as() const {
        return json::read_own<T>(body);
    }
    http::ProblemReply problem() const { return as<http::ProblemReply>(); }
    std::string code() const { return problem().code; }
};

// One person in front of their browser; asks without a network.
class Client {
  public:
    explicit Client(Desk& desk) : desk_(&desk) {}

    base::PersonId person;  // nobody: a guest
    std::string session;    // the token in the browser's cookie; taken from and dropped by Set-Cookie

    Reply get(std::string_view target);
    // Bodies are described structs, or JSON as text.
    template <class T>
    Reply post(std::string_view target, const T& body) {
        return send(http::Method::post, target, text_of(body));
    }
    Reply post(std::string_view target) { return send(http::Method::post, target, {}); }
    // `version` goes out as If-Match.
    template <class T>
    Reply put(std::string_view target, const T& body, std::optional<std::int64_t> version = {}) {
        return send(http::Method::put, target, text_of(body), version);
    }
    template <class T>
    Reply patch(std::string_view target, const T& body, std::optional<std::int64_t> version = {}) {
        return send(http::Method::patch, target, text_of(body), version);
    }
    Reply del(std::string_view target, std::optional<std::int64_t> version = {}) { return send(http::Method::del, target, {}, version); }

    Reply send(http::Method method, std::string_view target, std::string body, std::optional<std::int64_t> version = {});
    Reply send(http::Request request);

    // When a session is over because a test let months pass, the client signs in again, as the web app lets people do.
    bool signs_in_again = true;
    http::Fields headers;  // go with every request: Accept-Language, Idempotency-Key …

  private:
    Reply send_once(http::Request request);
    void take_cookie(std::string_view cookie);
    template <class T>
    static std::string text_of(const T& body) {
        if constexpr (std::convertible_to<const T&, std::string_view>) {
            return std::string(std::string_view(body));
        } else {
            return json::write(body);
        }
    }

    Desk* desk_;
};

// The value of Authorization that a program without a cookie sends: "Basic …".
std::string basic(std::string_view login, std::string_view secret);

}  // namespace support
