#include "records/access.hpp"

#include <gtest/gtest.h>

#include <map>
#include <set>

#include "db/testing.hpp"
#include "http/viewer.hpp"
#include "journal/journal.hpp"
#include "records/records.hpp"

namespace records {

static constexpr base::PersonId viewer{7};
static constexpr base::PersonId stranger{8};

TEST(Access, a_guest_reads_what_is_published_for_everybody_and_nothing_else) {
    EXPECT_TRUE(may_read({Visibility::public_, State::published, true}, {}));
    for (const auto visibility : {Visibility::partners, Visibility::members, Visibility::private_})
        EXPECT_FALSE(may_read({visibility, State::published, true}, {}));
    for (const auto state : {State::draft, State::review, State::withdrawn, State::deleted})
        EXPECT_FALSE(may_read({Visibility::public_, state, true}, {}));
}

TEST(Access, a_member_reads_what_members_may_but_edits_nothing) {
    const Ties member{.in_owner = Role::member};
    EXPECT_TRUE(may_read({Visibility::members, State::published, true}, member));
    EXPECT_FALSE(may_read({Visibility::members, State::draft, true}, member));
    EXPECT_FALSE(may_edit({Visibility::members, State::published, true}, member));
}

TEST(Access, an_administrator_reads_no_more_than_anybody_but_may_put_right_what_is_readable) {
    const Ties administrator{.administrator = true};
    EXPECT_FALSE(may_read({Visibility::members, State::published, true}, administrator));
    EXPECT_TRUE(may_moderate({Visibility::public_, State::published, true}, administrator));
}

TEST(Access, private_papers_open_for_their_maker_and_named_persons_not_for_stewards) {
    const Guard paper{Visibility::private_, State::published, true};
    EXPECT_FALSE(may_read(paper, {.in_owner = Role::steward, .in_within = Role::steward}));
    EXPECT_TRUE(may_read(paper, {.maker = true}));
    EXPECT_TRUE(may_read(paper, {.named = true}));
    EXPECT_FALSE(may_edit(paper, {.named = true}));
}

TEST(Access, a_contributor_writes_and_an_editor_publishes) {
    const Guard draft{Visibility::public_, State::draft, true};
    const Ties writer{.maker = true, .in_owner = Role::contributor};
    EXPECT_TRUE(may_edit(draft, writer));
    EXPECT_FALSE(may_publish(draft, writer));
    EXPECT_TRUE(may_publish(draft, {.in_owner = Role::editor}));
}

TEST(Access, who_left_the_organisation_still_reads_what_they_wrote_but_no_longer_changes_it) {
    const Guard item{Visibility::members, State::published, true};
    EXPECT_TRUE(may_read(item, {.maker = true}));
    EXPECT_FALSE(may_edit(item, {.maker = true}));
}

TEST(Access, a_deleted_record_is_gone_for_all_and_comes_back_only_by_those_who_may_edit_it) {
    const Guard gone{Visibility::public_, State::deleted, true};
    EXPECT_FALSE(may_read(gone, {.maker = true, .in_owner = Role::steward}));
    EXPECT_TRUE(may_restore(gone, {.in_owner = Role::editor}));
    EXPECT_FALSE(may_restore(gone, {.in_owner = Role::member}));
}

// Every combination of record and ties, as rows: scopes 101 to 104 are those in which the viewer has a role, 100 is foreign, 0 is none.
struct Case {
    std::int64_t id{};
    Guard guard;
    Ties ties;
    std::int64_t owner{}, within{};
};

// budget: a loop for each thing that is combined
static std::vector<Case> all_cases() {
    std::vector<Case> cases;
    const std::map<std::int64_t, Role> scopes{{0, Role::none},          {100, Role::none},   {101, Role::member},
                                              {102, Role::contributor}, {103, Role::editor}, {104, Role::steward}};
    for (const auto visibility : {Visibility::public_, Visibility::partners, Visibility::members, Visibility::private_})
        for (const auto state : {State::draft, State::review, State::published, State::withdrawn, State::deleted})
            for (const auto& [owner, in_owner] : scopes)
                for (const auto& [within, in_within] : scopes)
                    for (int bits = 0; bits < 8; ++bits)
                        cases.push_back({static_cast<std::int64_t>(cases.size() + 1000),
                                         {visibility, state, owner != 0 || within != 0},
                                         {.maker = (bits & 1) != 0,
                                          .named = (bits & 2) != 0,
                                          .partner = (bits & 4) != 0,
                                          .in_owner = in_owner,
                                          .in_within = in_within},
                                         owner,
                                         within});
    return cases;
}

static void store(db::Tx& tx, const std::vector<Case>& cases) {
    for (std::int64_t scope = 101; scope <= 104; ++scope) set_scope(tx, viewer, {scope}, static_cast<Role>(scope - 100));
    set_scope(tx, viewer, {105}, Role::member);
    for (const auto& each : cases) {
        tx.run(
            "INSERT INTO records_records (id, kind, number, title, title_en, summary, address, visibility, state, owner_id, within_id,"
            " area_id, language, happened_on, created_by, created_at, edited_by, edited_at, version, sort_key)"
            " VALUES ($1, 'item', $1, '', '', '', '', $2, $3, $4, $5, 0, 'th', '2026-11-21', $6, 0, 0, 0, 1, $7)",
            each.id, each.guard.visibility, each.guard.state, each.owner, each.within, each.ties.maker ? viewer : stranger, db::Blob{"x"});
        if (each.ties.named) tx.run("INSERT INTO records_grants VALUES ($1, 0, $2)", each.id, viewer);
        if (each.ties.partner) tx.run("INSERT INTO records_grants VALUES ($1, 105, 0)", each.id);
    }
}

EACH_ENGINE(Access, the_rule_and_its_sql_agree_over_every_combination) {
    db::testing::Fresh database(engine, {records::migrations()});
    const auto cases = all_cases();
    database->write([&](db::Tx& tx) { store(tx, cases); });
    auto db = database->read();
    for (const auto who : {viewer, base::PersonId{}}) {
        const auto readable = db->all<std::int64_t>("SELECT r.id FROM records_records r WHERE " RECORDS_MAY_READ, who);
        const std::set<std::int64_t> found(readable.begin(), readable.end());
        for (const auto& each : cases)
            ASSERT_EQ(found.contains(each.id), may_read(each.guard, who ? each.ties : Ties{}))
                << "person " << who.value << ", " << base::name_of(each.guard.visibility) << " " << base::name_of(each.guard.state)
                << ", owner " << each.owner << ", within " << each.within << ", maker " << each.ties.maker << ", named " << each.ties.named
                << ", partner " << each.ties.partner;
    }
}

EACH_ENGINE(Access, circles_of_before_come_to_lie_in_themselves_and_other_records_stay) {
    db::testing::Fresh database(engine, {records::migrations().first(2)});
    database->write([](db::Tx& tx) {
        for (const auto* kind : {"circle", "item"})
            insert(tx, viewer, {.kind = kind, .collection = "things", .owner_id = {100}, .description = {.title = kind}});
    });
    database->migrate(records::migrations());
    EXPECT_EQ(database->read()->all<std::string>("SELECT kind FROM records_records WHERE within_id = id"),
              std::vector<std::string>{"circle"});
}

EACH_ENGINE(Access, what_ties_a_viewer_to_a_record_is_read_as_it_is_stored) {
    db::testing::Fresh database(engine, {records::migrations()});
    const auto cases = all_cases();
    database->write([&](db::Tx& tx) { store(tx, cases); });
    auto db = database->read();
    for (std::size_t i = 0; i < cases.size(); i += 13) {  // 13 shares no factor with any list above: each value is met
        const auto found = *find(*db, http::Viewer{.person = viewer}, RecordId{cases[i].id});
        EXPECT_EQ(may_read(guard(found.envelope), found.ties), may_read(cases[i].guard, cases[i].ties)) << cases[i].id;
        EXPECT_EQ(may_edit(guard(found.envelope), found.ties), may_edit(cases[i].guard, cases[i].ties)) << cases[i].id;
    }
}

}  // namespace records
