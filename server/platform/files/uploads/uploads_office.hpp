#pragma once

#include <charconv>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

#include "files/files_office.hpp"
#include "files/uploads/upload_queries.hpp"

namespace files {

// People who send files in parts, by the words of the protocol; for tests.
struct UploadsOffice : FilesOffice {
    using FilesOffice::FilesOffice;
    using Headers = std::initializer_list<std::pair<std::string_view, std::string_view>>;

    static http::Request request(http::Method method, std::string_view target, Headers headers = {}, std::string body = {}) {
        http::Request request;
        request.method = method;
        request.target = target;
        request.headers.set("Tus-Resumable", "1.0.0");
        for (const auto& [name, value] : headers) request.headers.set(name, value);
        request.body = std::move(body);
        return request;
    }
    static support::Reply ask(support::Client& client, http::Method method, std::string_view target, Headers headers = {}) {
        return client.send(request(method, target, headers));
    }

    // Its address. The name is "วง.jpg".
    static std::string begin(support::Client& client, std::size_t length) {
        const auto reply = ask(client, http::Method::post, "/api/uploads",
                               {{"Upload-Length", std::to_string(length)}, {"Upload-Metadata", "filename 4Lin4LiHLmpwZw=="}});
        EXPECT_EQ(reply.status, 201u) << reply.body;
        return std::string(reply.headers.get("Location"));
    }
    static support::Reply send_part(support::Client& client, const std::string& upload, std::size_t offset, std::string bytes,
                                    std::string_view checksum = {}) {
        auto part =
            request(http::Method::patch, upload,
                    {{"Upload-Offset", std::to_string(offset)}, {"Content-Type", "application/offset+octet-stream"}}, std::move(bytes));
        if (!checksum.empty()) part.headers.set("Upload-Checksum", checksum);
        return client.send(std::move(part));
    }
    static std::string offset(support::Client& client, const std::string& upload) {
        const auto reply = ask(client, http::Method::head, upload);
        EXPECT_EQ(reply.status, 200u);
        return std::string(reply.headers.get("Upload-Offset"));
    }
    static support::Reply finish(support::Client& client, const std::string& upload) { return client.post(upload + "/file"); }

    static UploadId id_of(const std::string& upload) {
        UploadId id;
        const auto at = upload.rfind('/') + 1;
        std::from_chars(upload.data() + at, upload.data() + upload.size(), id.value);
        return id;
    }
};

}  // namespace files
