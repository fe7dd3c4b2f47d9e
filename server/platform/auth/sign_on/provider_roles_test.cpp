#include "auth/sign_on/provider_roles.hpp"

#include "auth/sign_on/identities.hpp"
#include "auth/sign_on/sign_on_office.hpp"

namespace {

using auth::testing::mentions;
using auth::testing::SignOnOffice;
using records::Role;
using support::Client;

// What the provider says of groups gives roles: admins look after the installation, officers edit here, guests are members beside.
struct RolesOffice : SignOnOffice {
    explicit RolesOffice(db::Engine engine) : SignOnOffice(engine) {
        auto provider = plain();
        provider.roles = {{{"groups", "admins"}, "", "administrator"},
                          {{"groups", "officers"}, "here", "editor"},
                          {{"groups", "helpers"}, "here", "member"},
                          {{"groups", "guests"}, "beside", "member"},
                          {{"groups", "officers"}, "nowhere", "steward"}};
        use(std::move(provider));
        EXPECT_EQ(link(stranger).status, 200u);
        give_role(stranger, other_organisation, Role::none);
    }

    support::Reply sign_in_with(std::string_view groups) {
        there.claims = {{"groups", std::string(groups)}};
        browser = Client(*this);
        return sign_in_there(browser);
    }
    Role role(records::RecordId scope) { return records::role_in(*database().read(), stranger.person, scope); }

    Client browser{*this};
};

}  // namespace

OFFICE_TEST(RolesOffice, the_provider_says_who_is_an_administrator_where_the_office_wants_it) {
    EXPECT_TRUE(mentions(office.sign_in_with(R"(["staff","admins"])"), R"("administrator":true)"));
    auto before = office.browser;
    EXPECT_EQ(before.get("/api/sign-in-rules").status, 200u);
    EXPECT_EQ(office.actions_on(office.stranger.person).front(), "auth.administrator_by_provider");
    EXPECT_TRUE(mentions(office.sign_in_with(R"("staff")"), R"("administrator":false)"));
    EXPECT_EQ(before.get("/api/sign-in-rules").status, 403u) << "also where they are in already";
    EXPECT_EQ(office.actions_on(office.stranger.person).front(), "auth.administrator_no_more");
}

OFFICE_TEST(RolesOffice, who_was_made_an_administrator_here_stays_one_whatever_the_provider_says) {
    const auto path = fmt::format("/api/accounts/{}/administrator", office.stranger.person.value);
    EXPECT_EQ(office.administrator.put(path, "").status, 204u);
    EXPECT_TRUE(mentions(office.sign_in_with(R"("admins")"), R"("administrator":true)"));
    EXPECT_EQ(office.administrator.del(path).code(), "administrator_by_provider") << "it would hold until the next sign-in only";
    EXPECT_TRUE(mentions(office.sign_in_with(R"("staff")"), R"("administrator":true)"));
    EXPECT_EQ(office.administrator.del(path).status, 204u);
    EXPECT_TRUE(mentions(office.sign_in_with(R"("staff")"), R"("administrator":false)"));
}

OFFICE_TEST(RolesOffice, roles_come_and_go_with_the_claims_at_each_sign_in) {
    office.sign_in_with(R"(["officers","guests"])");
    EXPECT_EQ(office.role(office.organisation), Role::editor);
    EXPECT_EQ(office.role(office.other_organisation), Role::member);
    EXPECT_EQ(office.actions_on(office.stranger.person).front(), "auth.roles_by_provider");
    office.sign_in_with(R"(["guests"])");
    EXPECT_EQ(office.role(office.organisation), Role::none);
    EXPECT_EQ(office.role(office.other_organisation), Role::member);
    const auto events = office.actions_on(office.stranger.person).size();
    office.sign_in_with(R"(["guests"])");
    EXPECT_EQ(office.actions_on(office.stranger.person).size(), events) << "what stays is not written down again";
    office.there.claims = {};
    office.browser = Client(office);
    ASSERT_EQ(office.sign_in_there(office.browser).status, 200u) << "a provider that says nothing of groups";
    EXPECT_EQ(office.role(office.other_organisation), Role::none);
}

