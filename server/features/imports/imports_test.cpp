#include <gtest/gtest.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>
#include <random>
#include <set>
#include <thread>

#include "files/files.hpp"
#include "http/router.hpp"
#include "imports/import_queries.hpp"
#include "imports/work.hpp"
#include "journal/journal.hpp"
#include "support/office.hpp"

// Tables of notes: one line a note, known by its text. Nothing but the import keeps a note from being written twice.
namespace {

constexpr db::Migration notes_table{9001, "9001_notes", "CREATE TABLE notes (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT;"};

struct Note {
    std::string text;
};
BOOST_DESCRIBE_STRUCT(Note, (), (text))

imports::Reading read_notes(db::Session& db, const imports::Order&, std::string_view table) {
    imports::Reading reading;
    const auto standing = db.all<std::string>("SELECT text FROM notes");
    const std::set<std::string> known(standing.begin(), standing.end());
    while (!table.empty()) {
        const auto text = std::string(table.substr(0, table.find('\n')));
        table.remove_prefix(std::min(table.size(), text.size() + 1));
        ++reading.report.rows;
        if (text == "bad") {
            ++reading.report.wrong;
            reading.report.wrong_rows.push_back({reading.report.rows, "text", "required", text});
        } else if (known.contains(text)) {
            ++reading.report.unchanged;
        } else {
            ++reading.report.added;
            reading.steps.push_back({reading.report.rows, imports::Effect::adds, json::write(Note{text})});
        }
    }
    return reading;
}

imports::Written write_note(db::Tx& tx, const imports::Order&, const std::string& plan, const imports::Made&) {
    const auto note = json::read_own<Note>(plan);
    if (note.text == "late") return {.wrong = {0, "text", "changed_meanwhile", note.text}};
    const auto id = tx.new_id<imports::ImportId>();
    tx.run("INSERT INTO notes (id, text) VALUES ($1, $2)", id, note.text);
    return {.made = id.value, .did = plan};
}

imports::TakenBack take_back_note(db::Tx& tx, const imports::Order&, const std::string& did) {
    const auto note = json::read_own<Note>(did);
    if (tx.run("DELETE FROM notes WHERE text = $1", note.text) > 0) return {};
    return {"changed_since", note.text, "/notes"};
}

imports::Subjects note_subjects() {
    return {{"notes",
             {.event = "notes.imported",
              .rows_a_write = 20,
              .events = imports::Subject::Events::one,
              .read = read_notes,
              .write = write_note,
              .take_back = take_back_note}}};
}

std::string many_notes(int count) {
    std::string table;
    for (int at = 1; at <= count; ++at) table += "note " + std::to_string(at) + "\n";
    return table;
}

struct NotesQuery {
    records::RecordId entered_by;
};
BOOST_DESCRIBE_STRUCT(NotesQuery, (), (entered_by))

http::Created<imports::ImportReply> post_notes(http::Call& call, const http::Query<NotesQuery>& query,
                                               const http::Uploads<1'000'000>& uploads) {
    return {imports::look_at(call, {"notes", query->entered_by, ""}, uploads.files)};
}

void add_note_routes(http::Router& router) {
    imports::add_routes(router);
    router.post("/api/notes/import", post_notes, access::signed_in, http::WriteKind::import);
}

struct ImportsOffice : support::Office {
    explicit ImportsOffice(db::Engine engine)
        : Office(engine, {{{&notes_table, 1}, add_note_routes}, {imports::migrations(), nullptr}}),
          folder(std::filesystem::path(::testing::TempDir()) / ("lomwong_notes_" + std::to_string(getpid()))),
          library{database(),
                  files::Store(folder / "files"),
                  files::Partials(folder / "uploads"),
                  decode::Cage(decode::program_beside_this_one(), folder / "scratch"),
                  {}} {
        equipment.add(library);
        equipment.add(subjects);
    }
    ~ImportsOffice() override { std::filesystem::remove_all(folder); }

