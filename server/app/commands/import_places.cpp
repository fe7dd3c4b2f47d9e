#include <fcntl.h>

#include <cerrno>
#include <iostream>
#include <stdexcept>
#include <system_error>

#include "app/commands/commands.hpp"
#include "app/wiring.hpp"
#include "base/locale.hpp"
#include "files/opening.hpp"
#include "http/descriptor.hpp"

namespace app {

static std::string in_words(const std::string& problem, const std::string& about = {}) {
    return base::say(base::Language::en, "problem_" + problem, {{"line", about}, {"name", about}});
}

static std::string read_table(const decode::Cage& cage, const std::string& name) {
    const http::Descriptor file(::open(name.c_str(), O_RDONLY | O_CLOEXEC));
    if (file.number() < 0) throw std::system_error(errno, std::system_category(), name);
    auto table = files::open_table(cage, file.number(), "");
    if (!table.problem.empty()) throw std::runtime_error(in_words(table.problem, name));
    return std::move(table.content);
}

static void tell(const base::ImportReport& report) {
    for (const auto& column : report.missing_columns) std::cout << "column missing: " << column << '\n';
    for (const auto& row : report.wrong_rows)
        std::cout << "line " << row.line << ", " << (row.column.empty() ? "row" : row.column) << " '" << row.value
                  << "': " << in_words(row.code, row.value) << '\n';
    std::cout << report.rows << " rows (" << report.encoding << "): " << report.added << " new, " << report.changed << " changed, "
              << report.unchanged << " as they were, " << report.wrong << " wrong and left out\n";
}

static base::ImportReport write_table(const Installation& installation, const imports::Order& order, const imports::NewImport& table) {
    auto reply = imports::bring_in(*installation.database, installation.subjects, order, table);
    if (reply.import.state == imports::State::failed) throw std::runtime_error(in_words(reply.import.problem));
    return std::move(reply.report);
}

int import_places(const Config& config, const std::string& file, ImportMode mode) {
    Installation installation{config};
    installation.bring_up_to_date();
    const imports::Order order{
        .viewer = {.person = {}, .administrator = true}, .entered_by = {}, .today = base::bangkok_date(installation.clock.now())};
    const imports::NewImport table{"places", file, read_table(installation.library.cage, file)};
    const auto report = mode == ImportMode::apply
                            ? write_table(installation, order, table)
                            : installation.subjects.at("places").read(*installation.database->read(), order, table.content).report;
    tell(report);
    return report.missing_columns.empty() && report.wrong == 0 ? 0 : 1;
}

}  // namespace app
