// What happens when somebody does far too much: each route that writes ends it, and nothing grows without an end.

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "app/whole_office.hpp"

namespace {

using app::WholeOffice;
using http::WriteKind;

constexpr std::int64_t few = 5;

app::Config narrow() {
    app::Config config;
    config.mail.inbox = true;
    for (const auto name : base::names_of<WriteKind>())
        if (const auto kind = *base::named<WriteKind>(name); config.limits.of(kind)) config.limits.set(kind, few);
    return config;
}

// Administrators settle these; their features' tests flood them.
bool is_settled_in_the_office(const http::RouteInfo& route) {
    return route.write_kind == WriteKind::comment || route.write_kind == WriteKind::concern;
}

std::string somewhere(const http::RouteInfo& route) {
    auto path = route.pattern;
    for (const auto& name : route.segments) path.replace(path.find("{" + name + "}"), name.size() + 2, "987654321");
    return path;
}

support::Reply knock(support::Client& client, const http::RouteInfo& route, std::string_view peer) {
    http::Request request;
    request.method = route.method;
    request.target = somewhere(route);
    request.peer = std::string(peer);
    request.headers.set("If-Match", "1");
    if (route.body != nullptr) request.headers.set("Content-Type", "text/plain");
    return client.send(std::move(request));
}

// How often it was let in before it was asked to wait.
int knocks_until_refused(support::Client& client, const http::RouteInfo& route, std::string_view peer) {
    for (int knocks = 0; knocks < 3 * few; ++knocks)
        if (knock(client, route, peer).status == 429u) return knocks;
    return -1;
}

std::string name_of(const http::RouteInfo& route) {
    return fmt::format("{} {}", http::name_of(route.method), route.pattern);
}

std::int64_t count(WholeOffice& office, db::Sql sql) {
    return office.database().read()->one<std::int64_t>(sql);
}

}  // namespace

TEST(Flood, of_one_person_ends_on_every_route_that_writes) {
    WholeOffice office(db::Engine::sqlite, narrow());
    for (const auto& route : office.router.routes()) {
        if (!route->write_kind || is_settled_in_the_office(*route)) continue;
        auto flooding = office.new_administrator();
        flooding.signs_in_again = false;
        const auto knocks = knocks_until_refused(flooding, *route, "203.0.113.7");
        EXPECT_GE(knocks, 1) << name_of(*route);
        EXPECT_LE(knocks, few + 1) << name_of(*route);  // signing out makes a guest of them, who is counted anew
    }
    auto other = office.new_administrator();
    for (const auto& route : office.router.routes())
        if (route->write_kind == WriteKind::change) {
            EXPECT_NE(knock(other, *route, "203.0.113.7").status, 429u) << "somebody else at the same address";
            break;
        }
}

TEST(Flood, of_guests_ends_on_every_route_that_lets_them_write) {
    WholeOffice office(db::Engine::sqlite, narrow());
    int network = 0;
    for (const auto& route : office.router.routes()) {
        if (!route->write_kind || is_settled_in_the_office(*route) || route->gate != http::Gate::open) continue;
        support::Client guest(office);
        const auto peer = fmt::format("203.0.113.{}", ++network);
        EXPECT_EQ(knocks_until_refused(guest, *route, peer), few) << name_of(*route);
        EXPECT_NE(knock(guest, *route, fmt::format("198.51.100.{}", network)).status, 429u) << "guests from elsewhere";
    }
}

TEST(Flood, of_new_records_writes_no_more_of_them_than_an_hour_allows) {
    WholeOffice office(db::Engine::sqlite, narrow());
    auto writer = office.new_person(office.organisation, records::Role::contributor);
    const auto body = fmt::format(R"({{"content":{{"kind":"note","title":"บันทึก","body":""}},"owner":{}}})", office.organisation.value);
    unsigned last = 0;
    for (int i = 0; i < 100; ++i) last = writer.post("/api/knowledge", body).status;
    EXPECT_EQ(last, 429u);
    EXPECT_EQ(count(office, "SELECT count(*) FROM records_records WHERE kind = 'knowledge'"), few);
}

TEST(Flood, of_people_who_forgot_their_password_fills_neither_the_queue_of_jobs_nor_what_is_remembered_of_them) {
    WholeOffice office(db::Engine::sqlite, narrow());
    support::Client guest(office);
    for (int i = 0; i < 500; ++i) guest.post("/api/resets", fmt::format(R"({{"login":"person{}"}})", i));
    EXPECT_LE(count(office, "SELECT count(*) FROM jobs_queue WHERE handler = 'auth.send_reset_link'"), few);
    EXPECT_LE(count(office, "SELECT count(*) FROM auth_failures"), 2 * few + 1);
}

TEST(Flood, of_wrong_passwords_is_slowed_for_each_account_and_ends_for_the_network) {
    WholeOffice office(db::Engine::sqlite, narrow());
    support::Client guest(office);
    unsigned last = 0;
    for (int i = 0; i < 200; ++i)
        last = guest.post("/api/session", fmt::format(R"({{"login":"person{}","password":"ผิดแน่นอนครับ"}})", i)).status;
    EXPECT_EQ(last, 429u);
    EXPECT_LE(count(office, "SELECT count(*) FROM auth_failures"), 2 * few + 1);
}

TEST(Flood, is_counted_by_kind_in_the_figures) {
    WholeOffice office(db::Engine::sqlite, narrow());
    support::Client guest(office);
    for (int i = 0; i < 2 * few; ++i) guest.post("/api/resets", R"({"login":"person1"})");
    http::Exposition figures;
    office.installation().telemetry.write(office.database(), figures);
    EXPECT_NE(figures.text().find("lomwong_writes_refused_total{kind=\"mail\"} 5"), std::string::npos) << figures.text();
    EXPECT_NE(figures.text().find("lomwong_writes_refused_total{kind=\"upload\"} 0"), std::string::npos);
}
