#include "office/checkup.hpp"

#include <sys/stat.h>

#include <algorithm>
#include <chrono>

#include "auth/accounts/accounts.hpp"
#include "auth/second_step/second_steps.hpp"
#include "base/locale.hpp"
#include "db/id_moment.hpp"
#include "jobs/jobs.hpp"
#include "journal/journal.hpp"
#include "mail/unsent.hpp"
#include "office/storage.hpp"
#include "office/words.hpp"

namespace office {

namespace {

using namespace std::chrono_literals;

std::chrono::milliseconds since(const Visit& visit, base::Instant then) {
    return std::chrono::milliseconds(visit.now.ms - then.ms);
}

// Keys of locales/; a remedy's is the words' with _remedy behind it.
Finding finding(const Visit& visit, std::string_view topic, std::string_view words, Weight weight, const json::Params& params = {}) {
    const auto remedy = weight == Weight::well ? std::string() : base::say(visit.language, std::string(words) + "_remedy", params);
    return {base::say(visit.language, topic), weight, base::say(visit.language, words, params), remedy};
}

Finding check_database(const Visit& visit) {
    return finding(visit, "office_database", "office_database_well", Weight::well,
                   {{"engine", engine_name(visit.db)}, {"size", size_text(db::size_bytes(visit.db))}});
}

Finding check_disk(const Visit& visit) {
    constexpr std::uintmax_t least = 500'000'000;
    const auto space = std::filesystem::space(visit.machine.data);
    const json::Params params{{"free", size_text(space.available)}, {"all", size_text(space.capacity)}};
    if (space.available < least) return finding(visit, "office_disk", "office_disk_full", Weight::broken, params);
    if (space.available < space.capacity / 10) return finding(visit, "office_disk", "office_disk_low", Weight::watch, params);
    return finding(visit, "office_disk", "office_disk_well", Weight::well, params);
}

// What lies in the data folder is for the user that the server runs as, and nobody else.
Finding check_folder(const Visit& visit) {
    struct stat status{};
    const bool known = ::stat(visit.machine.data.c_str(), &status) == 0;
    const json::Params params{{"folder", visit.machine.data.string()}};
    if (known && (status.st_mode & S_IRWXO) != 0) return finding(visit, "office_folder", "office_folder_open", Weight::watch, params);
    return finding(visit, "office_folder", "office_folder_well", Weight::well, params);
}

Finding check_backup(const Visit& visit) {
    const auto last = backup::find_last_good(visit.db, backup::RunKind::made);
    if (visit.machine.keeper.schedule.folder.empty()) return finding(visit, "office_backup", "office_backup_none", Weight::broken);
    if (!last) return finding(visit, "office_backup", "office_backup_never", Weight::broken);
    const json::Params params{{"when", moment_text(last->began_at, visit.language)}, {"size", size_text(last->bytes)}};
    if (since(visit, last->began_at) > 36h) return finding(visit, "office_backup", "office_backup_old", Weight::broken, params);
    return finding(visit, "office_backup", "office_backup_well", Weight::well, params);
}

// A back-up that nobody ever tried to restore is a hope.
Finding check_drill(const Visit& visit) {
    const auto last = backup::find_last_good(visit.db, backup::RunKind::checked);
    if (!last) return finding(visit, "office_drill", "office_drill_never", Weight::watch);
    const json::Params params{{"when", moment_text(last->began_at, visit.language)}};
    if (since(visit, last->began_at) > 24h * 100) return finding(visit, "office_drill", "office_drill_old", Weight::watch, params);
    return finding(visit, "office_drill", "office_drill_well", Weight::well, params);
}

Finding check_jobs(const Visit& visit) {
    const auto dead = jobs::count(visit.db).dead;
    if (dead > 0) return finding(visit, "office_jobs", "office_jobs_dead", Weight::watch, {{"count", std::to_string(dead)}});
    const auto oldest = jobs::oldest_due(visit.db, visit.now);
    const auto minutes = oldest ? since(visit, *oldest) / 1min : 0;
    if (minutes >= 15) return finding(visit, "office_jobs", "office_jobs_stuck", Weight::broken, {{"count", std::to_string(minutes)}});
    return finding(visit, "office_jobs", "office_jobs_well", Weight::well);
}

Finding check_mail(const Visit& visit) {
    constexpr auto week = 24h * 7;
    const auto unsent = mail::count_unsent_since(visit.db, {visit.now.ms - std::chrono::milliseconds(week).count()});
    if (unsent > 0) return finding(visit, "office_mail", "office_mail_unsent_some", Weight::watch, {{"count", std::to_string(unsent)}});
    return finding(visit, "office_mail", "office_mail_well", Weight::well);
}

Finding check_journal(const Visit& visit) {
    const auto events = journal::last_sequence(visit.db);
    const auto unsealed = journal::count_unsealed(visit.db);
    const json::Params params{{"count", std::to_string(unsealed > 1000 ? unsealed : events)}};
    if (unsealed > 1000) return finding(visit, "office_journal", "office_journal_unsealed", Weight::watch, params);
    return finding(visit, "office_journal", "office_journal_well", Weight::well, params);
}

Finding check_search(const Visit& visit) {
    const auto behind = journal::last_sequence(visit.db) - visit.machine.searcher.reached();
    if (behind > 1000) return finding(visit, "office_search", "office_search_behind", Weight::watch, {{"count", std::to_string(behind)}});
    return finding(visit, "office_search", "office_search_well", Weight::well);
}

Finding check_files(const Visit& visit) {
    if (!visit.machine.opens_files()) return finding(visit, "office_files", "office_files_closed", Weight::broken);
    return finding(visit, "office_files", "office_files_well", Weight::well);
}

Finding check_papers(const Visit& visit) {
    const auto font = visit.machine.paper_font();
    if (font.empty()) return finding(visit, "office_papers", "office_papers_no_font", Weight::watch);
    return finding(visit, "office_papers", "office_papers_well", Weight::well, {{"font", font}});
}

Finding check_address(const Visit& visit) {
    const auto& url = visit.machine.public_url;
    if (url.empty()) return finding(visit, "office_address", "office_address_none", Weight::watch);
    if (!url.starts_with("https://")) return finding(visit, "office_address", "office_address_plain", Weight::watch, {{"address", url}});
    return finding(visit, "office_address", "office_address_well", Weight::well, {{"address", url}});
}

Finding check_administrators(const Visit& visit) {
    std::int64_t all = 0, with_one_step = 0;
    for (const auto& account : auth::list_accounts(visit.db)) {
        if (!account.administrator || account.locked_at) continue;
        ++all;
        with_one_step += auth::has_second_step(visit.db, account.person_id) ? 0 : 1;
    }
    const json::Params params{{"count", std::to_string(with_one_step > 0 ? with_one_step : all)}};
    if (all == 0) return finding(visit, "office_administrators", "office_administrators_none", Weight::broken);
    if (all == 1) return finding(visit, "office_administrators", "office_administrators_one", Weight::watch);
    if (with_one_step > 0) return finding(visit, "office_administrators", "office_administrators_one_step", Weight::watch, params);
    return finding(visit, "office_administrators", "office_administrators_well", Weight::well, params);
}

// Roles that a provider's claims give at a place that is not there.
Finding check_sign_on(const Visit& visit) {
    const auto count = visit.machine.sign_on.providers().size();
    if (count == 0) return finding(visit, "office_sign_on", "office_sign_on_none", Weight::well);
    std::string lost;
    for (const auto& rule : auth::list_lost_rules(visit.db, visit.machine.sign_on))
        lost += (lost.empty() ? "" : ", ") + ("sign_on." + rule.provider + " → " + rule.at);
    if (!lost.empty()) return finding(visit, "office_sign_on", "office_sign_on_lost", Weight::watch, {{"rules", lost}});
    return finding(visit, "office_sign_on", "office_sign_on_well", Weight::well, {{"count", std::to_string(count)}});
}

// An id from the future was given while the clock ran ahead; it stays the greatest whatever was written since.
Finding check_clock(const Visit& visit) {
    const auto latest = db::moment_of(journal::last_event_id(visit.db));
    const json::Params params{{"now", moment_text(visit.now, visit.language)}, {"then", moment_text(latest, visit.language)}};
    if (since(visit, latest) < -1min) return finding(visit, "office_clock", "office_clock_back", Weight::watch, params);
    return finding(visit, "office_clock", "office_clock_well", Weight::well, params);
}

}  // namespace

std::vector<Finding> check_up(const Visit& visit) {
    std::vector<Finding> findings;
    for (auto* check : {check_database, check_disk, check_folder, check_backup, check_drill, check_jobs, check_mail, check_journal,
                        check_search, check_files, check_papers, check_address, check_administrators, check_sign_on, check_clock})
        findings.push_back(check(visit));
    return findings;
}

Weight worst(const std::vector<Finding>& findings) {
    const auto found = std::ranges::max_element(findings, {}, &Finding::weight);
    return found == findings.end() ? Weight::well : found->weight;
}

}  // namespace office
