#include "http/net/request_reader.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace {

using http::net::RequestReader;

constexpr std::string_view head = "POST /p HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n";

// The body as it is read when its bytes come in pieces of this many.
std::string read_in_pieces(std::string_view sent, std::size_t piece) {
    RequestReader reader(8192);
    http::Request request;
    EXPECT_EQ(reader.take_head(head, request), head.size());
    reader.limit_body(1000);
    std::string body;
    for (std::size_t from = 0, come = 0; come < sent.size();) {
        come = std::min(sent.size(), come + piece);
        for (std::size_t taken = 1; taken > 0 && !reader.whole(); from += taken)
            taken = reader.take_body(sent.substr(from, come - from), body);
    }
    EXPECT_TRUE(reader.whole()) << "in pieces of " << piece;
    return body;
}

TEST(RequestReader, a_body_in_chunks_is_the_same_however_it_comes) {
    for (const std::string_view sent : {"0\r\n\r\n", "3\r\nabc\r\n0\r\n\r\n", "1;n=v\r\na\r\n2\r\nbc\r\n00\r\nTrailer: x\r\n\r\n"})
        for (std::size_t piece = 1; piece <= sent.size(); ++piece)
            EXPECT_EQ(read_in_pieces(sent, piece), sent.starts_with('0') ? "" : "abc") << "in pieces of " << piece;
}

}  // namespace