    imports::ImportReply look_at(const std::string& table) {
        http::Request request;
        request.method = http::Method::post;
        request.target = "/api/notes/import?entered_by=" + std::to_string(organisation.value);
        http::Upload upload;
        upload.file_name = "notes.txt";
        upload.content = http::Descriptor(memfd_create("upload", MFD_CLOEXEC));
        EXPECT_EQ(::write(upload.content.number(), table.data(), table.size()), static_cast<ssize_t>(table.size()));
        request.uploads.push_back(std::move(upload));
        const auto reply = contributor.send(std::move(request));
        EXPECT_EQ(reply.status, 201U) << reply.body;
        return reply.as<imports::ImportReply>();
    }
    static std::string address_of(const imports::ImportReply& reply) { return "/api/imports/" + std::to_string(reply.import.id.value); }
    imports::ImportReply now(const std::string& address) { return contributor.get(address).as<imports::ImportReply>(); }
    void do_import_jobs() {
        jobs::Handlers handlers;
        imports::add_jobs(handlers, database(), subjects);
        do_jobs(std::move(handlers));
    }
    // One piece and no more.
    imports::Next work(const imports::ImportReply& reply) {
        return imports::work(database(), subjects, {reply.import.id, contributor.person, false});
    }
    std::int64_t notes() { return database().read()->one<std::int64_t>("SELECT count(*) FROM notes"); }
    std::int64_t events(const std::string& action) {
        return database().read()->one<std::int64_t>("SELECT count(*) FROM journal_events WHERE action = $1", action);
    }

    std::filesystem::path folder;
    files::Library library;
    imports::Subjects subjects = note_subjects();
};

}  // namespace

OFFICE_TEST(ImportsOffice, a_table_is_looked_at_started_written_by_jobs_and_taken_back) {
    const auto seen = office.look_at(many_notes(50) + "bad\n");
    const auto address = ImportsOffice::address_of(seen);
    EXPECT_EQ(seen.import.state, imports::State::looked_at);
    EXPECT_EQ(seen.report.added, 50);
    EXPECT_EQ(office.notes(), 0);
    const auto started = office.contributor.post(address + "/start");
    EXPECT_EQ(started.status, 202U);
    EXPECT_EQ(started.headers.get("Location"), "/import/" + std::to_string(seen.import.id.value));
    office.do_import_jobs();
    const auto written = office.now(address);
    EXPECT_EQ(written.import.state, imports::State::written);
    EXPECT_EQ(written.import.done, 50);
    EXPECT_EQ(written.report.wrong_rows.at(0).line, 51);
    EXPECT_EQ(office.notes(), 50);
    EXPECT_EQ(office.events("notes.imported"), 1);

    EXPECT_EQ(office.contributor.post(address + "/undo").status, 202U);
    office.do_import_jobs();
    EXPECT_EQ(office.now(address).import.state, imports::State::undone);
    EXPECT_EQ(office.now(address).import.undone, 50);
    EXPECT_EQ(office.notes(), 0);
    EXPECT_EQ(office.events("imports.taken_back"), 1);
    EXPECT_EQ(office.contributor.post(address + "/undo").status, 409U);
}

OFFICE_TEST(ImportsOffice, who_starts_twice_brings_it_in_once) {
    const auto address = ImportsOffice::address_of(office.look_at(many_notes(30)));
    office.contributor.post(address + "/start");
    office.contributor.post(address + "/start");
    office.do_import_jobs();
    office.contributor.post(address + "/start");
    office.do_import_jobs();
    EXPECT_EQ(office.notes(), 30);
}

