#include "records/envelope.hpp"

#include "db/testing.hpp"
#include "http/problem.hpp"
#include "http/viewer.hpp"
#include "records/records.hpp"

namespace records {

static constexpr base::PersonId mali{7};
static constexpr http::Viewer nobody{};

static NewRecord item(const std::string& title, base::Date day, State state = State::published) {
    return {.kind = "item",
            .collection = "knowledge",
            .owner_id = {},
            .within_id = {},
            .state = state,
            .description = {.title = title, .title_en = "", .summary = "", .area_id = {}, .happened_on = day},
            .audience = {.visibility = Visibility::public_, .partners = {}, .persons = {}}};
}

static std::vector<std::string> titles(const std::vector<Card>& cards) {
    std::vector<std::string> list;
    list.reserve(cards.size());
    for (const auto& card : cards) list.push_back(card.title);
    return list;
}

using Titles = std::vector<std::string>;

EACH_ENGINE(Envelope, each_kind_counts_its_own_numbers_and_addresses_never_change) {
    db::testing::Fresh database(engine, {records::migrations()});
    database->write([](db::Tx& tx) {
        EXPECT_EQ(insert(tx, mali, item("หนึ่ง", {2026, 1, 1})).address, "/knowledge/1");
        EXPECT_EQ(insert(tx, mali, item("สอง", {2026, 1, 1})).address, "/knowledge/2");
        auto circle = item("วง", {2026, 1, 1});
        circle.kind = "circle";
        circle.collection = "circles";
        EXPECT_EQ(insert(tx, mali, circle).address, "/circles/1");
    });
}

EACH_ENGINE(Envelope, the_second_of_two_editors_is_told_which_version_stands) {
    db::testing::Fresh database(engine, {records::migrations()});
    const auto made = database->write([](db::Tx& tx) { return insert(tx, mali, item("ก่อน", {2026, 1, 1})); });
    const auto revise_to = [&](const char* title) {
        return database->write([&](db::Tx& tx) { return revise(tx, mali, made.id, made.version, {.title = title}); });
    };
    EXPECT_EQ(revise_to("คนแรก").version, made.version + 1);
    try {
        revise_to("คนที่สอง");
        FAIL() << "the second writer was not stopped";
    } catch (const http::Problem& problem) {
        EXPECT_EQ(problem.status(), 412u);
        EXPECT_EQ(problem.code(), "edited_elsewhere");
        EXPECT_EQ(problem.params(), (json::Params{{"version", made.version + 1}}));
    }
    EXPECT_EQ(find(*database->read(), made.id)->title, "คนแรก");
}

EACH_ENGINE(Envelope, a_deletion_taken_back_puts_the_record_where_it_was) {
    db::testing::Fresh database(engine, {records::migrations()});
    database->write([](db::Tx& tx) {
        const auto made = insert(tx, mali, item("ถอนแล้ว", {2026, 1, 1}));
        move(tx, mali, made.id, State::withdrawn);
        EXPECT_EQ(move(tx, mali, made.id, State::deleted).state, State::deleted);
        EXPECT_EQ(restore(tx, mali, made.id).state, State::withdrawn);
    });
}

EACH_ENGINE(Envelope, the_first_day_of_publishing_stays_when_it_is_published_again) {
    db::testing::Fresh database(engine, {records::migrations()});
    const auto made = database->write([](db::Tx& tx) { return insert(tx, mali, item("บทเรียน", {2026, 1, 1}, State::draft)); });
    EXPECT_FALSE(made.published_at);
    const auto to = [&](State state) { return database->write([&](db::Tx& tx) { return move(tx, mali, made.id, state); }); };
    const auto first = to(State::published).published_at;
    ASSERT_TRUE(first);
    to(State::withdrawn);
    EXPECT_EQ(to(State::published).published_at, first);
}

EACH_ENGINE(Envelope, an_audience_is_kept_as_it_was_set) {
    db::testing::Fresh database(engine, {records::migrations()});
    database->write([](db::Tx& tx) {
        const auto made = insert(tx, mali, item("ร่วมกัน", {2026, 1, 1}));
        set_audience(tx, made.id, {Visibility::partners, {{31}, {32}}, {{9}}});
        const auto kept = audience(tx, made.id);
        EXPECT_EQ(kept.visibility, Visibility::partners);
        EXPECT_EQ(kept.partners, (std::vector<RecordId>{{31}, {32}}));
        EXPECT_EQ(kept.persons, (std::vector<base::PersonId>{{9}}));
    });
}

EACH_ENGINE(Lists, pages_run_from_the_newest_to_the_last_without_gap_or_repeat) {
    db::testing::Fresh database(engine, {records::migrations()});
    database->write([](db::Tx& tx) {
        for (unsigned day = 1; day <= 5; ++day) insert(tx, mali, item("วันที่ " + std::to_string(day), {2026, 1, day}));
        insert(tx, mali, item("ร่าง", {2026, 1, 6}, State::draft));
    });
    auto db = database->read();
    Wanted wanted{.kind = "item", .limit = 2};
    Titles seen;
    for (int page = 0; page < 3; ++page) {
        const auto got = list(*db, nobody, wanted);
        for (const auto& title : titles(got.cards)) seen.push_back(title);
        wanted.after = got.next;
        EXPECT_EQ(got.next.has_value(), page < 2);
    }
    EXPECT_EQ(seen, (Titles{"วันที่ 5", "วันที่ 4", "วันที่ 3", "วันที่ 2", "วันที่ 1"}));
}

EACH_ENGINE(Lists, titles_sort_as_in_a_thai_dictionary) {
    db::testing::Fresh database(engine, {records::migrations()});
    database->write([](db::Tx& tx) {
        for (const char* title : {"เกาะ", "ขนม", "กา", "แก้ว", "ไก่"}) insert(tx, mali, item(title, {2026, 1, 1}));
    });
    auto db = database->read();
    const auto page = list(*db, nobody, {.kind = "item", .order = Order::title, .limit = 3});
    EXPECT_EQ(titles(page.cards), (Titles{"กา", "เกาะ", "แก้ว"}));
    const auto rest = list(*db, nobody, {.kind = "item", .order = Order::title, .after = page.next, .limit = 3});
    EXPECT_EQ(titles(rest.cards), (Titles{"ไก่", "ขนม"}));
}

EACH_ENGINE(Lists, an_area_shows_everything_under_it_and_nothing_beside_it) {
    db::testing::Fresh database(engine, {records::migrations()});
    const base::AreaId province{3'800'000'000 + 10'000'000};
    const base::AreaId tambon{province.value + 103'000};
    database->write([&](db::Tx& tx) {
        for (const auto& [title, area] :
             {std::pair{"ในตำบล", tambon.value}, {"หมู่ 3", tambon.value + 3}, {"จังหวัดอื่น", province.value + 10'000'000}}) {
            auto record = item(title, {2026, 1, 1});
            record.description.area_id = {area};
            insert(tx, mali, record);
        }
    });
    auto db = database->read();
    EXPECT_EQ(list(*db, nobody, {.area = tambon}).cards.size(), 2u);
    EXPECT_EQ(list(*db, nobody, {.area = province}).cards.size(), 2u);
    EXPECT_EQ(list(*db, nobody, {.area = base::AreaId{}}).cards.size(), 3u);
}

EACH_ENGINE(Lists, every_way_of_asking_finds_the_same_record) {
    db::testing::Fresh database(engine, {records::migrations()});
    auto record = item("รายการ", {2026, 1, 1});
    record.owner_id = {501};
    record.within_id = {502};
    database->write([&](db::Tx& tx) { insert(tx, mali, record); });
    auto db = database->read();
    for (const auto& wanted :
         {Wanted{}, Wanted{.kind = "item"}, Wanted{.owner = RecordId{501}}, Wanted{.within = RecordId{502}}, Wanted{.maker = mali},
          Wanted{.area = base::AreaId{}}, Wanted{.from = base::Date{2026, 1, 1}}, Wanted{.kind = "item", .order = Order::title}})
        EXPECT_EQ(list(*db, nobody, wanted).cards.size(), 1u);
    for (const auto& wanted : {Wanted{.kind = "circle"}, Wanted{.owner = RecordId{1}}, Wanted{.within = RecordId{1}},
                               Wanted{.maker = base::PersonId{1}}, Wanted{.state = State::draft}, Wanted{.to = base::Date{2025, 1, 1}}})
        EXPECT_TRUE(list(*db, nobody, wanted).cards.empty());
}

}  // namespace records