OFFICE_TEST(RolesOffice, of_two_rules_for_one_place_the_higher_counts) {
    office.sign_in_with(R"(["helpers","officers"])");
    EXPECT_EQ(office.role(office.organisation), Role::editor);
    office.sign_in_with(R"(["helpers"])");
    EXPECT_EQ(office.role(office.organisation), Role::member);
}

OFFICE_TEST(RolesOffice, what_people_here_give_stays_and_takes_nothing_away) {
    office.give_role(office.stranger, office.organisation, Role::contributor);
    office.sign_in_with(R"("officers")");
    EXPECT_EQ(office.role(office.organisation), Role::editor);
    office.sign_in_with(R"("staff")");
    EXPECT_EQ(office.role(office.organisation), Role::contributor) << "given by hand, it stays";

    office.give_role(office.stranger, office.organisation, Role::steward);
    office.sign_in_with(R"("officers")");
    EXPECT_EQ(office.role(office.organisation), Role::steward) << "the higher of the two";
    office.give_role(office.stranger, office.organisation, Role::none);
    EXPECT_EQ(office.role(office.organisation), Role::editor) << "the provider still says so";
}

OFFICE_TEST(RolesOffice, who_unlinks_loses_what_came_from_there) {
    office.sign_in_with(R"(["admins","officers"])");
    const auto id = auth::list_identities(*office.database().read(), office.stranger.person).front().id;
    EXPECT_EQ(office.stranger.del(fmt::format("/api/me/identities/{}", id.value)).status, 204u);
    EXPECT_EQ(office.role(office.organisation), Role::none);
    EXPECT_TRUE(mentions(office.stranger.get("/api/me"), R"("administrator":false)"));
}

OFFICE_TEST(RolesOffice, a_provider_that_is_configured_no_longer_gives_nothing_any_more) {
    office.sign_in_with(R"(["admins","officers"])");
    auth::forget_roles_of_others(office.database(), *office.sign_on);
    EXPECT_EQ(office.role(office.organisation), Role::editor);
    office.use(std::vector<auth::Provider>{});
    auth::forget_roles_of_others(office.database(), *office.sign_on);
    EXPECT_EQ(office.role(office.organisation), Role::none);
    EXPECT_FALSE(auth::find_account(*office.database().read(), office.stranger.person)->administrator);
}

OFFICE_TEST(RolesOffice, what_one_provider_says_no_longer_another_one_may_still_say) {
    const std::vector<auth::Provider::RoleRule> editor{{{"groups", "officers"}, "here", "editor"}};
    const std::vector<auth::Provider::RoleRule> admin{{{"groups", "admins"}, "", "administrator"}};
    const auto follow = [&](const std::string& issuer, const std::vector<auth::Provider::RoleRule>& met) {
        office.write([&](db::Tx& tx) { auth::follow_roles(tx, office.sign_on->scopes, office.stranger.person, issuer, met); });
    };
    for (const auto* issuer : {"https://one.example.org", "https://two.example.org"}) follow(issuer, editor);
    follow("https://one.example.org", {});
    EXPECT_EQ(office.role(office.organisation), Role::editor);
    follow("https://one.example.org", admin);
    follow("https://two.example.org", {});
    EXPECT_EQ(office.role(office.organisation), Role::none);
    EXPECT_TRUE(auth::is_administrator_by_provider(*office.database().read(), office.stranger.person));
}

OFFICE_TEST(RolesOffice, a_rule_whose_place_is_not_there_is_named_and_gives_nothing) {
    office.sign_in_with(R"("officers")");
    const auto lost = auth::list_lost_rules(*office.database().read(), *office.sign_on);
    ASSERT_EQ(lost.size(), 1u);
    EXPECT_EQ(lost.front().provider, "there");
    EXPECT_EQ(lost.front().at, "nowhere");
}
