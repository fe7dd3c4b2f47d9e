#include "http/problem.hpp"

#include <map>
#include <optional>

#include "base/json/json.hpp"
#include "base/locale.hpp"
#include "http/response.hpp"

namespace http {
namespace {

std::string said(std::string_view code, const json::Params& params, base::Language language) {
    return base::say(language, "problem_" + std::string(code), params);
}

std::map<std::string, std::string> in_both_languages(std::string_view code, const json::Params& params) {
    return {{"th", said(code, params, base::Language::th)}, {"en", said(code, params, base::Language::en)}};
}

}  // namespace

Problem::Problem(unsigned status, std::string_view code, json::Params params) : status_(status), code_(code), params_(std::move(params)) {}

Problem& Problem::at(std::string_view pointer, std::string_view code, json::Params params) {
    errors_.add(pointer, code, std::move(params));
    return *this;
}

Problem& Problem::at(const json::Errors& errors) {
    for (const auto& error : errors.list()) errors_.add(error.pointer, error.code, error.params);
    return *this;
}

Problem& Problem::with(std::string_view header, std::string_view value) {
    headers_.set(header, value);
    return *this;
}

Problem not_found() {
    return {404, "not_found"};
}

Problem sign_in_needed(const Viewer& viewer) {
    return {401, viewer.session_ended ? "session_ended" : "sign_in_needed"};
}

Problem not_allowed() {
    return {403, "not_allowed"};
}

Problem invalid_input(const json::Errors& errors) {
    return Problem(422, "invalid_input").at(errors);
}

std::string message(const Problem& problem, base::Language language) {
    return said(problem.code(), problem.params(), language);
}

ProblemReply problem_reply(const Problem& problem, base::Language language, std::string_view request_id) {
    ProblemReply reply{.type = "/problems/" + problem.code(),
                       .status = static_cast<int>(problem.status()),
                       .code = problem.code(),
                       .title = message(problem, language),
                       .detail = {},
                       .messages = in_both_languages(problem.code(), problem.params()),
                       .params = {},
                       .errors = {},
                       .request_id = std::string(request_id)};
    for (const auto& [name, value] : problem.params()) reply.params.emplace(name, value);
    for (const auto& error : problem.errors().list()) {
        auto messages = in_both_languages(error.code, error.params);
        auto text = messages[std::string(base::name_of(language))];
        reply.errors.push_back({error.pointer, error.code, std::move(text), std::move(messages)});
    }
    if (!reply.errors.empty()) reply.detail = reply.errors.front().message;
    return reply;
}

Response problem_response(const Problem& problem, base::Language language, std::string_view request_id) {
    auto response = Response::text(problem.status(), "application/problem+json", json::write(problem_reply(problem, language, request_id)));
    for (std::size_t i = 0; i < problem.headers().size(); ++i) response.headers.set(problem.headers()[i].name, problem.headers()[i].value);
    for (const auto& [name, value] : problem.params()) {
        if (problem.status() == 405 && name == "allowed") response.headers.set("Allow", value);
        if ((problem.status() == 429 || problem.status() == 503) && name == "seconds") response.headers.set("Retry-After", value);
    }
    return response;
}

}  // namespace http
