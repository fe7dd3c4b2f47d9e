#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <span>

#include "app/circle_route_access.hpp"
#include "app/route_access_table.hpp"
#include "app/whole_office.hpp"
#include "areas/areas.hpp"

// Every route × every kind of person, as route_access_table.hpp and circle_route_access.hpp say.
namespace {

using app::WholeOffice;
using records::Role;
using records::Visibility;

// How a record that paths speak of is made: $owner is the organisation, $circle a circle's number, $goal a goal's, $area a place for each
// visibility, $id the number of a place, $scored an indicator that a hall can give its steps.
struct Maker {
    std::string_view name;  // in braces
    std::string_view kind;
    std::string_view route;
    std::string_view body;
};
constexpr Maker makers[] = {
    {"circle", "circle", "/api/circles",
     R"({"title":"วง","kind":"dialogue","level":"organisation","phase":"implement","organiser":$owner})"},
    {"session", "session", "/api/circles/$circle/sessions", R"({"title":"ครั้งแรก","date":"2026-11-25","agenda":[]})"},
    {"assessment", "assessment", "/api/circles/$circle/assessments", R"({"title":"สี่มิติ","dimensions":[{"name":"หัว","statements":["ก"]}]})"},
    {"topic", "topic", "/api/circles/$circle/topics", R"({"title":"หัวข้อ"})"},
    {"method", "method", "/api/methods",
     R"({"owner":$owner,"content":{"title":"วิธี","kind":"meeting","purpose":"ลอง","steps":[],"questions":[],"roles":[],"fields":[]}})"},
    {"indicator", "indicator", "/api/indicators",
     R"({"owner":$owner,"traits":{"level":"village","unit":"person","unit_name":"","direction":"up","calculation":"plain","factor":1,
         "over_areas":"sum","over_time":"sum","decimals":0},"definition":{"title":"ตัวชี้วัด"},"from_year":2021})"},
    {"scored", "indicator", "/api/indicators",
     R"({"owner":$owner,"traits":{"level":"subdistrict","unit":"person","unit_name":"","direction":"up","calculation":"score","factor":1,
         "over_areas":"average","over_time":"last","decimals":0},"definition":{"title":"คะแนน","levels":["1","2","3","4","5"]},
         "from_year":2021})"},
    {"count", "hand_count", "/api/counts", R"({"owner":$owner,"area":$id,"year":2025,"present":60,"items":[{"code":"$scored"}]})"},
    {"set", "indicator_set", "/api/indicator-sets", R"({"owner":$owner,"content":{"title":"ชุด","groups":[]},"from_year":2021})"},
    {"goal", "goal", "/api/goals", R"({"owner":$owner,"content":{"title":"เป้าหมาย","area":0,"targets":[]}})"},
    {"proposal", "indicator_proposal", "/api/goals/$goal/proposals",
     R"({"title":"ครัวเรือนที่ออม","unit":"household","counted_as":"percent","direction":"up"})"},
    {"dashboard", "dashboard", "/api/dashboards", R"({"owner":$owner,"content":{"title":"ตัวเลขของเรา","area":0,"blocks":[]}})"},
    {"item", "knowledge", "/api/knowledge", R"({"content":{"kind":"note","title":"บันทึก","body":""},"owner":$owner})"},
    {"record", "knowledge", "/api/knowledge", R"({"content":{"kind":"note","title":"บันทึก","body":""},"owner":$owner})"},
    {"series", "series", "/api/series", R"({"title":"ชุด","owner":$owner})"},
    {"person", "person", "/api/people", R"({"given_name":"สมมติ","entered_by":$owner})"},
    {"profile", "area_profile", "/api/areas/$area/profile",
     R"({"owner":$owner,"content":{"population":[],"actors":[],"issues":[],"sources":[]}})"},
    {"entry", "timeline_entry", "/api/areas/$area/timeline",
     R"({"owner":$owner,"content":{"year":2013,"kind":"beginning","title":"เริ่ม"}})"},
    {"local_day", "local_day", "/api/areas/$area/calendar",
     R"({"owner":$owner,"content":{"name":"งานบุญ","kind":"merit","first":"2026-12-01","yearly":false}})"},
};

// One organisation, all kinds of person, and a record of each kind that paths speak of.
class World {
  public:
    explicit World(db::Engine engine) : office(engine), maker_(office.new_person(office.organisation, Role::editor)) {
        people.emplace_back(office);
        for (const auto role : {Role::member, Role::contributor, Role::editor, Role::steward})
            people.push_back(office.new_person(office.organisation, role));
        people.push_back(office.new_administrator());
        people.push_back(office.new_person(office.other_organisation, Role::steward));
    }

    // The route's path with a record of that visibility in the place of each name; what lies inside a record by a number that none has.
    std::string path(const http::RouteInfo& route, Visibility visibility) {
        auto path = route.pattern;
        for (const auto& name : route.segments) {
            const auto at = path.find("{" + name + "}");
            path.replace(at, name.size() + 2, route.pattern.starts_with("/api/me/") ? "1" : value(name, visibility));
        }
        return path;
    }

    // Made anew after a request that may have changed them; but a place has one profile, and that is not changed without a body.
    void forget_records() {
        std::erase_if(made_, [](const auto& made) { return made.first.first != "profile"; });
    }

    WholeOffice office;
    std::vector<support::Client> people;

  private:
    std::string value(const std::string& name, Visibility visibility) {
        if (name == "code") return "800121";
        const auto made_by = std::ranges::find(makers, name, &Maker::name);
        if (made_by == std::end(makers)) return "1";
        auto& made = made_[{name, visibility}];
        if (made.empty()) made = make(*made_by, visibility);
        return made;
    }

