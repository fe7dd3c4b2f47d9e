#include "files/files.hpp"

#include "decode/testing.hpp"
#include "files/files_office.hpp"
#include "journal/journal.hpp"

namespace {

using files::File;
using files::FilesOffice;
using support::Client;

OFFICE_TEST(FilesOffice, what_was_sent_is_described_by_its_content_and_kept_once) {
    const auto file = office.sent(office.member, decode::testing::png(64, 48));
    EXPECT_EQ(file.name, "วงเย็น.JPG");
    EXPECT_EQ(file.kind, files::Kind::png);
    EXPECT_EQ(file.width, 64);
    EXPECT_EQ(file.sizes, files::Sizes::waiting);
    const auto again = office.sent(office.contributor, decode::testing::png(64, 48));
    EXPECT_NE(again.id, file.id);
    EXPECT_EQ(office.library.store.list().size(), 1u);
}

OFFICE_TEST(FilesOffice, a_name_in_thai_letters_needs_no_ending_and_a_long_one_is_cut_between_letters) {
    const auto named = [&](const std::string& name) {
        return office.write([&](db::Tx& tx) {
            const auto id = files::add(tx, office.member.person, {std::string(64, 'a'), 10, files::Kind::text, 0, 0}, name);
            return tx.one<std::string>("SELECT name FROM files_files WHERE id = $1", id);
        });
    };
    EXPECT_EQ(named("เสียงเล่า"), "เสียงเล่า");
    std::string longer;
    for (int i = 0; i < 100; ++i) longer += "ก";
    EXPECT_EQ(named(longer), longer.substr(0, 198));
}

OFFICE_TEST(FilesOffice, every_file_that_cannot_be_taken_is_named) {
    const auto reply = office.send(office.member, {"a text", decode::testing::png_that_claims(40'000, 40'000),
                                                   "\x7F"
                                                   "ELF\x01\x01\x01",
                                                   ""});
    EXPECT_EQ(reply.status, 422u);
    const auto problem = reply.problem();
    ASSERT_EQ(problem.errors.size(), 3u);
    EXPECT_EQ(problem.errors[0].pointer, "/files/1");
    EXPECT_EQ(problem.errors[0].code, "picture_too_large");
    EXPECT_EQ(problem.errors[1].code, "file_kind_unknown");
    EXPECT_EQ(problem.errors[2].code, "file_empty");
    EXPECT_EQ(office.send(office.guest, {"a text"}).status, 401u);
}

OFFICE_TEST(FilesOffice, web_sizes_are_made_by_a_job_and_may_be_read_by_who_reads_the_record) {
    const auto photo = office.sent(office.member, decode::testing::png(64, 48));
    EXPECT_EQ(office.guest.get(photo.address + "/thumb").status, 404u);
    office.hold(office.member, 1, {photo});
    EXPECT_EQ(office.work(), std::vector<std::string>());
    for (const auto* size : {"/thumb", "/page", "/full", "/card"}) EXPECT_EQ(office.guest.get(photo.address + size).status, 200u) << size;
    EXPECT_EQ(office.guest.get(photo.address + "/giant").status, 404u);
    EXPECT_EQ(office.member.get("/api" + photo.address).as<File>().sizes, files::Sizes::made);
    const auto reply = office.guest.get(photo.address + "/thumb");
    EXPECT_EQ(reply.headers.get("Content-Type"), "image/webp");
    EXPECT_TRUE(reply.headers.get("Content-Security-Policy").starts_with("sandbox"));
}

OFFICE_TEST(FilesOffice, the_original_of_a_photo_goes_only_to_its_sender_and_to_editors) {
    const auto photo = office.sent(office.member, decode::testing::png(64, 48));
    office.hold(office.member, 1, {photo});
    EXPECT_EQ(office.guest.get(photo.address).status, 404u);
    EXPECT_EQ(office.contributor.get(photo.address).status, 404u);
    EXPECT_EQ(office.member.get(photo.address).status, 200u);
    EXPECT_EQ(office.steward.get(photo.address).status, 200u);
}

OFFICE_TEST(FilesOffice, a_paper_is_handed_out_as_a_download_named_as_it_is) {
    const auto page = office.sent(office.member, "<!doctype html><script>alert(1)</script>");
    office.hold(office.member, 1, {page});
    const auto reply = office.guest.get(page.address);
    EXPECT_EQ(reply.status, 200u);
    EXPECT_EQ(reply.headers.get("Content-Type"), "application/octet-stream");
    EXPECT_TRUE(reply.headers.get("Content-Disposition").starts_with("attachment;"));
    EXPECT_TRUE(reply.headers.get("Content-Disposition").ends_with(".JPG.html"));
}

OFFICE_TEST(FilesOffice, what_no_record_holds_only_its_sender_sees) {
    const auto paper = office.sent(office.member, "บันทึก");
    EXPECT_EQ(office.member.get(paper.address).status, 200u);
    for (auto* other : {&office.guest, &office.steward, &office.stranger}) EXPECT_EQ(other->get(paper.address).status, 404u);
    office.hold(office.member, 2, {paper});
    EXPECT_EQ(office.guest.get(paper.address).status, 404u);
    EXPECT_EQ(office.guest.get("/files/1").status, 404u);
    EXPECT_EQ(office.guest.get("/files/..%2f..%2fetc").status, 404u);
}

OFFICE_TEST(FilesOffice, nobody_puts_anothers_file_on_a_record_of_their_own) {
    const auto paper = office.sent(office.member, "บันทึก");
    EXPECT_FALSE(office.may_hold(office.stranger, 1, paper));
    office.hold(office.member, 1, {paper});
    office.hold(office.steward, 1, {paper});  // stays on the record when another edits it
    auto lease = office.database().read();
    const auto held = files::list_held(*lease, 1);
    ASSERT_EQ(held.size(), 1u);
    EXPECT_EQ(held[0].alternative_text, "คนนั่งล้อมวง");
}

OFFICE_TEST(FilesOffice, a_broken_photo_has_no_web_sizes_and_says_so) {
    const auto whole = decode::testing::png(640, 480);
    const auto photo = office.sent(office.member, whole.substr(0, whole.size() / 2));
    EXPECT_EQ(office.work(), std::vector<std::string>());
    EXPECT_EQ(office.member.get("/api" + photo.address).as<File>().sizes, files::Sizes::failed);
}

OFFICE_TEST(FilesOffice, what_nobody_holds_for_a_week_is_gone_and_what_is_held_stays) {
    const auto kept = office.sent(office.member, decode::testing::png(64, 48));
    const auto dropped = office.sent(office.member, decode::testing::png(32, 24));
    const auto twin = office.sent(office.contributor, decode::testing::png(64, 48));
    office.hold(office.member, 1, {kept, dropped});
    office.work();
    // Of each content the original, one WebP (what is small is not enlarged, so three sizes are one) and one JPEG.
    EXPECT_EQ(office.library.store.list().size(), 6u);
    office.hold(office.member, 1, {kept});
    office.clock.advance_days(8);
    office.work();
    EXPECT_EQ(office.member.get(kept.address).status, 200u);
    EXPECT_EQ(office.member.get(dropped.address).status, 404u);
    EXPECT_EQ(office.contributor.get(twin.address).status, 404u);
}

OFFICE_TEST(FilesOffice, what_an_upload_left_behind_is_swept_away_each_day) {
    const auto kept = office.sent(office.member, "บันทึก");
    const jobs::Runner without_threads(office.database(), office.handlers, {}, 0);  // only asks for what stands; work() does it
    for (const auto* stray : {"left behind", "left behind on the next day"}) {
        office.library.store.keep(stray);
        EXPECT_EQ(office.library.store.list().size(), 2u);
        EXPECT_EQ(office.work(), std::vector<std::string>());
        EXPECT_EQ(office.library.store.list().size(), 1u);
        office.clock.advance_days(1);
    }
    EXPECT_EQ(office.member.get(kept.address).status, 200u);
}

}  // namespace
