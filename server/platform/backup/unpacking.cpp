#include "backup/unpacking.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>

#include "backup/rows.hpp"
#include "backup/settings.hpp"
#include "base/json/json.hpp"
#include "files/store.hpp"

namespace backup {

namespace {

namespace fs = std::filesystem;

constexpr json::Limits as_large_as_needed{.bytes = 1U << 30, .depth = 32, .values = 100'000'000};

void write_all(const http::Descriptor& file, std::string_view bytes, const fs::path& path) {
    while (!bytes.empty()) {
        const auto count = ::write(file.number(), bytes.data(), bytes.size());
        if (count < 0 && errno != EINTR) fail(path.string());
        if (count > 0) bytes.remove_prefix(static_cast<std::size_t>(count));
    }
}

http::Descriptor new_file(const fs::path& path, mode_t mode) {
    make_folder(path.parent_path());
    http::Descriptor file(::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode));
    if (!file) fail(path.string());
    return file;
}

// Names come out of a file: they may say nothing but what a back-up writes.
bool is_hash(std::string_view text) {
    return text.size() == 64 && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

std::string_view after(std::string_view prefix, std::string_view name) {
    return name.starts_with(prefix) ? name.substr(prefix.size()) : std::string_view();
}

}  // namespace

Unpacking::Unpacking(const Place& program, const fs::path& archive, Target target, const Tell& tell)
    : program_(program), archive_(archive), target_(std::move(target)), tell_(tell), in_(archive) {}

void Unpacking::refuse_changed(const std::string& member) const {
    throw Refused("backup_changed", {{"path", archive_.string()}, {"member", member}});
}

Restored Unpacking::run() {
    read_about();
    database_.emplace(target_.database, program_.migrations, restored_.about.migrations);
    bool rows_to_come = true;
    while (const auto member = in_.next()) {
        if (rows_to_come && !member->name.starts_with("tables/")) {
            database_->close_tables();
            rows_to_come = false;
        }
        take(*member);
    }
    compare();
    restored_.verdict = journal::verify(database_->session());
    return restored_;
}

// One that is newer may hold what is not understood here, so of it nothing but that is told.
void Unpacking::read_about() {
    const auto first = in_.next();
    if (!first || first->name != "lomwong.json") throw Refused("backup_not_one", {{"path", archive_.string()}});
    json::Errors errors;
    restored_.about = json::read<About>(text_of(first->name), errors, as_large_as_needed);
    const auto& about = restored_.about;
    if (about.format > newest_format || !db::missing(program_.migrations, about.migrations).empty())
        throw Refused("backup_newer", {{"path", archive_.string()}, {"version", about.version}, {"ours", program_.version}});
    if (!errors.empty()) refuse_changed(first->name);
}

void Unpacking::note(const std::string& name, const std::string& sum) {
    sums_ += sum + "  " + name + "\n";
}

std::string Unpacking::text_of(const std::string& name) {
    std::string text;
    note(name, in_.read([&](std::string_view bytes) { text += bytes; }));
    return text;
}

void Unpacking::take(const Member& member) {
    const auto& name = member.name;
    if (name.starts_with("tables/")) {
        take_rows(name);
    } else if (const auto hash = after("files/", name); is_hash(hash)) {
        take_file(std::string(hash));
    } else if (const auto settings = after("settings/", name); is_settings_file(settings)) {
        const auto text = text_of(name);
        if (target_.folder) write_all(new_file(*target_.folder / settings, 0600), text, name);
    } else if (name == "manifest.json") {
        json::Errors errors;
        restored_.manifest = json::read<Manifest>(text_of(name), errors, as_large_as_needed);
        if (!errors.empty()) refuse_changed(name);
    } else if (name == "SHA256SUMS") {
        sums_told_ = in_.text();
    } else {
        throw Refused("backup_not_one", {{"path", archive_.string()}});
    }
}

void Unpacking::take_rows(const std::string& name) {
    const auto text = text_of(name);
    const auto path = after("tables/", name);
    const auto table = path.substr(0, path.find('/'));
    auto& rows = found_.rows[std::string(table)];
    read_rows(table, text, [&](const db::Table& of, const db::Cells& cells) {
        database_->insert(of, cells);
        ++rows;
        ++rows_;
    });
    bytes_ += static_cast<std::int64_t>(text.size());
    tell_({Progress::What::rows, rows_, bytes_});
}

void Unpacking::take_file(const std::string& hash) {
    http::Descriptor file;
    fs::path path;
    if (target_.folder) {
        path = files::Store(*target_.folder / "files").path(hash);
        file = new_file(path, 0440);
    }
    const auto sum = in_.read([&](std::string_view bytes) {
        if (file) write_all(file, bytes, path);
        found_.file_bytes += static_cast<std::int64_t>(bytes.size());
    });
    note("files/" + hash, sum);
    if (sum != hash) found_.damaged.push_back(hash);
    tell_({Progress::What::files, ++found_.files, found_.file_bytes});
}

void Unpacking::compare() {
    if (sums_ != sums_told_) refuse_changed("SHA256SUMS");
    const auto& told = restored_.manifest;
    for (const auto& [table, rows] : told.rows)
        if (!found_.rows.contains(table) || found_.rows.at(table) != rows) refuse_changed("tables/" + table);
    if (found_.rows.size() != told.rows.size()) refuse_changed("tables");
    if (found_.files != told.files || found_.file_bytes != told.file_bytes || found_.damaged != told.damaged) refuse_changed("files");
    if (journal::head(database_->session()) != told.journal) refuse_changed("tables/journal_head");
}

}  // namespace backup
