#include "http/net/compress.hpp"

#include <brotli/decode.h>
#include <gtest/gtest.h>
#include <zlib.h>

namespace {

using http::net::choose_coding;
using http::net::Coding;

TEST(Compress, the_best_coding_that_the_browser_allows_is_taken) {
    EXPECT_EQ(choose_coding("gzip, deflate, br"), Coding::brotli);
    EXPECT_EQ(choose_coding("gzip;q=1.0, br;q=0"), Coding::gzip);
    EXPECT_EQ(choose_coding("br;q=0.000, *"), Coding::identity);
    EXPECT_EQ(choose_coding("deflate"), Coding::identity);
    EXPECT_EQ(choose_coding(""), Coding::identity);
}

TEST(Compress, pictures_are_left_as_they_are) {
    EXPECT_TRUE(http::net::is_worth_compressing("text/html; charset=utf-8"));
    EXPECT_TRUE(http::net::is_worth_compressing("application/problem+json"));
    EXPECT_FALSE(http::net::is_worth_compressing("image/jpeg"));
    EXPECT_FALSE(http::net::is_worth_compressing("text/event-stream"));
}

TEST(Compress, what_is_packed_comes_out_again) {
    std::string plain;
    for (int i = 0; i < 1000; ++i) plain += "ล้อมวง " + std::to_string(i);

    const auto packed = http::net::compress(plain, Coding::brotli);
    std::string back(plain.size(), '\0');
    auto size = back.size();
    ASSERT_EQ(BrotliDecoderDecompress(packed.size(), reinterpret_cast<const uint8_t*>(packed.data()), &size,
                                      reinterpret_cast<uint8_t*>(back.data())),
              BROTLI_DECODER_RESULT_SUCCESS);
    EXPECT_EQ(back, plain);
    EXPECT_LT(packed.size(), plain.size() / 3);

    const auto zipped = http::net::compress(plain, Coding::gzip);
    z_stream stream{};
    ASSERT_EQ(inflateInit2(&stream, 15 + 16), Z_OK);
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(zipped.data()));
    stream.avail_in = static_cast<uInt>(zipped.size());
    stream.next_out = reinterpret_cast<Bytef*>(back.data());
    stream.avail_out = static_cast<uInt>(back.size());
    EXPECT_EQ(inflate(&stream, Z_FINISH), Z_STREAM_END);
    inflateEnd(&stream);
    EXPECT_EQ(back, plain);
}

}  // namespace
