#include "site/site.hpp"

#include "support/office.hpp"

namespace site {

namespace {

struct SiteOffice : support::Office {
    explicit SiteOffice(db::Engine engine) : Office(engine, {{site::migrations(), site::add_routes}}) {}
};

}  // namespace

OFFICE_TEST(SiteOffice, a_real_office_never_says_that_its_people_are_invented) {
    EXPECT_EQ(office.guest.get("/api/site").body, R"({"example":false})");
}

OFFICE_TEST(SiteOffice, an_example_says_so_to_everybody_however_often_it_was_marked) {
    office.write([](db::Tx& tx) { mark_as_example(tx); });
    office.write([](db::Tx& tx) { mark_as_example(tx); });
    EXPECT_EQ(office.guest.get("/api/site").body, R"({"example":true})");
}

}  // namespace site
