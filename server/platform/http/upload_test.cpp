#include <gtest/gtest.h>

#include <atomic>

#include <filesystem>

#include "http/net/server_test.hpp"

namespace {

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

TEST_F(UploadTest, what_is_not_admitted_is_refused_before_it_is_sent) {
    app.admits = [](http::Request& head) {
        if (head.header("X-Often") == "too") throw std::runtime_error("not now");
    };
    auto client = connect();
    auto head = head_of_upload(part.size() + 3 + 11);
    head.insert(head.find("\r\n") + 2, "Expect: 100-continue\r\n");
    client.send(head);
    EXPECT_TRUE(client.read_until("\r\n\r\n").starts_with("HTTP/1.1 100"));
    EXPECT_TRUE(client.exchange(part + "abc\r\n--xyz--\r\n").ends_with("a.jpg 3"));
    head.insert(head.find("\r\n") + 2, "X-Often: too\r\n");
    client.send(head);
    EXPECT_TRUE(client.read_all().starts_with("HTTP/1.1 500")) << "and no 100 before it";
    EXPECT_TRUE(client.is_closed());
    EXPECT_EQ(server->state().uploads, 0u);
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

// What a handler does that lets a body in on its head: keeps it, and says how much came.
struct Kept {
    std::string bytes;
    std::atomic<bool> ended = false;
    std::optional<http::Receiver::End> end;
};

class Keeping final : public http::Receiver {
  public:
    explicit Keeping(Kept& kept) : kept_(kept) {}
    void take(std::string_view bytes) override {
        if (bytes.find("poison") != std::string_view::npos) throw std::runtime_error("refused");
        kept_.bytes += bytes;
    }
    http::Response finish(End end) override {
        kept_.end = end;
        kept_.ended = true;
        return http::Response::text(200, "text/plain", std::to_string(kept_.bytes.size()));
    }

  private:
    Kept& kept_;
};

class ReceiverTest : public http::net::ServerTest {
  protected:
    ReceiverTest() {
        app.rule = {.max_bytes = 100'000'000, .streams = true};
        app.answer = [this](http::Request& request) {
            if (request.path() == "/locked") return http::Response::text(423, "text/plain", "locked");
            http::Response response;
            response.receiver = std::make_unique<Keeping>(kept);
            return response;
        };
    }
    ~ReceiverTest() override { stop(); }
    static std::string head(std::string_view path, std::size_t size, std::string_view more = {}) {
        return "PATCH " + std::string(path) + " HTTP/1.1\r\nHost: h\r\n" + std::string(more) + "Content-Length: " + std::to_string(size) +
               "\r\n\r\n";
    }
    bool has_ended() const {
        for (int i = 0; i < 500 && !kept.ended; ++i) std::this_thread::sleep_for(std::chrono::milliseconds(10));
        return kept.ended;
    }

    Kept kept;
};

TEST_F(ReceiverTest, a_body_goes_to_its_receiver_as_it_comes_and_the_connection_serves_the_next_request) {
    auto client = connect();
    const std::string much(3'000'000, 'x');
    EXPECT_TRUE(client.exchange(head("/a", much.size()) + much).ends_with("3000000"));
    EXPECT_EQ(kept.end, http::Receiver::End::whole);
    EXPECT_TRUE(client.exchange(head("/a", 2) + "yy").ends_with("3000002"));
    EXPECT_TRUE(client.exchange(head("/a", 0)).ends_with("3000002"));
}

TEST_F(ReceiverTest, a_chunked_body_is_received_too) {
    auto client = connect();
    client.send("PATCH /a HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n");
    client.send("2\r\nde\r\n0\r\n\r\n");
    EXPECT_TRUE(client.read_response().ends_with("5"));
    EXPECT_EQ(kept.bytes, "abcde");
}

TEST_F(ReceiverTest, of_a_body_that_is_cut_off_what_came_is_kept) {
    {
        auto client = connect();
        client.send(head("/a", 10'000'000) + std::string(3'000'001, 'x'));
    }
    ASSERT_TRUE(has_ended());
    EXPECT_EQ(kept.end, http::Receiver::End::cut_off);
    EXPECT_EQ(kept.bytes.size(), 3'000'001u);
}

TEST_F(ReceiverTest, of_a_body_that_stops_coming_what_came_is_kept_and_its_sender_is_told) {
    options.stall_time = std::chrono::milliseconds(100);
    auto client = connect();
    client.send(head("/a", 100) + "half");
    EXPECT_TRUE(client.read_all().starts_with("HTTP/1.1 408"));
    ASSERT_TRUE(has_ended());
    EXPECT_EQ(kept.bytes, "half");
}

TEST_F(ReceiverTest, what_is_not_let_in_is_refused_before_its_body_is_sent) {
    auto client = connect();
    client.send(head("/locked", 10'000'000, "Expect: 100-continue\r\n"));
    EXPECT_TRUE(client.read_all().starts_with("HTTP/1.1 423"));
    EXPECT_TRUE(client.is_closed());
    auto other = connect();
    other.send(head("/a", 2, "Expect: 100-continue\r\n"));
    EXPECT_TRUE(other.read_until("\r\n\r\n").starts_with("HTTP/1.1 100"));
    EXPECT_TRUE(other.exchange("ok").ends_with("2"));
}

TEST_F(ReceiverTest, a_receiver_that_refuses_in_the_middle_answers_at_once) {
    auto client = connect();
    client.send(head("/a", 10'000'000) + "poison" + std::string(1'000'000, 'x'));
    EXPECT_TRUE(client.read_all().starts_with("HTTP/1.1 500"));
    EXPECT_FALSE(kept.ended);
}

TEST_F(UploadTest, when_the_disk_takes_no_more_the_sender_is_told) {
    options.spool = "/dev/full";  // not a folder: nothing can be stored there
    auto client = connect();
    EXPECT_TRUE(client.exchange(head_of_upload(part.size() + 3) + part + "abc").ends_with("storage_unavailable"));
    options.spool = std::filesystem::temp_directory_path() / "lomwong-none";
}

}  // namespace
