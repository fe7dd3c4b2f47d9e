#include "office/people/account_lines.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "auth/accounts/accounts.hpp"
#include "office/office.hpp"
#include "support/office.hpp"

namespace {

using Lines = http::List<office::AccountLine>;

struct AccountsPage : support::Office {
    explicit AccountsPage(db::Engine engine) : Office(engine, {{{}, office::add_routes}}) {}

    Lines list(const std::string& query) { return administrator.get("/api/office/accounts?" + query).as<Lines>(); }
    std::vector<base::PersonId> people(const std::string& query) {
        std::vector<base::PersonId> ids;
        for (const auto& line : list(query).items) ids.push_back(line.person_id);
        return ids;
    }
    void add_account(std::string_view name, std::string_view login, std::string_view email) {
        write([&](db::Tx& tx) {
            records::NewRecord record;
            record.kind = "person";
            record.collection = "people";
            record.description.title = name;
            const base::PersonId person{records::insert(tx, {}, record).id.value};
            auth::insert_account(tx, {person, std::string(login), std::string(email), "", false, tx.now()});
        });
    }
};

}  // namespace

OFFICE_TEST(AccountsPage, an_account_is_found_by_name_login_and_address_however_it_is_typed) {
    office.add_account("สมหญิง ตัวอย่าง", "0812345678", "somying@example.org");
    office.add_account("100% จริงใจ", "truly", "truly@example.org");
    for (const auto* text : {"%E0%B8%AA%E0%B8%A1%E0%B8%AB%E0%B8%8D%E0%B8%B4%E0%B8%87", "081-234%205678", "SOMYING@", "ying@ex"}) {
        const auto found = office.list(fmt::format("text={}", text)).items;
        ASSERT_EQ(found.size(), 1u) << text;
        EXPECT_EQ(found.front().login, "0812345678");
    }
    EXPECT_EQ(office.people("text=100%25").size(), 1u) << "a sign of LIKE is a sign like others";
    EXPECT_TRUE(office.people("text=nobody").empty());
}

OFFICE_TEST(AccountsPage, it_says_where_somebody_may_do_what) {
    const auto found = office.list("text=" + support::Office::login_of(office.editor)).items;
    ASSERT_EQ(found.size(), 1u);
    ASSERT_EQ(found.front().roles.size(), 1u);
    EXPECT_EQ(found.front().roles.front().title, "เทศบาลตัวอย่าง");
    EXPECT_EQ(found.front().roles.front().role, records::Role::editor);
    EXPECT_FALSE(found.front().roles.front().by_provider);
}

OFFICE_TEST(AccountsPage, it_is_narrowed_to_administrators_to_one_step_to_who_stayed_away_and_to_the_locked) {
    EXPECT_EQ(office.people("only=administrators"), std::vector{office.administrator.person});
    EXPECT_EQ(office.people("only=one_step").size(), 6u);
    EXPECT_TRUE(office.people("only=unseen").empty());
    EXPECT_TRUE(office.people("only=locked").empty());

    office.write([&](db::Tx& tx) { auth::lock(tx, office.stranger.person); });
    EXPECT_EQ(office.people("only=locked"), std::vector{office.stranger.person});

    office.clock.advance_days(91);
    office.sign_in(office.administrator);
    const auto away = office.people("only=unseen");
    EXPECT_EQ(away.size(), 5u);
    EXPECT_EQ(std::ranges::count(away, office.administrator.person), 0);
    EXPECT_EQ(office.administrator.get("/api/office/accounts?only=nonsense").status, 422u);
}

OFFICE_TEST(AccountsPage, it_is_turned_page_by_page_by_name) {
    for (int i = 0; i < 60; ++i)
        office.add_account(fmt::format("ทดสอบ {:02}", i), fmt::format("test{:02}", i), fmt::format("test{}@example.org", i));
    const auto first = office.list("text=test");
    ASSERT_EQ(first.items.size(), 50u);
    ASSERT_TRUE(first.next);
    const auto second = office.list("text=test&after=" + *first.next);
    EXPECT_EQ(second.items.size(), 10u);
    EXPECT_EQ(first.items.front().login, "test00");
    EXPECT_EQ(second.items.front().login, "test50");
    EXPECT_FALSE(second.next);
}

OFFICE_TEST(AccountsPage, only_administrators_see_it) {
    for (const auto& kind : support::Office::kinds_of_person()) {
        const auto status = (office.*kind.client).get("/api/office/accounts").status;
        const auto expected = kind.client == &support::Office::administrator ? 200u : kind.client == &support::Office::guest ? 401u : 403u;
        EXPECT_EQ(status, expected) << kind.name;
    }
}
