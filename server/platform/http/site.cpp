#include "http/site.hpp"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <cctype>
#include <cerrno>
#include <system_error>

#include "base/at_work.hpp"
#include "base/json/json.hpp"
#include "db/db.hpp"
#include "http/problem.hpp"
#include "http/telemetry.hpp"

namespace http {

namespace {

// Where the reply says "later", how much later.
constexpr std::string_view retry_after_seconds = "5";

bool is_api(std::string_view path) {
    return path == "/api" || path.starts_with("/api/");
}

// "/circles" and "/sessions/12/edit" are the web app's own; "/robots.txt" would be a file that we do not have.
bool may_be_the_web_apps(std::string_view path) {
    return !is_api(path) && path.find('.', path.rfind('/')) == std::string_view::npos;
}

// "/circles/new": the form for a new one. Records are called by number, so no record hides behind it.
bool is_form_for_new(std::string_view path) {
    return path.ends_with("/new");
}

constexpr std::string_view health = "/healthz";
constexpr std::string_view readiness = "/readyz";
constexpr std::string_view figures = "/metrics";

Response well() {
    return Response::text(200, "text/plain", "ok\n");
}

struct AccessLine {
    std::string request, method, path, peer;
    unsigned status = 0;
    std::uint64_t bytes = 0;
    std::int64_t microseconds = 0;
};
BOOST_DESCRIBE_STRUCT(AccessLine, (), (request, method, path, peer, status, bytes, microseconds))

// Links that give a right have a token of 128 bits in their path, 22 letters and digits; who reads the log is not to have that right.
constexpr std::size_t token_length = 22;

bool is_token(std::string_view segment) {
    return segment.size() == token_length &&
           std::ranges::all_of(segment, [](unsigned char c) { return std::isalnum(c) != 0 || c == '-' || c == '_'; });
}

std::string without_tokens(std::string_view path) {
    std::string shown;
    while (!path.empty()) {
        const auto end = std::min(path.find('/', 1), path.size());
        const auto segment = path.substr(0, end);
        shown += is_token(segment.substr(1)) ? "/…" : segment;
        path.remove_prefix(end);
    }
    return shown;
}

}  // namespace

std::optional<Response> Site::answer_at_once(const Request& head) {
    if (head.method != Method::get && head.method != Method::head) return std::nullopt;
    const auto path = head.path();
    if (path == health && !database_failed_) return well();
    return parts_.assets.find(head);
}

BodyRule Site::body_rule(const Request& head) {
    const auto* route = parts_.router.find(head);
    return route ? route->body_rule : BodyRule{};
}

// Once the database has failed somebody, health is asked of the database itself, until it answers again.
Response Site::ask_database() {
    parts_.services.database.read()->all<std::int64_t>(
        db::Sql{"/* sqlite */ SELECT count(*) FROM sqlite_master", "/* postgres */ SELECT 1 AS one"});
    database_failed_ = false;
    return well();
}

// Whether work should be sent here: not when it stops, nor while the database does not answer those who read and those who write.
Response Site::tell_readiness() {
    if (server_ && server_->state().stopping) return Response::text(503, "text/plain", "stopping\n");
    try {
        parts_.services.database.read()->one<std::int64_t>("SELECT 1 AS one");
        parts_.services.database.write([](db::Tx&) {});
        return Response::text(200, "text/plain", "ready\n");
    } catch (const db::Error& error) {
        return Response::text(503, "text/plain", std::string("database: ") + error.what() + "\n");
    }
}

static void add_gauge(Exposition& to, std::string_view name, std::string_view help, std::uint64_t value) {
    to.begin(name, "gauge", help);
    to.add(name, {}, value);
}

Response Site::tell_figures() {
    Exposition to;
    metrics_.write(to);
    const auto state = server_ ? server_->state() : ServerState{};
    add_gauge(to, "lomwong_http_connections", "Open connections.", state.connections);
    add_gauge(to, "lomwong_http_visitors", "Visitors who have a connection, or through a proxy a request under way.", state.visitors);
    add_gauge(to, "lomwong_http_waiting", "Requests that wait for a worker.", state.waiting);
    add_gauge(to, "lomwong_http_uploads", "Uploads under way.", state.uploads);
    if (const auto* telemetry = parts_.services.equipment.find<Telemetry>()) telemetry->write(parts_.services.database, to);
    return Response::text(200, Exposition::content_type, to.text());
}

void Site::admit(Request& head) {
    const base::AtWork at_work{"request", head.id};
    parts_.router.admit(parts_.services, head);
}

Response Site::handle(Request& request) {
    const base::AtWork at_work{"request", request.id};
    const bool reads = request.method == Method::get || request.method == Method::head;
    if (reads && request.path() == health) return ask_database();
    if (reads && request.path() == readiness) return tell_readiness();
    if (reads && request.path() == figures) return tell_figures();
    if (reads && may_be_the_web_apps(request.path()) && (is_form_for_new(request.path()) || !parts_.router.knows_path(request)))
        return empty_page(200, request);
    return parts_.router.handle(parts_.services, request);
}

// Where the database may be gone, the words are those that were said last.
Response Site::empty_page(unsigned status, const Request& request) const {
    const auto* wording = parts_.services.equipment.find<Wording>();
    return parts_.frame.render_empty(status, language_of(request), request.path(), wording ? *wording->known() : Words{});
}

bool Site::is_page(const Request& request) const {
    const auto* route = parts_.router.find(request);
    return route && route->is_page;
}

static bool is_disk_full(const std::error_code& code) {
    return code == std::errc::no_space_on_device || code == std::error_code(EDQUOT, std::system_category());
}

Problem Site::as_problem(const Request& request, const std::exception_ptr& error) {
    const base::AtWork at_work{"request", request.id};
    try {
        std::rethrow_exception(error);
    } catch (const Problem& problem) {
        return problem;
    } catch (const db::Busy& busy) {
        parts_.log->warn("database busy: {}", busy.what());
        return {503, "busy"};
    } catch (const db::Full& full) {
        parts_.log->error("{}", full.what());
        return {507, "disk_full"};
    } catch (const db::Gone& gone) {
        database_failed_ = true;
        parts_.log->error("database gone: {}", gone.what());
        return {503, "database_gone"};
    } catch (const db::Conflict& conflict) {
        parts_.log->error("{} {}: {}", name_of(request.method), request.path(), conflict.what());
        return {409, "conflict"};
    } catch (const std::system_error& broken) {
        parts_.log->error("{} {}: {}", name_of(request.method), request.path(), broken.what());
        if (is_disk_full(broken.code())) return {507, "disk_full"};
    } catch (const std::exception& other) {
        parts_.log->error("{} {}: {}", name_of(request.method), request.path(), other.what());
    } catch (...) {
        parts_.log->error("{} {}: threw what is no exception", name_of(request.method), request.path());
    }
    return {500, "internal"};
}

Response Site::failed(const Request& request, std::exception_ptr error) noexcept {
    const auto problem = as_problem(request, error);
    // A reader of a page gets the web app, which asks again and tells the problem in its own words.
    auto response = is_page(request) ? empty_page(problem.status(), request) : problem_response(problem, language_of(request), request.id);
    if (problem.status() == 503) response.headers.set("Retry-After", retry_after_seconds);
    return response;
}

Response Site::refused(const Request& request, unsigned status, std::string_view code) noexcept {
    return problem_response(Problem{status, code}, language_of(request), request.id);
}

void Site::replied(const Request& request, unsigned status, std::uint64_t bytes, std::chrono::microseconds took) noexcept {
    metrics_.add({parts_.router.find(request), status, bytes, took});
    if (!parts_.access) return;
    // Without the query: what people search for is theirs. The address is kept because the law on computer crime asks for it.
    parts_.access->info(json::write(AccessLine{request.id, std::string{name_of(request.method)}, without_tokens(request.path()),
                                               request.peer, status, bytes, took.count()}));
}

}  // namespace http
