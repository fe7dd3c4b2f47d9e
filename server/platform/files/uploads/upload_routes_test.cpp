#include "decode/testing.hpp"
#include "files/uploads/uploads_office.hpp"
#include "journal/journal.hpp"

namespace {

using files::File;
using files::UploadsOffice;
using http::Method;

const std::string photo = decode::testing::png(64, 48);

// Sends all of it in two parts.
std::string whole(UploadsOffice& office, support::Client& client, const std::string& bytes) {
    const auto upload = office.begin(client, bytes.size());
    const auto half = bytes.size() / 2;
    EXPECT_EQ(office.send_part(client, upload, 0, bytes.substr(0, half)).headers.get("Upload-Offset"), std::to_string(half));
    EXPECT_EQ(office.send_part(client, upload, half, bytes.substr(half)).status, 204u);
    return upload;
}

OFFICE_TEST(UploadsOffice, what_came_in_parts_becomes_the_file_that_it_would_be_in_one) {
    const auto upload = whole(office, office.member, photo);
    const auto reply = office.finish(office.member, upload);
    EXPECT_EQ(reply.status, 201u);
    const auto file = reply.as<File>();
    EXPECT_EQ(reply.headers.get("Location"), file.address);
    EXPECT_EQ(file.name, "วง.jpg");
    EXPECT_EQ(file.kind, files::Kind::png);
    EXPECT_EQ(file.width, 64);
    EXPECT_EQ(file.sizes, files::Sizes::waiting);
    EXPECT_EQ(office.sent(office.contributor, photo).size, file.size);
    EXPECT_EQ(office.library.store.list().size(), 1u) << "the same content is kept once";
    EXPECT_TRUE(office.library.partials.list().empty());
    EXPECT_EQ(office.work(), std::vector<std::string>());
    EXPECT_EQ(office.member.get(file.address + "/thumb").status, 200u);
}

OFFICE_TEST(UploadsOffice, asked_twice_to_make_the_file_it_is_the_same_one) {
    const auto upload = whole(office, office.member, photo);
    const auto first = office.finish(office.member, upload).as<File>();
    EXPECT_EQ(office.finish(office.member, upload).as<File>().id, first.id);
    EXPECT_EQ(office.library.partials.list().size(), 0u);
    EXPECT_EQ(office.offset(office.member, upload), std::to_string(photo.size())) << "who lost the answer learns that all is there";
    EXPECT_EQ(office.send_part(office.member, upload, photo.size(), "x").status, 410u);
}

OFFICE_TEST(UploadsOffice, begun_again_with_the_same_key_it_is_the_same_upload) {
    office.member.headers.set("Idempotency-Key", "one-photo-one-key");
    const auto upload = office.begin(office.member, photo.size());
    EXPECT_EQ(office.begin(office.member, photo.size()), upload);
    office.member.headers.set("Idempotency-Key", "another-photo-another-key");
    EXPECT_NE(office.begin(office.member, photo.size()), upload);
}

OFFICE_TEST(UploadsOffice, a_part_that_does_not_fit_is_refused_and_changes_nothing) {
    const auto upload = office.begin(office.member, 10);
    office.send_part(office.member, upload, 0, "1234");
    const auto part = [&](UploadsOffice::Headers headers) {
        const auto reply = office.ask(office.member, Method::patch, upload, headers);
        EXPECT_EQ(reply.headers.get("Tus-Resumable"), "1.0.0");
        return std::to_string(reply.status) + " " + reply.code();
    };
    constexpr std::pair<std::string_view, std::string_view> type{"Content-Type", "application/offset+octet-stream"};
    EXPECT_EQ(part({type, {"Upload-Offset", "3"}}), "409 upload_offset_differs");
    EXPECT_EQ(part({type, {"Upload-Offset", "5"}}), "409 upload_offset_differs");
    EXPECT_EQ(part({type}), "400 upload_offset_missing");
    EXPECT_EQ(part({{"Content-Type", "application/octet-stream"}, {"Upload-Offset", "4"}}), "415 upload_type_wrong");
    EXPECT_EQ(part({type, {"Upload-Offset", "4"}, {"Tus-Resumable", "0.2.2"}}), "412 upload_protocol_unknown");
    EXPECT_EQ(part({type, {"Upload-Offset", "4"}, {"Content-Length", "7"}}), "413 upload_longer_than_announced");
    EXPECT_EQ(part({type, {"Upload-Offset", "4"}, {"Upload-Checksum", "crc32 AAAA"}}), "400 upload_checksum_unknown");
    EXPECT_EQ(office.send_part(office.member, upload, 4, "1234567").code(), "upload_longer_than_announced");
    EXPECT_EQ(office.offset(office.member, upload), "4");
    EXPECT_EQ(office.finish(office.member, upload).code(), "upload_unfinished");
    EXPECT_EQ(office.send_part(office.member, upload, 4, "").status, 204u) << "an empty part is one";
}

OFFICE_TEST(UploadsOffice, an_upload_that_cannot_be_begun_says_why) {
    const auto begin = [&](UploadsOffice::Headers headers) {
        const auto reply = office.ask(office.member, Method::post, "/api/uploads", headers);
        return std::to_string(reply.status) + " " + reply.code();
    };
    EXPECT_EQ(begin({}), "400 upload_length_missing");
    EXPECT_EQ(begin({{"Upload-Length", "9"}, {"Upload-Metadata", "filename *"}}), "400 upload_metadata_broken");
    EXPECT_EQ(begin({{"Upload-Length", std::to_string(files::most_bytes_of_any + 1)}}), "413 file_too_large");
    EXPECT_EQ(begin({{"Upload-Length", "9"}, {"Tus-Resumable", ""}}), "412 upload_protocol_unknown");
    EXPECT_EQ(office.guest.post("/api/uploads").status, 401u);
}

OFFICE_TEST(UploadsOffice, what_the_protocol_can_do_here_anybody_may_ask) {
    const auto reply = office.guest.send(Method::options, "/api/uploads", {});
    EXPECT_EQ(reply.status, 204u);
    EXPECT_EQ(reply.headers.get("Tus-Version"), "1.0.0");
    EXPECT_EQ(reply.headers.get("Tus-Extension"), "creation,expiration,termination,checksum");
    EXPECT_EQ(reply.headers.get("Tus-Checksum-Algorithm"), "sha1,sha256");
    EXPECT_EQ(reply.headers.get("Tus-Max-Size"), std::to_string(files::most_bytes_of_any));
}

OFFICE_TEST(UploadsOffice, an_upload_is_seen_by_its_sender_alone) {
    const auto upload = office.begin(office.member, 10);
    for (auto* other : {&office.stranger, &office.administrator, &office.steward}) {
        EXPECT_EQ(office.ask(*other, Method::head, upload).status, 404u);
        EXPECT_EQ(office.send_part(*other, upload, 0, "x").status, 404u);
        EXPECT_EQ(office.finish(*other, upload).status, 404u);
        EXPECT_EQ(office.ask(*other, Method::del, upload).status, 404u);
    }
    EXPECT_EQ(office.ask(office.guest, Method::head, upload).status, 401u);
    EXPECT_EQ(office.offset(office.member, upload), "0");
    EXPECT_EQ(office.ask(office.member, Method::head, "/api/uploads/1").status, 404u);
    EXPECT_EQ(office.library.partials.list().size(), 0u) << "nor does who asks for nothing leave a file behind";
}

OFFICE_TEST(UploadsOffice, while_one_part_is_on_its_way_there_is_no_second_one) {
    const auto upload = office.begin(office.member, 10);
    {
        const auto under_way = office.library.partials.lock(office.id_of(upload));
        EXPECT_EQ(office.send_part(office.member, upload, 0, "x").status, 423u);
        EXPECT_EQ(office.finish(office.member, upload).code(), "upload_in_use");
        EXPECT_EQ(office.ask(office.member, Method::del, upload).status, 423u);
        EXPECT_EQ(office.offset(office.member, upload), "0") << "how far it is may be asked";
    }
    EXPECT_EQ(office.send_part(office.member, upload, 0, "x").status, 204u);
}

OFFICE_TEST(UploadsOffice, a_part_with_a_checksum_is_kept_only_when_it_agrees) {
    constexpr std::string_view hello_world = "sha1 Kq5sNclPz7QV2+lfQIuc6R7oRu0=";
    const auto upload = office.begin(office.member, 22);
    EXPECT_EQ(office.send_part(office.member, upload, 0, "hello w0rld", hello_world).code(), "upload_part_damaged");
    EXPECT_EQ(office.send_part(office.member, upload, 0, "hello w0rld", hello_world).status, 460u);
    EXPECT_EQ(office.offset(office.member, upload), "0");
    EXPECT_EQ(office.send_part(office.member, upload, 0, "hello world", hello_world).headers.get("Upload-Offset"), "11");
    EXPECT_EQ(office.send_part(office.member, upload, 11, "hello world", "sha256 uU0nuZNNPgilLlLX2n2r+sSE7+N6U4DukIj3rOLvzek=").status,
              204u);
    const auto file = office.finish(office.member, upload).as<File>();
    EXPECT_EQ(file.kind, files::Kind::text);
    EXPECT_EQ(file.size, 22);
}

OFFICE_TEST(UploadsOffice, what_it_turns_out_to_be_is_refused_as_in_a_form) {
    const auto upload = whole(office, office.member,
                              "\x7F"
                              "ELF\x01\x01\x01");
    const auto reply = office.finish(office.member, upload);
    EXPECT_EQ(reply.status, 422u);
    EXPECT_EQ(reply.problem().errors.at(0).code, "file_kind_unknown");
    EXPECT_EQ(office.finish(office.member, office.begin(office.member, 0)).problem().errors.at(0).code, "file_empty");
    EXPECT_TRUE(office.library.store.list().empty());
}

OFFICE_TEST(UploadsOffice, one_may_give_up) {
    const auto upload = whole(office, office.member, photo);
    EXPECT_EQ(office.ask(office.member, Method::del, upload).status, 204u);
    EXPECT_EQ(office.ask(office.member, Method::head, upload).status, 404u);
    EXPECT_EQ(office.finish(office.member, upload).status, 404u);
    EXPECT_TRUE(office.library.partials.list().empty());
}

OFFICE_TEST(UploadsOffice, what_nobody_goes_on_with_expires_and_is_swept_away) {
    const jobs::Runner without_threads(office.database(), office.handlers, {}, 0);  // only asks for what stands; work() does it
    const auto old = office.begin(office.member, 10);
    office.send_part(office.member, old, 0, "12345");
    office.clock.advance_days(7);
    EXPECT_EQ(office.offset(office.member, old), "5");
    const auto young = office.begin(office.member, 10);
    office.send_part(office.member, young, 0, "1");
    office.clock.advance_days(1);
    EXPECT_EQ(office.send_part(office.member, old, 5, "6").status, 410u);
    EXPECT_EQ(office.ask(office.member, Method::head, old).code(), "upload_expired");
    EXPECT_EQ(office.library.partials.list().size(), 2u);
    office.clock.advance_days(1);
    EXPECT_EQ(office.work(), std::vector<std::string>());
    EXPECT_EQ(office.ask(office.member, Method::head, old).status, 404u);
    EXPECT_EQ(office.library.partials.list(), std::vector{office.id_of(young)});
    EXPECT_EQ(office.offset(office.member, young), "1");
}

OFFICE_TEST(UploadsOffice, of_unfinished_uploads_nobody_has_more_than_a_few) {
    const auto may_begin = [&](support::Client& client, std::int64_t length) {
        return office.ask(client, Method::post, "/api/uploads", {{"Upload-Length", std::to_string(length)}}).status;
    };
    const auto first = whole(office, office.member, photo);
    for (int i = 1; i < 20; ++i) EXPECT_EQ(may_begin(office.member, 10), 201u);
    EXPECT_EQ(may_begin(office.member, 10), 429u);
    EXPECT_EQ(may_begin(office.contributor, 10), 201u) << "others are not held up";
    office.finish(office.member, first);
    EXPECT_EQ(may_begin(office.member, 10), 201u) << "what is finished counts no more";
    for (int i = 0; i < 3; ++i) EXPECT_EQ(may_begin(office.editor, 300 << 20), 201u);
    EXPECT_EQ(may_begin(office.editor, 300 << 20), 429u);
}

OFFICE_TEST(UploadsOffice, in_an_installation_restored_without_its_parts_an_upload_begins_anew) {
    const auto upload = office.begin(office.member, photo.size());
    office.send_part(office.member, upload, 0, "lost");
    office.library.partials.lock(office.id_of(upload))->remove();
    EXPECT_EQ(office.offset(office.member, upload), "0");
    EXPECT_EQ(office.send_part(office.member, upload, 0, photo).status, 204u);
    EXPECT_EQ(office.finish(office.member, upload).status, 201u);
}

}  // namespace
