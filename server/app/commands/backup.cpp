#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
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

fs::path wanted_path(const Config& config, const BackupOrder& order, base::Instant now) {
    const fs::path usual = config.backup_folder.empty() ? config.data / "backups" : fs::path(config.backup_folder);
    const fs::path wanted = order.archive.empty() ? usual : fs::path(order.archive);
    return order.archive.empty() || fs::is_directory(wanted) ? wanted / backup::archive_name(now) : wanted;
}

// A database that an older program made has no place for this yet.
void note(const Config& config, const backup::Run& run) {
    const auto place = place_of(config);
    if (db::is_empty(place.database)) return;
    const base::SystemClock clock;
    const auto database = db::Database::open(place.database, {}, clock);
    const auto applied = db::list_applied(*database->read());
    const auto needed = backup::migrations().front().number;
    if (std::ranges::find(applied, needed, &db::AppliedMigration::number) == applied.end()) return;
    database->write([&](db::Tx& tx) { backup::insert_run(tx, run); });
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
    const base::SystemClock clock;
    const auto began = clock.now();
    const auto scratch = fs::is_directory(config.data) ? config.data : fs::temp_directory_path();
    const auto checked = [&] {
        ProgressLine progress;
        return backup::check(place_of(config), archive, scratch, progress.tell());
    }();
    const auto problem = backup::problem_of(checked);
    note(config, {backup::RunKind::checked, began, clock.now(), archive, static_cast<std::int64_t>(fs::file_size(archive)), problem});
    print(checked.about, checked.manifest);
    if (!problem) std::cout << "can be restored: every row, file and the journal are as they were\n";
    return tell_problem(problem);
}

}  // namespace

int make_backup(const Config& config, const BackupOrder& order) {
    if (order.check) return check_backup(config, order.archive);
    const base::SystemClock clock;
    const auto began = clock.now();
    const auto made = [&] {
        ProgressLine progress;
        return backup::make(place_of(config), wanted_path(config, order, began), began, progress.tell());
    }();
    const auto problem = backup::problem_of(made);
    note(config, {backup::RunKind::made, began, clock.now(), fs::absolute(made.archive).string(), made.bytes, problem});
    print(made.about, made.manifest);
    std::cout << fmt::format("{} ({:.1f} MB)\n", made.archive.string(), static_cast<double>(made.bytes) / 1e6);
    return tell_problem(problem);
}

int restore_backup(const Config& config, const std::string& archive) {
    const auto restored = [&] {
        ProgressLine progress;
        return backup::restore(place_of(config), archive, progress.tell());
    }();
    print(restored.about, restored.manifest);
    if (restored.settings_kept) std::cout << "the settings of " << (config.data / "lomwong.toml").string() << " stay as they are\n";
    std::cout << "restored; lomwong serve starts it\n";
    return tell_problem(backup::problem_of(restored));
}

}  // namespace app
