#include <fmt/format.h>
#include <unistd.h>

#include <iostream>

#include "app/commands/commands.hpp"
#include "app/wiring.hpp"

// Into one file, and out of it again. None of these brings tables up to date: a back-up is wanted most before that.
namespace app {

namespace {

namespace fs = std::filesystem;

// One line that is written over, for a person at a terminal.
class ProgressLine {
  public:
    ~ProgressLine() {
        if (shown_) std::cerr << '\n';
    }
    backup::Tell tell() {
        if (::isatty(STDERR_FILENO) == 0) return [](const backup::Progress&) {};
        return [this](const backup::Progress& progress) {
            shown_ = true;
            const auto* what = progress.what == backup::Progress::What::rows ? "rows" : "files";
            std::cerr << fmt::format("\r{:>10} {:5} {:>8.1f} MB", progress.done, what, static_cast<double>(progress.bytes) / 1e6)
                      << std::flush;
        };
    }

  private:
    bool shown_ = false;
};

fs::path wanted_path(const Config& config, const BackupOrder& order) {
    const fs::path usual = config.backup_folder.empty() ? config.data / "backups" : fs::path(config.backup_folder);
    const fs::path wanted = order.archive.empty() ? usual : fs::path(order.archive);
    return fs::absolute(order.archive.empty() || fs::is_directory(wanted) ? wanted / backup::archive_name(base::SystemClock().now())
                                                                          : wanted);
}

// What became of it is written down where there is an installation; a back-up can be checked on any machine.
backup::Made make(const Config& config, const fs::path& archive, const backup::Tell& tell) {
    const base::SystemClock clock;
    const auto place = place_of(config);
    if (db::is_empty(place.database)) return backup::make(place, archive, clock.now(), tell);
    const auto database = db::Database::open(place.database, {}, clock);
    return backup::make_and_note({*database, place, {}}, archive, tell);
}

backup::Restored check(const Config& config, const fs::path& archive, const backup::Tell& tell) {
    const base::SystemClock clock;
    const auto place = place_of(config);
    if (db::is_empty(place.database)) return backup::check(place, archive, fs::temp_directory_path(), tell);
    const auto database = db::Database::open(place.database, {}, clock);
    return backup::check_and_note({*database, place, {}}, archive, tell);
}

void print(const backup::About& about, const backup::Manifest& manifest) {
    std::int64_t rows = 0;
    for (const auto& [table, count] : manifest.rows) rows += count;
    std::cout << fmt::format("of {}, Lomwong {}, {}\n{} rows in {} tables, {} files ({:.1f} MB)\njournal: {} events, head {}\n",
                             base::to_iso(about.made_at), about.version, about.engine, rows, manifest.rows.size(), manifest.files,
                             static_cast<double>(manifest.file_bytes) / 1e6, manifest.journal.sequence, manifest.journal.chain_hash);
}

int tell_problem(const std::optional<std::string>& problem) {
    if (problem) std::cerr << "lomwong: " << *problem << '\n';
    return problem ? 1 : 0;
}

int check_backup(const Config& config, const std::string& archive) {
    const auto checked = [&] {
        ProgressLine progress;
        return check(config, fs::absolute(archive), progress.tell());
    }();
    const auto problem = backup::problem_of(checked);
    print(checked.about, checked.manifest);
    if (!problem) std::cout << "can be restored: every row, file and the journal are as they were\n";
    return tell_problem(problem);
}

}  // namespace

int make_backup(const Config& config, const BackupOrder& order) {
    if (order.check) return check_backup(config, order.archive);
    const auto made = [&] {
        ProgressLine progress;
        return make(config, wanted_path(config, order), progress.tell());
    }();
    print(made.about, made.manifest);
    std::cout << fmt::format("{} ({:.1f} MB)\n", made.archive.string(), static_cast<double>(made.bytes) / 1e6);
    return tell_problem(backup::problem_of(made));
}

int restore_backup(const Config& config, const std::string& archive) {
    const auto restored = [&] {
        ProgressLine progress;
        return backup::restore(place_of(config), archive, progress.tell());
    }();
    print(restored.about, restored.manifest);
    if (!restored.settings_beside.empty())
        std::cout << fmt::format("in force stay the settings of {}; those of the back-up are in {}\n",
                                 (config.file.empty() ? config.data / "lomwong.toml" : config.file).string(),
                                 restored.settings_beside.string());
    std::cout << "restored; lomwong serve starts it\n";
    return tell_problem(backup::problem_of(restored));
}

}  // namespace app
