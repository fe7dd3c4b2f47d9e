// Uploads over real connections, which break, and through servers that end.
#include <filesystem>
#include <thread>

#include "decode/testing.hpp"
#include "files/uploads/uploads_office.hpp"
#include "http/net/raw_client.hpp"
#include "http/server.hpp"

namespace {

using http::net::RawClient;

// An Office behind a network.
class Wire final : public http::Application {
  public:
    explicit Wire(files::UploadsOffice& office) : office_(office), server_(options(office), *this) {
        thread_ = std::thread([this] { server_.run(); });
    }
    ~Wire() override {
        server_.stop();
        thread_.join();
    }
    std::uint16_t port() const { return server_.port(); }
    // Sends a part whose connection ends in its middle, and waits until the server has taken what came.
    void break_off(const std::string& head, const std::string& bytes) const {
        {
            RawClient client(port());
            client.send(head);
            EXPECT_TRUE(client.read_until("\r\n\r\n").starts_with("HTTP/1.1 100"));
            client.send(bytes);
        }
        while (server_.state().uploads > 0) std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }

    std::optional<http::Response> answer_at_once(const http::Request&) override { return std::nullopt; }
    http::BodyRule body_rule(const http::Request& head) override {
        const auto* route = office_.router.find(head);
        return route != nullptr ? route->body_rule : http::BodyRule{};
    }
    http::Response handle(http::Request& request) override { return office_.handle(request); }
    http::Response failed(const http::Request& request, std::exception_ptr error) noexcept override {
        try {
            std::rethrow_exception(error);
        } catch (const http::Problem& problem) {
            return http::problem_response(problem, base::Language::en, request.id);
        } catch (...) {
            return http::Response::text(500, "text/plain", "broke");
        }
    }
    http::Response refused(const http::Request&, unsigned status, std::string_view code) noexcept override {
        return http::Response::text(status, "text/plain", std::string(code));
    }
    void replied(const http::Request&, unsigned, std::uint64_t, std::chrono::microseconds) noexcept override {}

  private:
    static http::ServerOptions options(const files::UploadsOffice& office) {
        http::ServerOptions options;
        options.spool = office.folder;
        return options;
    }

    files::UploadsOffice& office_;
    http::Server server_;
    std::thread thread_;
};

struct WiredOffice : files::UploadsOffice {
    using UploadsOffice::UploadsOffice;

    std::string head(std::string_view method, const std::string& upload, const std::string& more) const {
        return std::string(method) + " " + upload +
               " HTTP/1.1\r\nHost: h\r\nTus-Resumable: 1.0.0\r\nCookie: lomwong_session=" + member.session + "\r\n" + more + "\r\n";
    }
    std::string part(const std::string& upload, std::size_t offset, std::size_t size, const std::string& more = {}) const {
        return head("PATCH", upload,
                    "Content-Type: application/offset+octet-stream\r\nUpload-Offset: " + std::to_string(offset) +
                        "\r\nContent-Length: " + std::to_string(size) + "\r\n" + more);
    }
};

// A text of that many bytes, nowhere like elsewhere.
std::string text_of(std::size_t size) {
    std::string text;
    while (text.size() < size) text += std::to_string(text.size()) + "\n";
    text.resize(size);
    return text;
}

const std::string wait = "Expect: 100-continue\r\n";  // to be told when the body is let in
const std::string long_text = text_of(3'000'000);

OFFICE_TEST(WiredOffice, where_the_connection_broke_the_upload_goes_on_also_at_another_server) {
    const auto upload = office.begin(office.member, long_text.size());
    {
        const Wire wire(office);
        wire.break_off(office.part(upload, 0, long_text.size(), wait), long_text.substr(0, 1'200'001));
        const auto reply = RawClient(wire.port()).exchange(office.head("GET", upload, ""));
        EXPECT_NE(reply.find("Upload-Offset: 1200001\r\n"), std::string::npos) << reply;
    }
    const Wire next(office);
    const auto rest = long_text.substr(1'200'001);
    const auto reply = RawClient(next.port()).exchange(office.part(upload, 1'200'001, rest.size()) + rest);
    EXPECT_TRUE(reply.starts_with("HTTP/1.1 204")) << reply;
    const auto file = office.finish(office.member, upload).as<files::File>();
    EXPECT_EQ(file.size, 3'000'000);
    EXPECT_EQ(office.sent(office.contributor, long_text).size, 3'000'000);
    EXPECT_EQ(office.library.store.list().size(), 1u) << "byte for byte the same";
}

OFFICE_TEST(WiredOffice, of_a_part_that_should_prove_itself_and_breaks_off_nothing_is_kept) {
    const auto upload = office.begin(office.member, long_text.size());
    const Wire wire(office);
    const auto checksum = "Upload-Checksum: sha1 Kq5sNclPz7QV2+lfQIuc6R7oRu0=\r\n" + wait;
    wire.break_off(office.part(upload, 0, long_text.size(), checksum), long_text.substr(0, 1'200'001));
    EXPECT_EQ(office.offset(office.member, upload), "0");
}

OFFICE_TEST(WiredOffice, two_parts_at_once_are_one_part_and_a_word_to_wait) {
    const auto upload = office.begin(office.member, 6);
    const Wire wire(office);
    RawClient first(wire.port());
    first.send(office.part(upload, 0, 6, wait));
    EXPECT_TRUE(first.read_until("\r\n\r\n").starts_with("HTTP/1.1 100"));
    EXPECT_TRUE(RawClient(wire.port()).exchange(office.part(upload, 0, 6) + "second").starts_with("HTTP/1.1 423"));
    EXPECT_TRUE(first.exchange("first!").starts_with("HTTP/1.1 204"));
    EXPECT_EQ(office.offset(office.member, upload), "6");
}

OFFICE_TEST(WiredOffice, more_than_was_announced_is_refused_though_its_length_was_not_told) {
    const auto upload = office.begin(office.member, 4);
    const Wire wire(office);
    const auto request =
        office.head("PATCH", upload, "Content-Type: application/offset+octet-stream\r\nUpload-Offset: 0\r\nTransfer-Encoding: chunked\r\n");
    EXPECT_TRUE(RawClient(wire.port()).exchange(request + "6\r\n123456\r\n0\r\n\r\n").starts_with("HTTP/1.1 413"));
    EXPECT_TRUE(RawClient(wire.port()).exchange(request + "4\r\n1234\r\n0\r\n\r\n").starts_with("HTTP/1.1 204"));
}

}  // namespace