OFFICE_TEST(ImportsOffice, the_same_table_started_from_two_pages_comes_in_once) {
    const auto one = office.look_at(many_notes(60)), other = office.look_at(many_notes(60));
    for (const auto& reply : {one, other}) office.contributor.post(ImportsOffice::address_of(reply) + "/start");
    EXPECT_EQ(office.work(one), imports::Next::more);  // read
    EXPECT_EQ(office.work(other), imports::Next::later);
    while (office.work(one) == imports::Next::more) EXPECT_EQ(office.work(other), imports::Next::later);
    EXPECT_EQ(office.work(other), imports::Next::nothing);
    EXPECT_EQ(office.notes(), 60);
    EXPECT_EQ(office.now(ImportsOffice::address_of(other)).report.unchanged, 60);
}

OFFICE_TEST(ImportsOffice, one_that_is_stopped_keeps_what_stands_and_goes_on_or_is_taken_back) {
    const auto seen = office.look_at(many_notes(100));
    const auto address = ImportsOffice::address_of(seen);
    office.contributor.post(address + "/start");
    office.work(seen);
    office.work(seen);
    EXPECT_EQ(office.contributor.post(address + "/stop").as<imports::ImportReply>().import.state, imports::State::stopped);
    office.do_import_jobs();
    EXPECT_EQ(office.notes(), 20);
    // Somebody else brings some of it in meanwhile.
    office.write([](db::Tx& tx) { tx.run("INSERT INTO notes (id, text) VALUES (1, 'note 21')"); });
    office.contributor.post(address + "/start");
    office.do_import_jobs();
    EXPECT_EQ(office.notes(), 100);
    const auto written = office.now(address);
    EXPECT_EQ(written.import.state, imports::State::written);
    EXPECT_EQ(written.import.rows, 99);
    EXPECT_EQ(written.report.added, 99);
    EXPECT_EQ(written.report.unchanged, 1);
    office.contributor.post(address + "/undo");
    office.do_import_jobs();
    EXPECT_EQ(office.notes(), 1);
}

OFFICE_TEST(ImportsOffice, what_cannot_be_written_any_more_is_named_with_the_other_wrong_rows) {
    const auto address = ImportsOffice::address_of(office.look_at("note 1\nbad\nlate\n"));
    office.contributor.post(address + "/start");
    office.do_import_jobs();
    const auto written = office.now(address);
    EXPECT_EQ(written.report.added, 1);
    EXPECT_EQ(written.report.wrong, 2);
    EXPECT_EQ(written.report.wrong_rows.at(1).line, 3);
    const auto table = office.contributor.get(address + "/wrong-rows.csv?lang=en");
    EXPECT_NE(table.body.find("3,text,late,"), std::string::npos) << table.body;
    office.contributor.post(address + "/undo");
    office.do_import_jobs();
    EXPECT_EQ(office.now(address).import.undone, 1);
    EXPECT_EQ(office.now(address).import.kept, 0);
}

OFFICE_TEST(ImportsOffice, what_was_looked_at_is_ones_own_and_what_came_in_is_seen_by_who_writes_for_the_organisation) {
    const auto seen = office.look_at(many_notes(3));
    const auto address = ImportsOffice::address_of(seen);
    EXPECT_EQ(office.editor.get(address).status, 404U);
    EXPECT_EQ(office.editor.post(address + "/start").status, 404U);
    office.contributor.post(address + "/start");
    office.do_import_jobs();
    EXPECT_EQ(office.editor.get(address).status, 200U);
    EXPECT_EQ(office.member.get(address).status, 404U);
    EXPECT_EQ(office.stranger.get(address).status, 404U);
    EXPECT_EQ(office.stranger.post(address + "/undo").status, 404U);
    const auto all = "/api/imports?entered_by=" + std::to_string(office.organisation.value);
    EXPECT_EQ(office.stranger.get(all).status, 403U);
    EXPECT_EQ(office.editor.get(all).as<std::vector<imports::Import>>().size(), 1U);
    EXPECT_EQ(office.contributor.get("/api/imports").as<std::vector<imports::Import>>().size(), 1U);
    EXPECT_EQ(office.editor.get("/api/imports").as<std::vector<imports::Import>>().size(), 0U);
    EXPECT_EQ(office.editor.post(address + "/undo").status, 202U);
}

