#include "concerns/concern.hpp"

#include <algorithm>

#include "concerns/concern_queries.hpp"
#include "http/limits.hpp"
#include "journal/journal.hpp"
#include "site/site.hpp"
#include "support/office.hpp"

namespace concerns {

namespace {

struct Queued {
    ListedConcern concern;
    std::optional<discussion::Said> comment;
    std::optional<files::File> picture;
    std::vector<ListedReport> reports;
};
BOOST_DESCRIBE_STRUCT(Queued, (), (concern, comment, picture, reports))

struct Heard {
    State state{};
    std::string note;
};
BOOST_DESCRIBE_STRUCT(Heard, (), (state, note))

// An office with a public note, a comment under it, and readers whom something troubles.
struct TroubledOffice : support::Office {
    explicit TroubledOffice(db::Engine engine)
        : Office(engine, {{site::migrations()},
                          {files::migrations()},
                          {discussion::migrations(), discussion::add_routes},
                          {concerns::migrations(), concerns::add_routes}}) {
        note = write([&](db::Tx& tx) { return insert_note(tx, "แยกขยะให้คนอยากทำ"); });
        member.post(place("/comments"), R"({"body":"โทรหาป้าแดงได้ที่บ้านเลขที่ 9"})");
    }

    records::RecordId insert_note(db::Tx& tx, std::string title) {
        return records::insert(tx, editor.person,
                               {.kind = "note",
                                .collection = "notes",
                                .owner_id = organisation,
                                .state = records::State::published,
                                .description = {.title = std::move(title)},
                                .audience = {.visibility = records::Visibility::public_}})
            .id;
    }
    std::string place(std::string_view rest) const { return "/api/records/" + std::to_string(note.value) + std::string(rest); }
    discussion::CommentId comment() {
        return {database().read()->one<std::int64_t>("SELECT min(id) FROM discussion_comments WHERE record_id = $1", note)};
    }

    support::Reply report(support::Client& client, const std::string& more = {}) {
        return client.post(place("/concerns"), R"({"reason":"privacy","words":"มีที่อยู่ของคนอื่น")" + more + "}");
    }
    std::string about_comment() { return R"(,"comment":)" + std::to_string(comment().value); }
    support::Reply report_from(const std::string& address, const std::string& more = {}) {
        http::Request request;
        request.method = http::Method::post;
        request.target = place("/concerns");
        request.peer = address;
        request.headers.set("Content-Type", "application/json");
        request.body = R"({"reason":"spam","words":"")" + more + "}";
        return guest.send(std::move(request));
    }

    std::vector<Queued> queue(support::Client& client, std::string_view which = {}) {
        return client.get("/api/concerns" + std::string(which)).as<std::vector<Queued>>();
    }
    support::Reply decide(support::Client& client, const ListedConcern& concern, std::string_view verdict) {
        return client.post(
            place("/concerns/" + std::to_string(concern.id.value) + "/decide"),
            R"({"verdict":")" + std::string(verdict) + R"(","note":"ดูแล้ว","version":)" + std::to_string(concern.version) + "}");
    }
    std::vector<mail::Link> digest_of(const support::Client& client) {
        const mail::DigestReader reader{client.person, {}, base::Language::th};
        return list_digest(*database().read(), reader, {{clock.now().ms - 1000}, {clock.now().ms + 1000}});
    }

