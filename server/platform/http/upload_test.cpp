#include <gtest/gtest.h>

#include <atomic>

#include <filesystem>

#include "http/net/server_test.hpp"

namespace {

using http::net::RawClient;

std::string head_of_upload(std::size_t size) {
    return "POST /photos HTTP/1.1\r\nHost: here\r\nContent-Type: multipart/form-data; boundary=xyz\r\nContent-Length: " +
           std::to_string(size) + "\r\n\r\n";
}

const std::string part = "--xyz\r\nContent-Disposition: form-data; name=\"photo\"; filename=\"a.jpg\"\r\n\r\n";

class UploadTest : public http::net::ServerTest {
  protected:
    UploadTest() {
        app.rule = {.max_bytes = 100'000'000, .takes_uploads = true};
        app.answer = [](http::Request& request) {
            std::string told;
            for (const auto& upload : request.uploads) told += upload.file_name + " " + std::to_string(upload.size);
            return http::Response::text(200, "text/plain", told);
        };
    }
    bool spool_is_empty() const { return std::filesystem::is_empty(options.spool); }
};

long resident_kilobytes() {
    long pages = 0, resident = 0;
    auto* file = std::fopen("/proc/self/statm", "r");
    EXPECT_EQ(std::fscanf(file, "%ld %ld", &pages, &resident), 2);
    std::fclose(file);
    return resident * 4;
}

TEST_F(UploadTest, a_large_upload_goes_to_disk_and_not_into_memory) {
    auto client = connect();
    const std::string megabyte(1 << 20, 'x');
    const auto before = resident_kilobytes();
    client.send(head_of_upload(part.size() + 50 * megabyte.size() + 11) + part);
    for (int i = 0; i < 50; ++i) client.send(megabyte);
    client.send("\r\n--xyz--\r\n");
    EXPECT_TRUE(client.read_response().ends_with("a.jpg " + std::to_string(50 * megabyte.size())));
    EXPECT_LT(resident_kilobytes() - before, 16 << 10);  // sanitizers keep some of what is given back
    EXPECT_TRUE(spool_is_empty());
}

TEST_F(UploadTest, two_gigabytes_are_refused_before_they_are_sent) {
    auto client = connect();
    EXPECT_TRUE(client.exchange(head_of_upload(2'147'483'648)).starts_with("HTTP/1.1 413"));
}

TEST_F(UploadTest, who_sends_on_regardless_still_reads_the_refusal) {
    auto client = connect();
    client.send(head_of_upload(2'147'483'648) + part);
    const std::string megabyte(1 << 20, 'x');
    for (int i = 0; i < 100; ++i) client.send(megabyte);
    EXPECT_TRUE(client.read_response().starts_with("HTTP/1.1 413"));
}

TEST_F(UploadTest, an_upload_that_is_cut_off_leaves_nothing_behind_and_reaches_no_handler) {
    std::atomic<bool> handled = false;
    app.answer = [&](http::Request&) {
        handled = true;
        return http::Response{};
    };
    {
        auto client = connect();
        client.send(head_of_upload(10'000'000) + part + std::string(3'000'000, 'x'));
    }
    EXPECT_EQ(connect().exchange("GET /healthz HTTP/1.1\r\nHost: h\r\n\r\n").substr(9, 3), "200");
    EXPECT_TRUE(spool_is_empty());
    stop();
    EXPECT_FALSE(handled);
}

TEST_F(UploadTest, a_form_that_ends_before_its_last_boundary_is_refused) {
    auto client = connect();
    EXPECT_TRUE(client.exchange(head_of_upload(part.size() + 3) + part + "abc").ends_with("upload_cut_off"));
}

TEST_F(UploadTest, when_the_disk_takes_no_more_the_sender_is_told) {
    options.spool = "/dev/full";  // not a folder: nothing can be stored there
    auto client = connect();
    EXPECT_TRUE(client.exchange(head_of_upload(part.size() + 3) + part + "abc").ends_with("storage_unavailable"));
    options.spool = std::filesystem::temp_directory_path() / "lomwong-none";
}

}  // namespace
