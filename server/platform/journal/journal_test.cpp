#include "journal/journal.hpp"

#include <atomic>
#include <future>
#include <mutex>
#include <thread>

#include "db/testing.hpp"
#include "journal/follower.hpp"
#include "journal/sealer.hpp"
#include "journal/verify.hpp"

namespace {

using namespace std::chrono_literals;
using journal::Fault;

struct NoteTag;
using NoteId = base::Id<NoteTag>;

constexpr base::PersonId officer{42};

void write_note(db::Database& database, std::int64_t note, std::int64_t version, std::string_view body) {
    database.write([&](db::Tx& tx) { journal::record(tx, officer, "notes.written", {NoteId{note}, version, body}); });
}

// Five events about notes 1 to 5, sealed.
void write_five(db::Database& database) {
    for (int note = 1; note <= 5; ++note) write_note(database, note, 1, R"({"title":"บันทึก"})");
    journal::seal(database);
}

void tamper(db::Database& database, db::Sql sql) {
    database.write([&](db::Tx& tx) { tx.run(sql); });
}

std::vector<Fault> faults(db::Database& database) {
    return journal::verify(*database.read()).faults;
}

void expect_one_fault(db::Database& database, Fault::What what, std::int64_t sequence) {
    const auto found = faults(database);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].what, what) << found[0].message;
    EXPECT_EQ(found[0].sequence, sequence);
    EXPECT_NE(found[0].message.find("event"), std::string::npos);
}

EACH_ENGINE(Journal, every_write_has_its_event_and_its_text) {
    db::testing::Fresh database(engine, {journal::migrations()});
    write_note(*database, 7, 1, "first");
    write_note(*database, 7, 2, "second");
    auto session = database->read();
    const auto changes = journal::list_changes(*session, 7, 10);
    ASSERT_EQ(changes.size(), 2U);
    EXPECT_EQ(changes[0].body, "second");
    EXPECT_EQ(changes[1].version, 1);
    EXPECT_EQ(changes[0].actor_id, officer);
    EXPECT_EQ(journal::find_body(*session, 7, 1), "first");
    EXPECT_EQ(journal::find_body(*session, 7, 3), std::nullopt);
}

EACH_ENGINE(Journal, events_get_a_place_each_without_gaps_from_any_number_of_nodes) {
    db::testing::Fresh database(engine, {journal::migrations()});
    const auto other = db::Database::open(database.address(), {}, db::testing::Fresh::system_clock());
    {
        const journal::Sealer here(*database);
        const journal::Sealer there(*other);
        std::vector<std::jthread> writers;
        writers.reserve(6);
        for (int thread = 0; thread < 6; ++thread)
            writers.emplace_back([&, thread] {
                for (int i = 0; i < 20; ++i) write_note(thread % 2 == 0 ? *database : *other, thread * 100 + i, 1, "text");
            });
    }
    journal::seal(*database);
    const auto verdict = journal::verify(*database->read());
    EXPECT_TRUE(verdict.whole()) << verdict.faults.front().message;
    EXPECT_EQ(verdict.events, 120);
    EXPECT_EQ(verdict.unsealed, 0);
    EXPECT_EQ(journal::last_sequence(*database->read()), 120);
}

EACH_ENGINE(Journal, a_changed_event_is_named) {
    db::testing::Fresh database(engine, {journal::migrations()});
    write_five(*database);
    tamper(*database, "UPDATE journal_events SET actor_id = 43 WHERE sequence = 3");
    expect_one_fault(*database, Fault::What::changed, 3);
}

EACH_ENGINE(Journal, a_changed_hash_is_named_where_it_stands) {
    db::testing::Fresh database(engine, {journal::migrations()});
    write_five(*database);
    tamper(*database, "UPDATE journal_events SET chain_hash = content_hash WHERE sequence = 3");
    expect_one_fault(*database, Fault::What::changed, 3);
}

EACH_ENGINE(Journal, a_missing_event_is_named) {
    db::testing::Fresh database(engine, {journal::migrations()});
    write_five(*database);
    tamper(*database, "DELETE FROM journal_revisions WHERE event_id = (SELECT id FROM journal_events WHERE sequence = 2)");
    tamper(*database, "DELETE FROM journal_events WHERE sequence = 2");
    expect_one_fault(*database, Fault::What::missing, 2);
}

EACH_ENGINE(Journal, events_that_changed_places_are_both_named) {
    db::testing::Fresh database(engine, {journal::migrations()});
    write_five(*database);
    tamper(*database, "UPDATE journal_events SET sequence = 99 WHERE sequence = 2");
    tamper(*database, "UPDATE journal_events SET sequence = 2 WHERE sequence = 3");
    tamper(*database, "UPDATE journal_events SET sequence = 3 WHERE sequence = 99");
    const auto found = faults(*database);
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(found[0].what, Fault::What::reordered) << found[0].message;
    EXPECT_EQ(found[0].sequence, 2);
    EXPECT_EQ(found[1].what, Fault::What::reordered) << found[1].message;
    EXPECT_EQ(found[1].sequence, 3);
}

