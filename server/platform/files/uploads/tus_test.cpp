#include "files/uploads/tus.hpp"

#include <gtest/gtest.h>

namespace files::tus {
namespace {

http::Request with(std::string_view header, std::string_view value) {
    http::Request request;
    request.headers.set(header, value);
    return request;
}

template <class F>
std::string code_of(F&& f) {
    try {
        f();
    } catch (const http::Problem& problem) {
        return problem.code();
    }
    return "";
}

TEST(Tus, a_name_is_read_among_other_words) {
    EXPECT_EQ(read_file_name(with("Upload-Metadata", "filetype aW1hZ2UvcG5n, filename 4Lin4LiHLmpwZw==,is_confidential")), "วง.jpg");
    EXPECT_EQ(read_file_name(with("Upload-Metadata", "filename")), "");
    EXPECT_EQ(read_file_name({}), "");
    EXPECT_EQ(code_of([] { read_file_name(with("Upload-Metadata", "filename ?")); }), "upload_metadata_broken");
    EXPECT_EQ(read_file_name(with("Upload-Metadata", "filename /w==")), "\uFFFD") << "what is no text does not reach the database";
}

TEST(Tus, a_number_is_whole_and_not_below_zero) {
    EXPECT_EQ(read_whole(with("Upload-Offset", "12"), "Upload-Offset", "c"), 12);
    for (const auto* wrong : {"", "-1", "1.5", "12 ", "99999999999999999999"})
        EXPECT_EQ(code_of([&] { read_whole(with("Upload-Offset", wrong), "Upload-Offset", "c"); }), "c") << wrong;
}

TEST(Tus, a_checksum_agrees_with_its_bytes_only) {
    // echo -n "hello world" | sha1sum, in base64
    const auto request = with("Upload-Checksum", "sha1 Kq5sNclPz7QV2+lfQIuc6R7oRu0=");
    auto checksum = read_checksum(request);
    ASSERT_TRUE(checksum);
    checksum->add("hello ");
    checksum->add("world");
    EXPECT_TRUE(checksum->agrees());
    auto other = read_checksum(request);
    other->add("hello word");
    EXPECT_FALSE(other->agrees());
    auto longer = read_checksum(with("Upload-Checksum", "sha256 uU0nuZNNPgilLlLX2n2r+sSE7+N6U4DukIj3rOLvzek="));
    longer->add("hello world");
    EXPECT_TRUE(longer->agrees());
    EXPECT_EQ(code_of([] { read_checksum(with("Upload-Checksum", "md5 Kq5sNclPz7QV2+lfQIuc6R7oRu0=")); }), "upload_checksum_unknown");
    EXPECT_EQ(code_of([] { read_checksum(with("Upload-Checksum", "sha1 *")); }), "upload_checksum_unknown");
    EXPECT_FALSE(read_checksum({}));
}

TEST(Tus, a_date_is_written_as_http_does) {
    EXPECT_EQ(http_date({784'111'777'000}), "Sun, 06 Nov 1994 08:49:37 GMT");
}

}  // namespace
}  // namespace files::tus
