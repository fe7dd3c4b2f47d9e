#include "goals/count/closing.hpp"
#include "goals/count/new_count.hpp"
#include "goals/count/shown_count.hpp"
#include "goals/entry/keepers.hpp"
#include "goals/goals_office.hpp"
#include "http/events.hpp"
#include "http/live.hpp"

namespace goals {

namespace {

constexpr base::AreaId subdistrict{6'010'101'000}, village{6'010'101'001};

// A village hall of sixty people, and what a village is asked by the raising of hands.
struct HallOffice : GoalsOffice {
    explicit HallOffice(db::Engine engine) : GoalsOffice(engine), live(database(), complain) {
        equipment.add(live);
        plant_sets(database());
        write([](db::Tx& tx) {
            for (const auto& [id, code, level] : {std::tuple{base::AreaId{0}, "th", "country"},
                                                  {base::AreaId{6'000'000'000}, "south", "region"},
                                                  {subdistrict, "800101", "subdistrict"},
                                                  {village, "80010101", "village"}})
                tx.run(
                    "INSERT INTO areas_areas (id, last_id, code, level, name, name_en, position, valid_from, sort_key, is_place, "
                    "search_key,"
                    " search_key_en, consonants) VALUES ($1, $2, $3, $4, $3, $3, 'none', '2021-12-31', $5, $6, $5, $5, $5)",
                    id, base::last_of(id), code, level, db::Blob{code}, id == village);
        });
    }

    http::Live live;

    static void complain(std::string_view who, std::string_view reason) { ADD_FAILURE() << who << ": " << reason; }

    std::string form(const std::string& items, const std::string& more = "", base::AreaId area = village, int year = 2026) const {
        return R"({"owner":)" + std::to_string(organisation.value) + R"(,"area":)" + std::to_string(area.value) + R"(,"year":)" +
               std::to_string(year) + R"(,"present":60,"items":)" + items + more + "}";
    }
    // Health openly, the economy in secret: it speaks of debt.
    std::string open(const std::string& more = "") {
        const auto made = contributor.post("/api/counts", form(R"([{"code":"happy_health"},{"code":"happy_economy"}])", more));
        EXPECT_EQ(made.status, 201u) << made.body;
        return "/api" + made.as<records::Envelope>().address;
    }
    static CountReply seen(support::Client& client, const std::string& count) { return client.get(count).as<CountReply>(); }
    static support::Reply put(support::Client& client, const std::string& count, const std::string& cell, int hands) {
        return client.put(count + "/items/" + cell, R"({"hands":)" + std::to_string(hands) + "}");
    }
    static void count_all(support::Client& client, const std::string& count, int item, const Hands& hands, int group = 0) {
        for (std::size_t i = 0; i < hands.size(); ++i)
            EXPECT_EQ(put(client, count, std::to_string(item) + "/groups/" + std::to_string(group) + "/levels/" + std::to_string(i + 1),
                          static_cast<int>(hands.at(i)))
                          .status,
                      200u);
    }
    static support::Reply turn(support::Client& client, const std::string& count, int item, const std::string& form) {
        return client.put(count + "/items/" + std::to_string(item), form);
    }
    static support::Reply close(support::Client& client, const std::string& count, const std::string& form = "{}") {
        return client.post(count + "/close", form);
    }

    std::string figure(const std::string& code, base::AreaId area, const std::string& group = "", int year = 2026) {
        auto lease = database().read();
        const auto found =
            get_figure(*lease, *find_indicator(*lease, code), area, base::period_around({year, 1, 1}, base::PeriodKind::year), group);
        return found.value ? base::to_text(*found.value) + " of " + base::to_text(*found.denominator) : "none";
    }
    std::string wall(const std::string& count) {
        http::Request request;
        request.target = count + "/live";
        auto response = answer(request);
        return std::get<http::EventStream>(response.body).missed.at(0).data;
    }
};

constexpr Hands health{2, 5, 14, 27, 12};

}  // namespace

OFFICE_TEST(HallOffice, what_a_hall_raised_its_hands_for_is_in_the_figure_of_the_nation_at_once) {
    const auto count = office.open();
    office.count_all(office.contributor, count, 0, health);
    EXPECT_EQ(office.figure("happy_health", village), "none") << "while it is counted";
    const auto closed = office.close(office.contributor, count);
    ASSERT_EQ(closed.status, 200u) << closed.body;
    EXPECT_EQ(office.figure("happy_health", village), "3.7 of 60");
    EXPECT_EQ(office.figure("happy_health", {}), "3.7 of 60");
    EXPECT_EQ(office.figure("happy_economy", {}), "none") << "nobody raised a hand: missing, not zero";
    const auto read = office.seen(office.guest, count);
    EXPECT_FALSE(read.state.open);
    EXPECT_EQ(base::to_text(*read.state.items.at(0).tally->spread), "0.988264");
    EXPECT_EQ(read.closings.size(), 1u);
    EXPECT_TRUE(read.cells.empty()) << "who wrote which is for those who count";
    EXPECT_NE(office.guest.get(read.record.address).body.find("60"), std::string::npos);
    EXPECT_EQ(office.guest.get("/api/indicators/happy_health/counts").as<std::vector<CountLine>>().at(0).present, 60);
    EXPECT_EQ(office.put(office.contributor, count, "0/groups/0/levels/1", 9).problem().code, "count_closed");
}

OFFICE_TEST(HallOffice, what_is_delicate_is_counted_in_secret_and_nobody_sees_it_before_it_is_over) {
    const auto count = office.open();
    EXPECT_EQ(office.seen(office.guest, count).state.items.at(1).way, Way::eyes_closed) << "it speaks of debt";
    office.count_all(office.contributor, count, 0, {0, 0, 0, 0, 7});
    office.count_all(office.contributor, count, 1, {31, 17, 3, 0, 0});
    const auto before = office.wall(count);
    EXPECT_NE(before.find(R"("levels":[0,0,0,0,7])"), std::string::npos) << before;
    EXPECT_EQ(before.find("[31,"), std::string::npos) << before;
    EXPECT_EQ(office.guest.get(count).body.find("[31,"), std::string::npos);
    EXPECT_EQ(office.seen(office.contributor, count).cells.size(), 10u) << "who counts sees what is written down";
    EXPECT_EQ(office.turn(office.contributor, count, 1, R"({"closed":true})").status, 200u);
    EXPECT_NE(office.wall(count).find(R"("levels":[31,17,3,0,0])"), std::string::npos);
    EXPECT_EQ(office.turn(office.contributor, count, 0, R"({"way":"slips"})").status, 200u);
    EXPECT_EQ(office.wall(count).find(R"("levels":[0,0,0,0,7])"), std::string::npos) << "no longer in the open";
}

OFFICE_TEST(HallOffice, two_phones_enter_two_groups_and_the_last_writer_of_a_number_is_named) {
    const auto count = office.open(R"(,"groups":["หญิง","ชาย"])");
    auto& one = office.contributor;
    auto& two = office.editor;
    office.count_all(one, count, 0, {0, 0, 5, 10, 20}, 0);
    office.count_all(two, count, 0, {0, 5, 10, 10, 0}, 1);
    EXPECT_EQ(office.put(two, count, "0/groups/0/levels/5", 21).status, 200u);
    const auto state = office.seen(one, count);
    EXPECT_EQ(state.state.items.at(0).tally->hands, 61);
    EXPECT_EQ(state.state.items.at(0).groups.at(1).tally.hands, 25);
    EXPECT_EQ(state.cells.at(4).hands, 21);
    EXPECT_FALSE(state.cells.at(4).own);
    EXPECT_TRUE(state.cells.at(3).own);
    EXPECT_EQ(office.put(one, count, "0/groups/2/levels/1", 1).status, 404u) << "there are two groups";
    EXPECT_EQ(office.put(one, count, "0/groups/0/levels/6", 1).status, 404u);
    EXPECT_EQ(office.put(one, count, "7/groups/0/levels/1", 1).status, 404u);
    EXPECT_EQ(office.close(one, count).problem().code, "more_hands_than_people");
    EXPECT_EQ(office.close(one, count, R"({"late_comers":true})").status, 200u);
    EXPECT_EQ(office.seen(office.guest, count).state.present, 61);
    EXPECT_EQ(office.figure("happy_health", subdistrict, "หญิง"), "4.444444 of 36");
    EXPECT_EQ(office.figure("happy_health", subdistrict, "ชาย"), "3.2 of 25");
    EXPECT_EQ(office.figure("happy_health", subdistrict), "3.934426 of 61");
}

OFFICE_TEST(HallOffice, a_small_group_of_a_secret_count_is_nobodys_figure) {
    const auto count = office.open(R"(,"groups":["หญิง","เยาวชน"])");
    office.count_all(office.contributor, count, 1, {10, 10, 0, 0, 0}, 0);
    office.count_all(office.contributor, count, 1, {0, 0, 0, 0, 3}, 1);
    EXPECT_EQ(office.close(office.contributor, count).status, 200u);
    EXPECT_TRUE(office.seen(office.guest, count).state.items.at(1).groups.empty());
    EXPECT_EQ(office.figure("happy_economy", village, "เยาวชน"), "none");
    EXPECT_EQ(office.figure("happy_economy", village, "หญิง"), "none") << "with the total it would tell the other";
    EXPECT_EQ(office.figure("happy_economy", village), "1.956522 of 23");
}

OFFICE_TEST(HallOffice, a_count_that_is_opened_again_puts_its_figures_right_and_says_so) {
    const auto count = office.open();
    office.count_all(office.contributor, count, 0, health);
    office.count_all(office.contributor, count, 1, {0, 0, 60, 0, 0});
    office.close(office.contributor, count);
    EXPECT_EQ(office.member.post(count + "/reopen").status, 403u);
    ASSERT_EQ(office.editor.post(count + "/reopen").status, 200u);
    EXPECT_EQ(office.figure("happy_health", {}), "3.7 of 60") << "until it is closed again";
    EXPECT_EQ(office.put(office.contributor, count, "0/groups/0/levels/5", 13).problem().code, "count_item_closed");
    office.turn(office.contributor, count, 0, R"({"closed":false})");
    office.turn(office.contributor, count, 1, R"({"closed":false})");
    office.count_all(office.contributor, count, 0, {0, 0, 0, 0, 50});
    office.count_all(office.contributor, count, 1, {});
    EXPECT_EQ(office.turn(office.contributor, count, 1, R"({"closed":true})").problem().code, "no_hands");
    EXPECT_EQ(office.close(office.contributor, count).status, 200u);
    EXPECT_EQ(office.figure("happy_health", {}), "5 of 50");
    EXPECT_EQ(office.figure("happy_economy", {}), "none") << "what was taken back is missing again";
    EXPECT_EQ(office.seen(office.guest, count).closings.size(), 2u);
    EXPECT_TRUE(verify_rollups(office.database()).whole());
    office.write([](db::Tx& tx) { tx.run("UPDATE goals_values SET stage = 3"); });
    office.editor.post(count + "/reopen");
    office.turn(office.contributor, count, 0, R"({"closed":false})");
    office.count_all(office.contributor, count, 0, {0, 0, 0, 0, 10});
    EXPECT_EQ(office.close(office.contributor, count).status, 200u);
    EXPECT_EQ(office.figure("happy_health", {}), "5 of 50") << "what is locked stays";
    const auto item = office.seen(office.guest, count).state.items.at(0);
    ASSERT_TRUE(item.otherwise) << "and the count says so beside its own number, which is not lost";
    EXPECT_EQ(item.otherwise->stage, Stage::locked);
    EXPECT_EQ(base::to_text(*item.otherwise->value), "5");
    EXPECT_EQ(item.tally->hands, 10);
}

OFFICE_TEST(HallOffice, what_somebody_else_approved_is_not_counted_over) {
    office.write([](db::Tx& tx) {
        const auto series =
            get_series(tx, find_indicator(tx, "happy_health")->id, base::period_around({2026, 1, 1}, base::PeriodKind::year), "");
        const NewValue value{series, village, State::value, base::whole(80), base::whole(20)};
        store(tx, insert_entry(tx, {.by = {}, .source = "สำรวจ"}), Stage::approved, {&value, 1});
    });
    const auto count = office.open();
    office.count_all(office.contributor, count, 0, health);
    EXPECT_EQ(office.close(office.contributor, count).status, 200u);
    EXPECT_EQ(office.figure("happy_health", {}), "4 of 20");
    const auto item = office.seen(office.guest, count).state.items.at(0);
    ASSERT_TRUE(item.otherwise);
    EXPECT_EQ(item.otherwise->source, "สำรวจ");
    EXPECT_EQ(item.tally->hands, 60) << "nothing is lost";
}

OFFICE_TEST(HallOffice, where_organisations_look_after_the_figures_only_they_count) {
    office.write([&](db::Tx& tx) { insert_keeper(tx, subdistrict, office.other_organisation, {}); });
    const auto refused = office.contributor.post("/api/counts", office.form(R"([{"code":"happy_health"}])"));
    EXPECT_EQ(refused.status, 403u);
    EXPECT_EQ(refused.code(), "not_a_keeper");
    office.write([&](db::Tx& tx) { insert_keeper(tx, village, office.organisation, {}); });
    const auto count = office.open();
    office.count_all(office.contributor, count, 0, health);
    office.write([&](db::Tx& tx) { delete_keeper(tx, village, office.organisation); });
    EXPECT_EQ(office.close(office.contributor, count).code(), "not_a_keeper");
    EXPECT_TRUE(office.seen(office.contributor, count).state.open) << "and nothing is lost";
}

OFFICE_TEST(HallOffice, a_number_that_a_phone_sent_late_does_not_go_over_a_newer_one_and_is_shown) {
    const auto count = office.open();
    const std::string cell = count + "/items/0/groups/0/levels/3";
    EXPECT_EQ(office.editor.put(cell, R"({"hands":14})").status, 200u);
    const auto late = office.contributor.put(cell, R"({"hands":11,"counted_at":"2001-01-01T00:00:00Z"})");
    EXPECT_EQ(late.status, 200u) << late.body;
    auto seen = office.seen(office.contributor, count);
    EXPECT_EQ(seen.cells.at(0).hands, 14);
    ASSERT_EQ(seen.late.size(), 1u);
    EXPECT_EQ(seen.late[0].hands, 11);
    EXPECT_TRUE(seen.late[0].own);
    EXPECT_TRUE(office.seen(office.guest, count).late.empty()) << "for those who count";
    EXPECT_EQ(office.contributor.put(cell, R"({"hands":11})").status, 200u) << "whoever has looked settles it";
    seen = office.seen(office.contributor, count);
    EXPECT_EQ(seen.cells.at(0).hands, 11);
    EXPECT_TRUE(seen.late.empty());
    EXPECT_EQ(office.editor.put(cell, R"({"hands":12,"counted_at":"2099-01-01T00:00:00Z"})").status, 200u) << "a clock that is fast";
    EXPECT_EQ(office.contributor.put(cell, R"({"hands":13})").status, 200u);
    EXPECT_EQ(office.seen(office.contributor, count).cells.at(0).hands, 13);
}

OFFICE_TEST(HallOffice, a_count_that_is_deleted_takes_its_figures_along_and_brings_them_back) {
    const auto count = office.open();
    office.count_all(office.contributor, count, 0, health);
    office.close(office.contributor, count);
    const auto record = office.seen(office.guest, count).record;
    office.write([&](db::Tx& tx) {
        records::move(tx, {}, record.id, records::State::deleted);
        take_back_figures(tx, record.id);
    });
    EXPECT_EQ(office.figure("happy_health", {}), "none");
    office.write([&](db::Tx& tx) {
        records::restore(tx, {}, record.id);
        bring_back_figures(tx, record.id);
    });
    EXPECT_EQ(office.figure("happy_health", {}), "3.7 of 60");
    EXPECT_TRUE(verify_rollups(office.database()).whole());
}

OFFICE_TEST(HallOffice, last_year_and_the_subdistrict_are_told_after_the_count) {
    const auto last_year = "/api" + office.contributor.post("/api/counts", office.form(R"([{"code":"happy_health"}])", "", village, 2025))
                                        .as<records::Envelope>()
                                        .address;
    office.count_all(office.contributor, last_year, 0, {0, 0, 40, 0, 0});
    EXPECT_EQ(office.close(office.contributor, last_year).status, 200u);
    const auto count = office.open();
    office.count_all(office.contributor, count, 0, health);
    EXPECT_TRUE(office.seen(office.contributor, count).state.items.at(0).compared.empty()) << "so that nobody counts towards it";
    office.turn(office.contributor, count, 0, R"({"closed":true})");
    const auto compared = office.seen(office.guest, count).state.items.at(0).compared;
    ASSERT_EQ(compared.size(), 2u);
    EXPECT_EQ(compared[0].with, Compared::here_last_year);
    EXPECT_EQ(base::to_text(*compared[0].figure.value), "3");
    EXPECT_EQ(compared[1].with, Compared::around_last_year);
}

OFFICE_TEST(HallOffice, what_cannot_be_counted_there_and_then_is_named) {
    office.new_indicator("saving");
    const auto refused = [&](const std::string& form) {
        const auto reply = office.contributor.post("/api/counts", form);
        EXPECT_EQ(reply.status, 422u) << reply.body;
        const auto problem = reply.problem();
        return problem.errors.empty() ? problem.code : problem.errors.at(0).pointer + " " + problem.errors.at(0).code;
    };
    const std::string one = R"([{"code":"happy_health"}])";
    EXPECT_EQ(refused(office.form(R"([{"code":"saving"}])")), "/items/0/code no_levels");
    EXPECT_EQ(refused(office.form(R"([{"code":"ghost"}])")), "/items/0/code no_such_indicator");
    EXPECT_EQ(refused(office.form("[]")), "/items required");
    EXPECT_EQ(refused(office.form(R"([{"code":"happy_health"},{"code":"happy_health"}])")), "/items duplicate");
    EXPECT_EQ(refused(office.form(one, "", subdistrict)), "/area reports_at_another_level");
    EXPECT_EQ(refused(office.form(one, "", {1'234'567'890})), "/area no_such_area");
    EXPECT_EQ(refused(office.form(one, "", village, 2027)), "/year future_period");
    EXPECT_EQ(refused(office.form(one, R"(,"held_on":"2030-01-01")")), "/held_on in_the_future");
    EXPECT_EQ(refused(office.form(one, R"(,"set":"nowhere")")), "/set no_such_set");
    EXPECT_EQ(refused(office.form(one, R"(,"set":"bmn_2560")")), "/items/0/code no_such_indicator");
    EXPECT_EQ(refused(office.form(one, R"(,"groups":["หญิง","หญิง"])")), "/groups duplicate");
    EXPECT_EQ(office.member.post("/api/counts", office.form(one)).status, 403u);
    EXPECT_EQ(office.guest.post("/api/counts", office.form(one)).status, 401u);
    const auto count = office.open();
    EXPECT_EQ(office.close(office.contributor, count).problem().code, "no_hands");
    EXPECT_EQ(office.put(office.stranger, count, "0/groups/0/levels/1", 1).status, 403u);
    EXPECT_EQ(office.put(office.contributor, count, "0/groups/0/levels/1", -1).status, 422u);
}

OFFICE_TEST(HallOffice, the_choices_of_a_set_say_what_is_delicate_and_what_has_no_levels) {
    const auto choices = office.guest.get("/api/count-choices?set=village_happiness&year=2026").as<CountChoices>();
    ASSERT_EQ(choices.items.size(), 6u);
    EXPECT_TRUE(choices.items.at(1).delicate);
    EXPECT_EQ(choices.items.at(1).way, Way::eyes_closed);
    EXPECT_TRUE(choices.items.at(0).has_levels);
    EXPECT_FALSE(office.guest.get("/api/count-choices?indicator=bmn_01&year=2026").as<CountChoices>().items.at(0).has_levels);
    EXPECT_EQ(office.guest.get("/api/count-choices?set=nowhere&year=2026").status, 404u);
}

OFFICE_TEST(HallOffice, a_number_that_was_sent_twice_from_a_phone_without_a_signal_is_written_once) {
    const auto count = office.open();
    office.contributor.headers.set("Idempotency-Key", "phone-1-hall-7-cell-3");
    EXPECT_EQ(office.put(office.contributor, count, "0/groups/0/levels/3", 14).status, 200u);
    const auto revision = office.seen(office.contributor, count).state.revision;
    EXPECT_EQ(office.put(office.contributor, count, "0/groups/0/levels/3", 14).status, 200u);
    EXPECT_EQ(office.seen(office.contributor, count).state.revision, revision);
    office.contributor.headers.set("Idempotency-Key", "phone-1-hall-7-turn-4");
    EXPECT_EQ(office.contributor.put(count + "/hall", R"({"on":1,"present":58})").status, 200u);
    EXPECT_EQ(office.seen(office.guest, count).state.on, 1);
    EXPECT_EQ(office.seen(office.guest, count).state.present, 58);
}

}  // namespace goals