EACH_ENGINE(Journal, an_end_cut_off_is_found) {
    db::testing::Fresh database(engine, {journal::migrations()});
    write_five(*database);
    tamper(*database, "DELETE FROM journal_revisions WHERE record_id = 5");
    tamper(*database, "DELETE FROM journal_events WHERE sequence = 5");
    expect_one_fault(*database, Fault::What::cut_off, 5);
}

EACH_ENGINE(Journal, a_changed_text_is_named) {
    db::testing::Fresh database(engine, {journal::migrations()});
    write_five(*database);
    tamper(*database, "UPDATE journal_revisions SET body = 'other' WHERE record_id = 4");
    expect_one_fault(*database, Fault::What::revision_changed, 4);
}

EACH_ENGINE(Journal, a_text_erased_by_the_law_leaves_the_journal_whole) {
    db::testing::Fresh database(engine, {journal::migrations()});
    write_five(*database);
    EXPECT_EQ(database->write([](db::Tx& tx) { return journal::erase(tx, officer, 4); }), 1);
    journal::seal(*database);
    const auto verdict = journal::verify(*database->read());
    EXPECT_TRUE(verdict.whole());
    EXPECT_EQ(verdict.erased, 1);
    EXPECT_EQ(journal::find_body(*database->read(), 4, 1), std::nullopt);
}

EACH_ENGINE(Journal, a_text_that_vanished_without_an_erasure_is_named) {
    db::testing::Fresh database(engine, {journal::migrations()});
    write_five(*database);
    tamper(*database, "DELETE FROM journal_revisions WHERE record_id = 4");
    expect_one_fault(*database, Fault::What::revision_missing, 4);
}

EACH_ENGINE(Journal, a_follower_hears_within_moments_and_goes_on_where_it_stood) {
    db::testing::Fresh database(engine, {journal::migrations()});
    const journal::Sealer sealer(*database);
    std::mutex guard;
    std::vector<std::int64_t> heard;
    const auto so_far = [&] {
        const std::scoped_lock lock(guard);
        return heard;
    };
    db::Pulse pulse;
    const auto follow = [&](std::int64_t from) {
        return journal::Follower(
            *database, {.name = "test", .from = from},
            [&](std::span<const journal::Event> events) {
                const std::scoped_lock lock(guard);
                for (const auto& event : events) heard.push_back(event.record_id);
                pulse.beat();
                return events.back().sequence;
            },
            [](std::string_view, std::string_view reason) { FAIL() << reason; });
    };
    const auto wait_for = [&](std::size_t count) {
        for (int i = 0; i < 20 && so_far().size() < count; ++i) pulse.wait(pulse.beats(), 100ms);
    };
    {
        const auto follower = follow(0);
        write_note(*database, 1, 1, "one");
        wait_for(1);
    }
    EXPECT_EQ(so_far(), (std::vector<std::int64_t>{1}));
    write_note(*database, 2, 1, "two");
    const auto follower = follow(1);
    wait_for(2);
    EXPECT_EQ(so_far(), (std::vector<std::int64_t>{1, 2}));
}

EACH_ENGINE(Journal, a_follower_that_stumbles_gets_the_same_events_again) {
    db::testing::Fresh database(engine, {journal::migrations()});
    write_five(*database);
    std::atomic<int> tries{0};
    std::atomic<int> complaints{0};
    std::promise<std::int64_t> first;
    const journal::Follower follower(
        *database, {.name = "test"},
        [&](std::span<const journal::Event> events) {
            if (++tries == 1) throw std::runtime_error("the index file is locked");
            if (tries == 2) first.set_value(events.front().sequence);
            return events.back().sequence;
        },
        [&](std::string_view, std::string_view) { ++complaints; });
    EXPECT_EQ(first.get_future().get(), 1);
    EXPECT_EQ(complaints, 1);
}

EACH_ENGINE(Journal, a_position_moves_with_the_transaction_that_did_the_work) {
    db::testing::Fresh database(engine, {journal::migrations()});
    EXPECT_EQ(journal::position(*database->read(), "notices"), 0);
    database->write([](db::Tx& tx) { journal::move_to(tx, "notices", 3); });
    database->write([](db::Tx& tx) { journal::move_to(tx, "notices", 5); });
    EXPECT_EQ(journal::position(*database->read(), "notices"), 5);
}

}  // namespace
