#include <fstream>
#include <iostream>
#include <iterator>
#include <stdexcept>

#include "app/commands/commands.hpp"
#include "app/wiring.hpp"
#include "base/locale.hpp"

namespace app {

static std::string read_file(const std::string& name) {
    std::ifstream file{name, std::ios::binary};
    if (!file) throw std::runtime_error("cannot read " + name);
    return {std::istreambuf_iterator<char>(file), {}};
}

static void tell(const base::ImportReport& report) {
    for (const auto& column : report.missing_columns) std::cout << "column missing: " << column << '\n';
    for (const auto& row : report.wrong_rows) {
        const auto why = base::say(base::Language::en, "problem_" + row.code, {{"line", row.value}});
        std::cout << "line " << row.line << ", " << (row.column.empty() ? "row" : row.column) << " '" << row.value << "': " << why << '\n';
    }
    std::cout << report.rows << " rows (" << report.encoding << "): " << report.added << " new, " << report.changed << " changed, "
              << report.unchanged << " as they were, " << report.wrong << " wrong and left out\n";
}

int import_places(const Config& config, const std::string& file, base::ImportMode mode) {
    Installation installation{config};
    installation.bring_up_to_date();
    const areas::ImportOrder order{.actor = {}, .today = base::bangkok_date(installation.clock.now()), .mode = mode};
    const auto report = areas::import_places(*installation.database, order, read_file(file));
    tell(report);
    return report.missing_columns.empty() && report.wrong == 0 ? 0 : 1;
}

}  // namespace app
