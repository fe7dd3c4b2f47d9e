#include <filesystem>
#include <fstream>
#include <iostream>
#include <stdexcept>

#include "app/commands/commands.hpp"
#include "app/wiring.hpp"
#include "areas/areas.hpp"
#include "backup/hash.hpp"
#include "base/locale.hpp"
#include "journal/sealer.hpp"

namespace app {

static constexpr std::size_t rows_told = 20;
static constexpr int some_refused = 3;

static std::string in_words(const areas::FileFault& fault) {
    json::Params params;
    for (const auto& [name, value] : fault.params) params.push_back({name, value});
    return base::say(base::Language::en, "problem_" + fault.code, params);
}

static std::string read_file(const std::string& name) {
    constexpr std::size_t million = 1'000'000;
    std::ifstream file(name, std::ios::binary);
    if (!file) throw std::runtime_error(name + ": cannot be read");
    if (std::filesystem::file_size(name) > areas::largest_boundary_file)
        throw std::runtime_error(name + ": " +
                                 in_words({"boundaries_too_large", {{"most", std::to_string(areas::largest_boundary_file / million)}}}));
    return {std::istreambuf_iterator<char>(file), {}};
}

static void tell(const areas::BoundaryReport& report) {
    for (std::size_t i = 0; i < report.wrong_rows.size() && i < rows_told; ++i) {
        const auto& row = report.wrong_rows[i];
        std::cout << "feature " << row.line << " '" << row.value << "': " << in_words({row.code, {}}) << '\n';
    }
    std::cout << report.features << " features (" << report.encoding << "), codes in \"" << report.property << "\", " << report.wrong
              << " left out\n";
    for (const auto& count : report.levels)
        std::cout << "  " << base::name_of(count.level) << ": " << count.areas << ", " << count.replaced
                  << " of them in place of another\n";
    std::cout << report.points << " points, " << report.kept_points << " kept\n";
}

static std::optional<areas::BoundaryFileOrder> order_of(const BoundaryImport& wanted, const std::string& bytes) {
    if (wanted.preview) return {};
    backup::Hash hash;
    hash.add(bytes);
    return areas::BoundaryFileOrder{std::filesystem::path(wanted.file).filename().string(), hash.hexadecimal(), wanted.source,
                                    wanted.licence, wanted.attribution};
}

int import_boundaries(const Config& config, const BoundaryImport& wanted) {
    Installation installation{config};
    installation.bring_up_to_date();
    const auto bytes = read_file(wanted.file);
    const auto loaded = areas::load_boundaries(*installation.database, bytes, order_of(wanted, bytes));
    if (const auto* fault = std::get_if<areas::FileFault>(&loaded)) throw std::runtime_error(wanted.file + ": " + in_words(*fault));
    const auto& report = std::get<areas::BoundaryReport>(loaded);
    tell(report);
    if (!wanted.preview) journal::seal(*installation.database);
    if (report.levels.empty()) return 1;
    return report.wrong == 0 ? 0 : some_refused;
}

}  // namespace app
