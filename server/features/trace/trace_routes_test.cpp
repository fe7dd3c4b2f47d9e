#include "support/office.hpp"
#include "trace/trace.hpp"

namespace trace {

namespace {

struct TraceOffice : support::Office {
    explicit TraceOffice(db::Engine engine) : Office(engine, {{trace::migrations(), trace::add_routes}}) {}

    records::Envelope keep(const std::string& title, records::Visibility visibility = records::Visibility::public_,
                           base::AreaId area = {}) {
        return write([&](db::Tx& tx) {
            records::NewRecord record{.kind = "item", .collection = "items", .owner_id = organisation};
            record.state = records::State::published;
            record.description.title = title;
            record.description.area_id = area;
            record.audience.visibility = visibility;
            return records::insert(tx, editor.person, record);
        });
    }
    static std::string path(const records::Envelope& record, const std::string& rest) {
        return "/api/records/" + std::to_string(record.id.value) + "/" + rest;
    }
    support::Reply link(support::Client& client, const records::Envelope& up, const records::Envelope& down) {
        return client.post(path(up, "links"), R"({"flow":"became","down":)" + std::to_string(down.id.value) + "}");
    }
    River river(support::Client& client, const records::Envelope& record) { return client.get(path(record, "river")).as<River>(); }
};

}  // namespace

OFFICE_TEST(TraceOffice, who_works_on_a_record_links_it_and_everybody_sees_the_river_from_both_ends) {
    const auto word = office.keep("คำในวง"), lesson = office.keep("บทเรียน");
    EXPECT_EQ(office.link(office.member, word, lesson).code(), "not_allowed");
    EXPECT_EQ(office.link(office.guest, word, lesson).code(), "sign_in_needed");
    EXPECT_EQ(office.link(office.editor, word, lesson).status, 200u);
    for (const auto& end : {word, lesson}) EXPECT_EQ(office.river(office.guest, end).stones.size(), 2u);
}

OFFICE_TEST(TraceOffice, a_river_flows_past_what_its_reader_may_not_read_as_if_it_were_not_there) {
    const auto word = office.keep("คำในวง"), lesson = office.keep("ลับ", records::Visibility::members), plan = office.keep("แผน");
    office.link(office.editor, word, lesson);
    office.link(office.editor, lesson, plan);
    EXPECT_EQ(office.river(office.member, word).stones.size(), 3u);
    EXPECT_EQ(office.river(office.guest, word).stones.size(), 1u);
    EXPECT_TRUE(office.river(office.guest, word).links.empty());
    EXPECT_EQ(office.stranger.get(office.path(lesson, "river")).status, 404u);
}

OFFICE_TEST(TraceOffice, nothing_is_linked_with_itself_or_with_what_one_may_not_read) {
    const auto word = office.keep("คำในวง"), hidden = office.keep("ลับ", records::Visibility::private_);
    EXPECT_EQ(office.link(office.editor, word, word).problem().errors.at(0).code, "itself");
    EXPECT_EQ(office.link(office.steward, word, hidden).status, 404u);
    EXPECT_EQ(office.editor.post(office.path(word, "links"), R"({"flow":"became"})").problem().errors.at(0).code, "one_of_two");
}

OFFICE_TEST(TraceOffice, a_link_is_taken_away_at_either_end_once) {
    const auto word = office.keep("คำในวง"), lesson = office.keep("บทเรียน");
    office.link(office.editor, word, lesson);
    const auto link = office.river(office.editor, lesson).links.at(0).id;
    const auto at = office.path(lesson, "links/" + std::to_string(link.value));
    EXPECT_EQ(office.member.del(at).code(), "not_allowed");
    EXPECT_LT(office.editor.del(at).status, 300u);
    EXPECT_EQ(office.editor.del(at).status, 404u);
    EXPECT_EQ(office.river(office.guest, word).stones.size(), 1u);
}

OFFICE_TEST(TraceOffice, an_areas_river_holds_the_links_of_its_records_and_no_others) {
    const base::AreaId here{3'800'000'000}, elsewhere{1'650'000'000};
    const auto word = office.keep("คำในวง", records::Visibility::public_, here);
    const auto lesson = office.keep("บทเรียน", records::Visibility::public_, here);
    const auto far = office.keep("ที่อื่น", records::Visibility::public_, elsewhere),
               farther = office.keep("ไกล", records::Visibility::public_, elsewhere);
    office.link(office.editor, word, lesson);
    office.link(office.editor, far, farther);
    const auto river = office.guest.get("/api/river?area=" + std::to_string(here.value)).as<River>();
    EXPECT_EQ(river.stones.size(), 2u);
    EXPECT_EQ(river.links.size(), 1u);
}

}  // namespace trace
