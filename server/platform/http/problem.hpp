#pragma once

#include <exception>
#include <string>
#include <string_view>

#include "base/json/errors.hpp"
#include "base/language.hpp"

namespace http {

struct Response;

// The caller is wrong or lacks the right (RFC 9457). Thrown by handlers, rules and queries; told to the caller in Thai and English from the
// locale keys `problem_CODE`. Bad fields are named with `at`:
//   throw http::Problem(422, "invalid_input").at("/starts_at", "before_series", {{"first", "2013-05-01"}});
class Problem : public std::exception {
  public:
    Problem(unsigned status, std::string_view code, json::Params params = {});

    Problem& at(std::string_view pointer, std::string_view code, json::Params params = {});
    Problem& at(const json::Errors& errors);

    unsigned status() const { return status_; }
    const std::string& code() const { return code_; }
    const json::Params& params() const { return params_; }  // fill the message; also sent, e.g. the version that stands now
    const json::Errors& errors() const { return errors_; }
    const char* what() const noexcept override { return code_.c_str(); }

  private:
    unsigned status_;
    std::string code_;
    json::Params params_;
    json::Errors errors_;
};

// Those that many routes throw.
Problem not_found();       // 404: not there, or not for this viewer: the two look alike
Problem sign_in_needed();  // 401: the web asks for sign-in in place and keeps what was typed
Problem not_allowed();     // 403: may be read, but not this
Problem invalid_input(const json::Errors& errors);

// The title of a problem in one language.
std::string message(const Problem& problem, base::Language language);

// application/problem+json, with title in the caller's language and both languages in `messages`.
Response problem_response(const Problem& problem, base::Language language, std::string_view request_id);

}  // namespace http
