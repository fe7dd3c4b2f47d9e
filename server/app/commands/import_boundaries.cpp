#include <fcntl.h>

#include <boost/json/parse.hpp>
#include <filesystem>
#include <iostream>
#include <stdexcept>
#include <system_error>

#include "app/commands/commands.hpp"
#include "app/wiring.hpp"
#include "auth/accounts/accounts.hpp"
#include "base/locale.hpp"
#include "http/problem.hpp"
#include "http/request.hpp"
#include "http/response.hpp"
#include "http/router.hpp"
#include "http/uri.hpp"
#include "journal/sealer.hpp"

namespace app {

static constexpr std::size_t rows_told = 20;
static constexpr int some_refused = 3;

static http::Request request_for(const BoundaryImport& wanted) {
    http::Request request;
    request.method = http::Method::post;
    request.target = "/api/areas/boundaries";
    if (wanted.preview)
        request.target += "/look";
    else
        request.target += "?source=" + http::encode_component(wanted.source) + "&licence=" + http::encode_component(wanted.licence) +
                          "&attribution=" + http::encode_component(wanted.attribution);
    http::Upload upload;
    upload.field = "file";
    upload.file_name = std::filesystem::path(wanted.file).filename().string();
    upload.size = std::filesystem::file_size(wanted.file);
    upload.content = http::Descriptor(::open(wanted.file.c_str(), O_RDONLY | O_CLOEXEC));
    if (upload.content.number() < 0) throw std::system_error(errno, std::system_category(), wanted.file);
    request.uploads.push_back(std::move(upload));
    return request;
}

// The route that a form goes to: one way in, and the same rules.
static boost::json::object ask(Installation& installation, base::PersonId administrator, http::Request request) {
    http::Router router;
    add_routes(router);
    auto services = installation.services;
    services.viewer_of = [administrator](http::Call&) { return http::Viewer{.person = administrator, .administrator = true}; };
    try {
        const auto response = router.handle(services, request);
        return boost::json::parse(std::get<std::string>(response.body)).as_object();
    } catch (const http::Problem& problem) {
        std::string told;
        for (const auto& error : problem.errors().list())
            told += base::say(base::Language::en, "problem_" + error.code, error.params) + "\n";
        throw std::runtime_error(told.empty() ? http::message(problem, base::Language::en) : told);
    }
}

static void tell(const boost::json::object& report) {
    std::size_t told = 0;
    for (const auto& row : report.at("wrong_rows").as_array()) {
        if (told++ == rows_told) break;
        std::cout << "feature " << row.at("line").as_int64() << " '" << row.at("value").as_string().c_str()
                  << "': " << base::say(base::Language::en, "problem_" + std::string(row.at("code").as_string())) << '\n';
    }
    std::cout << report.at("features").as_int64() << " features (" << report.at("encoding").as_string().c_str() << "), codes in \""
              << report.at("property").as_string().c_str() << "\", " << report.at("wrong").as_int64() << " left out\n";
    for (const auto& count : report.at("levels").as_array())
        std::cout << "  " << count.at("level").as_string().c_str() << ": " << count.at("areas").as_int64() << ", "
                  << count.at("replaced").as_int64() << " of them in place of another\n";
    std::cout << report.at("points").as_int64() << " points, " << report.at("kept_points").as_int64() << " kept\n";
}

int import_boundaries(const Config& config, const BoundaryImport& wanted) {
    Installation installation{config};
    installation.bring_up_to_date();
    const auto account = auth::find_account(*installation.database->read(), wanted.by);
    if (!account || !account->administrator) throw std::runtime_error(wanted.by + ": no administrator signs in so");
    const auto report = ask(installation, account->person_id, request_for(wanted));
    tell(report);
    if (!wanted.preview) journal::seal(*installation.database);
    return report.at("wrong").as_int64() == 0 ? 0 : some_refused;
}

}  // namespace app