OFFICE_TEST(ImportsOffice, whoever_lost_the_right_to_write_meanwhile_brings_nothing_in) {
    const auto address = ImportsOffice::address_of(office.look_at(many_notes(3)));
    office.contributor.post(address + "/start");
    office.give_role(office.contributor, office.organisation, records::Role::member);
    office.do_import_jobs();
    EXPECT_EQ(office.notes(), 0);
    EXPECT_EQ(office.now(address).import.state, imports::State::failed);
    EXPECT_EQ(office.now(address).import.problem, "not_a_contributor");
}

OFFICE_TEST(ImportsOffice, what_was_only_looked_at_is_forgotten_after_a_day_and_the_rest_after_thirty) {
    const auto looked_at = ImportsOffice::address_of(office.look_at(many_notes(3)));
    const auto written = ImportsOffice::address_of(office.look_at(many_notes(4)));
    office.contributor.post(written + "/start");
    office.do_import_jobs();
    const auto forget = [&] {
        jobs::Handlers handlers;
        imports::add_jobs(handlers, office.database(), office.subjects);
        handlers.at("imports.forget_old").work("{}");
    };
    office.clock.advance_seconds(25 * 60 * 60);
    forget();
    EXPECT_EQ(office.contributor.get(looked_at).status, 404U);
    EXPECT_EQ(office.contributor.get(written).status, 200U);
    office.clock.advance_days(30);
    forget();
    EXPECT_EQ(office.contributor.get(written).status, 404U);
    EXPECT_EQ(office.database().read()->one<std::int64_t>("SELECT count(*) FROM imports_steps"), 0);
}

namespace {

// The victim: works on the import until it is killed or has done it.
[[noreturn]] void work_until_killed(const db::Address& address, const imports::Ticket& ticket) {
    const auto database = db::Database::open(address, {}, db::testing::Fresh::system_clock());
    const auto subjects = note_subjects();
    while (imports::work(*database, subjects, ticket) == imports::Next::more) {
    }
    std::_Exit(0);
}

void kill_in_the_middle(const db::Address& address, const imports::Ticket& ticket, std::chrono::milliseconds life) {
    const pid_t victim = fork();
    if (victim == 0) work_until_killed(address, ticket);
    std::this_thread::sleep_for(life);
    kill(victim, SIGKILL);
    waitpid(victim, nullptr, 0);
}

}  // namespace

EACH_ENGINE(KilledImport, goes_on_where_it_stopped_and_does_no_row_twice) {
    db::testing::Fresh database(
        engine, {{&notes_table, 1}, journal::migrations(), jobs::migrations(), records::migrations(), imports::migrations()});
    constexpr int rows = 3'000;
    const imports::Order order{.viewer = {.person = {}, .administrator = true}, .entered_by = {}, .today = {2026, 11, 21}};
    const auto id = database->write([&](db::Tx& tx) {
        const auto kept = imports::keep_table(tx, order, {"notes", "notes.txt", many_notes(rows)}, "");
        imports::set_state(tx, kept, imports::State::reading);
        return kept;
    });
    const auto find = [&] { return *imports::find_import(*database->read(), id); };
    std::mt19937 dice{std::random_device{}()};
    int cut_off = 0;
    // A little longer each time, so that a slow machine comes to the end as well.
    for (int kills = 0; find().state != imports::State::written && kills < 300; ++kills) {
        kill_in_the_middle(database.address(), {id, {}, true}, std::chrono::milliseconds(5 + 3 * kills + dice() % 15));
        const auto done = find().done;
        if (done > 0 && done < rows) ++cut_off;
    }
    EXPECT_GE(cut_off, 1);
    EXPECT_EQ(find().done, rows);
    EXPECT_EQ(database->read()->one<std::int64_t>("SELECT count(*) FROM notes"), rows);
    EXPECT_EQ(database->read()->one<std::int64_t>("SELECT count(DISTINCT text) FROM notes"), rows);
}