    records::RecordId note;
};

}  // namespace

OFFICE_TEST(TroubledOffice, what_a_reader_reports_is_in_the_queue_of_the_steward_with_the_words_and_who_said_it) {
    EXPECT_EQ(office.report(office.stranger, office.about_comment()).as<Heard>().state, State::open);
    const auto queue = office.queue(office.steward);
    ASSERT_EQ(queue.size(), 1u);
    EXPECT_EQ(queue[0].concern.record_title, "แยกขยะให้คนอยากทำ");
    EXPECT_EQ(queue[0].comment->body, "โทรหาป้าแดงได้ที่บ้านเลขที่ 9");
    EXPECT_EQ(queue[0].reports.at(0).reporter, "สมมุติ ข้างบ้าน");
    EXPECT_EQ(queue[0].reports.at(0).reason, Reason::privacy);
    EXPECT_TRUE(office.queue(office.editor).empty());
    EXPECT_TRUE(office.queue(office.stranger).empty());
    EXPECT_EQ(office.queue(office.administrator).size(), 1u) << "it is public";
    EXPECT_EQ(office.guest.get("/api/concerns").status, 401u);
}

OFFICE_TEST(TroubledOffice, who_reports_the_same_again_is_counted_once_and_others_with_them) {
    for (int again = 0; again < 3; ++again) EXPECT_EQ(office.report(office.stranger).status, 200u);
    office.report(office.member);
    for (const auto* address : {"203.0.113.7", "203.0.113.7", "2001:db8::1", "2001:db8::2"}) office.report_from(address);
    const auto queue = office.queue(office.steward);
    ASSERT_EQ(queue.size(), 1u);
    EXPECT_EQ(queue[0].concern.reports, 4);
    EXPECT_EQ(queue[0].reports.at(2).reporter, "");
}

OFFICE_TEST(TroubledOffice, a_comment_that_a_moderator_hides_is_gone_for_readers_and_who_reported_it_is_told) {
    office.report(office.stranger, office.about_comment());
    EXPECT_EQ(office.digest_of(office.steward).size(), 1u);
    EXPECT_TRUE(office.digest_of(office.stranger).empty());
    EXPECT_EQ(office.decide(office.steward, office.queue(office.steward).at(0).concern, "hide").status, 204u);
    EXPECT_EQ(office.guest.get(office.place("/comments")).body.find("ป้าแดง"), std::string::npos);
    EXPECT_TRUE(office.queue(office.steward).empty());
    const auto decided = office.queue(office.steward, "?which=decided");
    ASSERT_EQ(decided.size(), 1u);
    EXPECT_EQ(decided[0].concern.note, "ดูแล้ว");
    EXPECT_EQ(decided[0].concern.decided_by, "สมมติ ใจดี");
    ASSERT_EQ(office.digest_of(office.stranger).size(), 1u);
    EXPECT_NE(office.digest_of(office.stranger)[0].label.find("แยกขยะ"), std::string::npos);
}

OFFICE_TEST(TroubledOffice, a_record_that_a_moderator_hides_is_withdrawn) {
    office.report(office.stranger);
    EXPECT_EQ(office.decide(office.steward, office.queue(office.steward).at(0).concern, "hide").status, 204u);
    EXPECT_EQ(office.guest.get(office.place("")).status, 404u);
    EXPECT_EQ(office.steward.get(office.place("")).status, 200u);
}

OFFICE_TEST(TroubledOffice, what_was_kept_stays_decided_for_who_reported_it_and_opens_again_for_another) {
    office.report(office.stranger);
    office.decide(office.steward, office.queue(office.steward).at(0).concern, "keep");
    const auto told = office.report(office.stranger).as<Heard>();
    EXPECT_EQ(told.state, State::kept);
    EXPECT_EQ(told.note, "ดูแล้ว");
    EXPECT_TRUE(office.queue(office.steward).empty());
    EXPECT_EQ(office.report(office.member).as<Heard>().state, State::open);
    EXPECT_EQ(office.queue(office.steward).at(0).concern.reports, 2);
    EXPECT_EQ(office.guest.get(office.place("")).status, 200u);
}

OFFICE_TEST(TroubledOffice, only_who_moderates_decides_and_two_at_once_are_told_of_each_other) {
    office.report(office.stranger);
    const auto concern = office.queue(office.steward).at(0).concern;
    EXPECT_EQ(office.decide(office.editor, concern, "keep").status, 403u);
    EXPECT_EQ(office.decide(office.stranger, concern, "keep").status, 403u);
    EXPECT_EQ(office.decide(office.steward, concern, "keep").status, 204u);
    EXPECT_EQ(office.decide(office.administrator, concern, "hide").code(), "edited_elsewhere");
    EXPECT_EQ(office.guest.get(office.place("")).status, 200u);
}

OFFICE_TEST(TroubledOffice, the_network_of_a_guest_is_forgotten_when_it_is_decided) {
    office.report_from("203.0.113.7");
    office.decide(office.steward, office.queue(office.steward).at(0).concern, "keep");
    EXPECT_EQ(office.database().read()->one<std::int64_t>("SELECT count(*) FROM concerns_reports WHERE network <> ''"), 0);
}

OFFICE_TEST(TroubledOffice, a_flood_of_guests_from_many_networks_ends_by_itself) {
    int taken = 0;
    for (int i = 0; i < 200; ++i) taken += office.report_from("203.0.113." + std::to_string(i)).status == 200u ? 1 : 0;
    EXPECT_EQ(taken, 20);
    EXPECT_EQ(office.report_from("203.0.113.201").code(), "many_concerns_wait");
    EXPECT_EQ(office.report(office.stranger).status, 200u) << "who is signed in is not shut out by them";
}

OFFICE_TEST(TroubledOffice, how_often_one_may_report_and_whether_guests_may_is_settled_by_administrators) {
    EXPECT_EQ(office.steward.put("/api/site/concerns", R"({"guests_may_report":true,"an_hour":2})", 1).status, 403u);
    EXPECT_EQ(office.administrator.put("/api/site/concerns", R"({"guests_may_report":false,"an_hour":2})", 1).status, 200u);
    EXPECT_EQ(office.report(office.guest).status, 401u);
    for (int i = 0; i < 2; ++i) EXPECT_EQ(office.report(office.stranger).status, 200u);
    EXPECT_EQ(office.report(office.stranger).code(), "many_writes");
    EXPECT_EQ(office.report(office.member).status, 200u);
}

OFFICE_TEST(TroubledOffice, what_a_reader_can_not_see_can_not_be_reported) {
    EXPECT_EQ(office.report(office.guest, R"(,"comment":987654321)").problem().errors.at(0).pointer, "/comment");
    EXPECT_EQ(office.report(office.guest, R"(,"picture":987654321)").problem().errors.at(0).pointer, "/picture");
    office.steward.post(office.place("/comments/") + std::to_string(office.comment().value) + "/hide", R"({"reason":"ที่อยู่"})");
    EXPECT_EQ(office.report(office.guest, office.about_comment()).status, 422u);
    office.write([&](db::Tx& tx) { records::set_audience(tx, office.note, {records::Visibility::members, {}, {}}); });
    EXPECT_EQ(office.report(office.guest).status, 404u);
}

OFFICE_TEST(TroubledOffice, a_picture_is_hidden_once_its_page_shows_it_no_more) {
    const files::FileId file{77};
    office.write([&](db::Tx& tx) {
        tx.run("INSERT INTO files_contents (hash, kind, size, width, height, sizes) VALUES ('x', 'jpeg', 1, 1, 1, 'made')");
        tx.run("INSERT INTO files_files (id, hash, name, sent_by, sent_at) VALUES ($1, 'x', 'ภาพ.jpg', $2, $3)", file, office.editor.person,
               tx.now());
        files::hold(tx, office.editor.person, office.note.value, {{file, {"เด็กหน้าศาลา"}, {}}});
    });
    EXPECT_EQ(office.report(office.guest, R"(,"picture":77)").status, 200u);
    const auto queue = office.queue(office.steward);
    EXPECT_EQ(queue.at(0).picture->alternative_text, "เด็กหน้าศาลา");
    EXPECT_EQ(office.decide(office.steward, queue[0].concern, "hide").code(), "picture_still_there");
    office.write([&](db::Tx& tx) { files::hold(tx, office.editor.person, office.note.value, {}); });
    EXPECT_EQ(office.decide(office.steward, queue[0].concern, "hide").status, 204u);
}

OFFICE_TEST(TroubledOffice, what_was_raised_and_decided_is_in_the_journal) {
    office.report(office.stranger);
    office.decide(office.steward, office.queue(office.steward).at(0).concern, "keep");
    std::vector<std::string> actions;
    for (const auto& deed : journal::list_newest(*office.database().read(), {.limit = 2})) actions.push_back(deed.action);
    EXPECT_EQ(actions, (std::vector<std::string>{"concerns.kept", "concerns.raised"}));
}

}  // namespace concerns
