#include <fmt/format.h>

#include "app/sign_on/role_rules.hpp"
#include "app/whole_office.hpp"

namespace {

using app::WholeOffice;
using records::Role;

std::int64_t number_of(WholeOffice& office, records::RecordId id) {
    return records::find(*office.database().read(), id)->number;
}

EACH_ENGINE(RolePlaces, a_place_is_named_by_the_address_of_its_page_or_by_its_code) {
    WholeOffice office(engine);
    office.database().write(
        [&](db::Tx& tx) { tx.run("UPDATE people_organisations SET code = '5650102' WHERE id = $1", office.organisation); });
    auto maker = office.new_person(office.organisation, Role::editor);
    const auto made =
        maker.post("/api/circles", fmt::format(R"({{"title":"วง","kind":"dialogue","level":"organisation","phase":"implement",)"
                                               R"("organiser":{}}})",
                                               office.organisation.value));
    ASSERT_EQ(made.status, 201u) << made.body;
    const auto places = app::role_places();
    const auto find = [&](const std::string& at) { return places.find(*office.database().read(), at); };
    const auto address = fmt::format("/organisations/{}", number_of(office, office.organisation));
    EXPECT_EQ(find(address), office.organisation.value);
    EXPECT_EQ(find("5650102"), office.organisation.value);
    EXPECT_TRUE(find("/circles/1"));
    for (const auto* at : {"/organisations/9999", "/circles/9999", "0000000"}) EXPECT_FALSE(find(at)) << at;
    office.database().write([&](db::Tx& tx) { records::move(tx, {}, office.organisation, records::State::deleted); });
    EXPECT_FALSE(find(address)) << "a record that was deleted";
}

EACH_ENGINE(RolePlaces, a_role_of_a_circle_that_a_provider_tells_is_not_lowered_by_its_team) {
    WholeOffice office(engine);
    auto leader = office.new_person(office.organisation, Role::editor);
    const auto helper = office.new_person(office.organisation, Role::member);
    ASSERT_EQ(leader
                  .post("/api/circles", fmt::format(R"({{"title":"วง","kind":"dialogue","level":"organisation","phase":"implement",)"
                                                    R"("organiser":{}}})",
                                                    office.organisation.value))
                  .status,
              201u);
    office.database().write([&](db::Tx& tx) { records::set_audience(tx, {helper.person.value}, {records::Visibility::public_, {}, {}}); });
    const auto circle = app::role_places().find(*office.database().read(), "/circles/1").value();
    const auto said = [&](std::vector<std::string> roles) {
        office.database().write([&](db::Tx& tx) { app::role_places().set(tx, helper.person, circle, roles); });
    };
    const auto role = [&] { return records::role_in(*office.database().read(), helper.person, {circle}); };
    const auto give = [&](std::string_view what) {
        return leader.put("/api/circles/1/team", fmt::format(R"({{"person":{},"role":"{}"}})", helper.person.value, what));
    };
    said({"member", "contributor"});
    EXPECT_EQ(role(), Role::contributor);
    EXPECT_EQ(give("none").code(), "role_by_provider");
    EXPECT_EQ(give("editor").status, 200u);
    EXPECT_EQ(role(), Role::editor);
    EXPECT_EQ(give("contributor").status, 200u) << "down to what the provider says";
    said({});
    EXPECT_EQ(role(), Role::contributor) << "the team had given it as well";
    EXPECT_EQ(give("none").status, 200u);
    EXPECT_EQ(role(), Role::none);
}

EACH_ENGINE(RolePlaces, the_check_up_names_a_rule_whose_place_is_not_there) {
    WholeOffice office(engine);
    auth::Provider provider{.key = "central",
                            .name = "บัญชีกลาง",
                            .name_en = "Central",
                            .issuer = "https://sso.example.org",
                            .client_id = "x",
                            .client_secret = "y"};
    provider.roles = {{{"groups", "officers"}, "/organisations/9999", "editor"}};
    const auth::SignOn sign_on({provider}, {}, app::role_places());
    const auto& machine = office.installation().machine;
    const ::office::Machine asked{machine.data,     machine.version, machine.public_url, machine.keeper,
                                  machine.searcher, sign_on,         machine.opens_files};
    for (const auto language : {base::Language::th, base::Language::en}) {
        const auto findings = ::office::check_up({*office.database().read(), asked, office.database().now(), language});
        const bool is_named = std::ranges::any_of(findings, [](const ::office::Finding& finding) {
            return finding.weight == ::office::Weight::watch &&
                   finding.words.find("sign_on.central → /organisations/9999") != std::string::npos &&
                   finding.remedy.find("[[sign_on.KEY.roles]]") != std::string::npos;
        });
        EXPECT_TRUE(is_named) << json::write(findings);
    }
}

}  // namespace
