#include "search/search.hpp"

#include <boost/describe.hpp>
#include <iostream>
#include <stdexcept>

#include "app/commands/commands.hpp"
#include "app/wiring.hpp"
#include "auth/accounts/accounts.hpp"
#include "journal/sealer.hpp"
#include "knowledge/knowledge.hpp"

// Searching from the command line, and making the index again.
namespace app {

namespace {

struct Line {
    std::string title;
    std::string kind;
    std::string url;
    std::string source;  // the name of the file it was imported from
};
BOOST_DESCRIBE_STRUCT(Line, (), (title, kind, url, source))

http::Viewer viewer_named(db::Session& db, const std::string& login) {
    if (login.empty()) return {};
    const auto account = auth::find_account(db, auth::fold_login(login));
    if (!account) throw std::runtime_error("nobody signs in as " + login);
    return {.person = account->person_id, .administrator = account->administrator};
}

void print(const std::vector<Line>& lines) {
    for (const auto& line : lines)
        std::cout << line.url << "  " << line.title << (line.source.empty() ? "" : "  (" + line.source + ")") << '\n';
    if (lines.empty()) std::cout << "nothing found\n";
}

}  // namespace

int search_records(const Config& config, const SearchOrder& order) {
    Installation installation{config};
    installation.bring_up_to_date();
    journal::seal(*installation.database);
    installation.searcher.catch_up();
    auto lease = installation.database->read();
    search::Wanted wanted;
    wanted.question = order.question;
    wanted.limit = order.limit;
    const auto results = installation.searcher.search(*lease, viewer_named(*lease, order.as), wanted);
    std::vector<Line> lines;
    lines.reserve(results.items.size());
    for (const auto& [record, title_marks, excerpt, is_near] : results.items)
        lines.push_back({record.title, record.kind, record.address, knowledge::import_name(*lease, record.id)});
    if (order.as_json)
        std::cout << json::write(lines) << '\n';
    else
        print(lines);
    if (!order.as_json && !results.meant.empty()) std::cout << "perhaps: " << results.meant << '\n';
    return 0;
}

int reindex(const Config& config) {
    Installation installation{config};
    installation.bring_up_to_date();
    journal::seal(*installation.database);
    std::cout << installation.searcher.rebuild() << " records indexed\n";
    return 0;
}

}  // namespace app
