#pragma once

#include <boost/describe/class.hpp>
#include <exception>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/json/errors.hpp"
#include "base/language.hpp"
#include "http/fields.hpp"
#include "http/viewer.hpp"

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
    Problem& with(std::string_view header, std::string_view value);  // a protocol's own word, beside ours

    unsigned status() const { return status_; }
    const std::string& code() const { return code_; }
    const json::Params& params() const { return params_; }  // fill the message; also sent, e.g. the version that stands now
    const json::Errors& errors() const { return errors_; }
    const Fields& headers() const { return headers_; }
    const char* what() const noexcept override { return code_.c_str(); }

  private:
    unsigned status_;
    std::string code_;
    json::Params params_;
    json::Errors errors_;
    Fields headers_;
};

// Those that many routes throw.
Problem not_found();  // 404: not there, or not for this viewer: the two look alike
// 401: the web asks for sign-in in place and keeps what was typed. `session_ended` for who was signed in a while ago.
Problem sign_in_needed(const Viewer& viewer = {});
Problem not_allowed();  // 403: may be read, but not this
Problem invalid_input(const json::Errors& errors);

// The title of a problem in one language.
std::string message(const Problem& problem, base::Language language);

// What is sent. `title` and the errors' `message` are in the caller's language; `messages` has both.
struct FieldProblem {
    std::string pointer;
    std::string code;
    std::string message;
    std::map<std::string, std::string> messages;
};
BOOST_DESCRIBE_STRUCT(FieldProblem, (), (pointer, code, message, messages))

struct ProblemReply {
    std::string type;
    int status = 500;
    std::string code;
    std::string title;
    std::string detail;
    std::map<std::string, std::string> messages;
    std::map<std::string, std::string> params;
    std::vector<FieldProblem> errors;
    std::string request_id;
};
BOOST_DESCRIBE_STRUCT(ProblemReply, (), (type, status, code, title, detail, messages, params, errors, request_id))

ProblemReply problem_reply(const Problem& problem, base::Language language, std::string_view request_id);

// application/problem+json
Response problem_response(const Problem& problem, base::Language language, std::string_view request_id);

}  // namespace http