    std::string make(const Maker& by, Visibility visibility) {
        const auto reply = maker_.post(filled(by.route, visibility), filled(by.body, visibility));
        EXPECT_EQ(reply.status, 201u) << by.route << reply.body;
        return publish(by, visibility);
    }

    std::string filled(std::string_view text, Visibility visibility) {
        std::string full(text);
        if (const auto at = full.find("$owner"); at != std::string::npos) full.replace(at, 6, std::to_string(office.organisation.value));
        if (const auto at = full.find("$circle"); at != std::string::npos) full.replace(at, 7, value("circle", visibility));
        if (const auto at = full.find("$goal"); at != std::string::npos) full.replace(at, 5, value("goal", visibility));
        if (const auto at = full.find("$area"); at != std::string::npos)
            full.replace(at, 5, visibility == Visibility::public_ ? "740309" : "800121");
        if (const auto at = full.find("$id"); at != std::string::npos)
            full.replace(at, 3, std::to_string(areas::find(*office.database().read(), "800121")->id.value));
        if (const auto at = full.find("$scored"); at != std::string::npos) full.replace(at, 7, value("scored", visibility));
        return full;
    }

    // The newest of its kind, for everybody or for the organisation's members; told as paths name it.
    std::string publish(const Maker& by, Visibility visibility) {
        return office.database().write([&](db::Tx& tx) {
            const auto number = tx.one<std::int64_t>("SELECT max(number) FROM records_records WHERE kind = $1", by.kind);
            const auto id =
                records::RecordId{tx.one<std::int64_t>("SELECT id FROM records_records WHERE kind = $1 AND number = $2", by.kind, number)};
            records::set_audience(tx, id, {visibility, {}, {}});
            if (records::find(tx, id)->state != records::State::published) records::move(tx, maker_.person, id, records::State::published);
            return std::to_string(by.name == "record" ? id.value : number);
        });
    }

    support::Client maker_;  // none of those who are tried: a maker may always read what they made
    std::map<std::pair<std::string, Visibility>, std::string> made_;
};

// With a body that no route takes: a route with a body stops there (415), after it has let the person in, and changes nothing.
support::Reply knock(support::Client& client, const http::RouteInfo& route, const std::string& path) {
    http::Request request;
    request.method = route.method;
    request.target = path;
    request.headers.set("If-Match", "999999");
    if (route.body != nullptr) request.headers.set("Content-Type", "text/plain");
    return client.send(std::move(request));
}

char outcome(const support::Reply& reply) {
    if (reply.status == 401) return 'S';
    if (reply.status == 403) return 'X';
    return reply.status == 404 ? '-' : '.';
}

void try_everybody(World& world, const http::RouteInfo& route, Visibility visibility, std::string_view expected) {
    std::string found;
    for (auto& client : world.people) {
        if (client.session.empty() && client.person) world.office.sign_in(client);
        const auto path = world.path(route, visibility);
        const auto reply = knock(client, route, path);
        found += outcome(reply);
        if (reply.status < 300 && !http::is_safe(route.method)) world.forget_records();
    }
    EXPECT_EQ(found, expected) << http::name_of(route.method) << ' ' << route.pattern
                               << (visibility == Visibility::public_ ? ", public" : ", members only");
}

void try_all(db::Engine engine) {
    World world(engine);
    std::map<std::string_view, app::Outcomes> table;
    for (const auto lines :
         {std::span<const app::RouteAccess>(app::route_access_table), std::span<const app::RouteAccess>(app::circle_route_access)})
        for (const auto& line : lines) EXPECT_TRUE(table.emplace(line.route, line.outcomes).second) << line.route << " twice";
    for (const auto& route : world.office.router.routes()) {
        const auto name = fmt::format("{} {}", http::name_of(route->method), route->pattern);
        const auto line = table.find(name);
        if (line == table.end()) {
            ADD_FAILURE() << name << " (" << route->permission << ") has no line in the tables of route access";
            continue;
        }
        try_everybody(world, *route, Visibility::members, line->second.members_only);
        try_everybody(world, *route, Visibility::public_, line->second.open);
        table.erase(line);
    }
    for (const auto& [name, outcomes] : table) ADD_FAILURE() << name << " is in the table and nowhere else";
}

}  // namespace

TEST(RouteAccess, every_route_lets_in_whom_the_table_says_on_sqlite) {
    try_all(db::Engine::sqlite);
}

TEST(RouteAccess, every_route_lets_in_whom_the_table_says_on_postgres) {
    if (!db::testing::postgres_given()) GTEST_SKIP() << "not run: LOMWONG_TEST_POSTGRES is not set";
    try_all(db::Engine::postgres);
}

TEST(RouteAccess, what_may_not_be_read_looks_exactly_like_what_is_not_there) {
    World world(db::Engine::sqlite);
    auto& stranger = world.people.back();
    for (const auto& route : world.office.router.routes()) {
        const bool reads_a_record =
            route->permission == "may_read" || route->permission == "may_edit" || route->permission == "may_moderate";
        if (!reads_a_record || route->pattern.find("{organisation}") != std::string::npos) continue;  // organisations are for everybody
        auto nowhere = route->pattern;
        for (const auto& name : route->segments) nowhere.replace(nowhere.find("{" + name + "}"), name.size() + 2, "987654321");
        const auto hidden = knock(stranger, *route, world.path(*route, Visibility::members));
        const auto absent = knock(stranger, *route, nowhere);
        EXPECT_EQ(hidden.status, 404u) << route->pattern;
        EXPECT_EQ(hidden.body, absent.body) << route->pattern;
    }
}
