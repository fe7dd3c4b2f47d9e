#pragma once

#include <sys/mman.h>
#include <unistd.h>
#include <filesystem>
#include <string>
#include <vector>

#include "files/files.hpp"
#include "jobs/runner.hpp"
#include "support/office.hpp"

// An Office that keeps files; for tests of this part.
namespace files {

// The two halves of a record's rule, which records own, as simply as they can be: everybody reads 1, the steward edits it; nobody sees 2.
inline bool may_read(db::Session&, const http::Viewer&, std::int64_t record) {
    return record == 1;
}

struct FilesOffice : support::Office {
    explicit FilesOffice(db::Engine engine)
        : Office(engine, {{files::migrations(), files::add_routes}}),
          folder(std::filesystem::path(::testing::TempDir()) / ("lomwong_files_" + std::to_string(getpid()))),
          library{database(),
                  Store(folder / "files"),
                  Partials(folder / "uploads"),
                  decode::Cage(decode::program_beside_this_one(), folder / "scratch"),
                  {may_read, [this](db::Session&, const http::Viewer& viewer,
                                    std::int64_t record) { return record == 1 && viewer.person == steward.person; }},
                  std::chrono::hours(0)} {
        equipment.add(library);
        files::add_jobs(handlers, library);
    }
    ~FilesOffice() override { std::filesystem::remove_all(folder); }

    support::Reply send(support::Client& client, const std::vector<std::string>& contents) {
        http::Request request;
        request.method = http::Method::post;
        request.target = "/api/files";
        for (const auto& content : contents) {
            http::Upload upload;
            upload.file_name = "C:\\รูป\\วงเย็น.JPG";
            upload.content = http::Descriptor(memfd_create("upload", MFD_CLOEXEC));
            upload.size = content.size();
            EXPECT_EQ(write_all(upload.content.number(), content), content.size());
            request.uploads.push_back(std::move(upload));
        }
        return client.send(std::move(request));
    }
    File sent(support::Client& client, const std::string& content) { return send(client, {content}).as<http::List<File>>().items.at(0); }
    void hold(const support::Client& client, std::int64_t record, const std::vector<File>& held) {
        std::vector<HeldFile> list;
        list.reserve(held.size());
        for (const auto& file : held) list.push_back({file.id, {"คนนั่งล้อมวง"}, {}});
        write([&](db::Tx& tx) { files::hold(tx, client.person, record, list); });
    }
    bool may_hold(const support::Client& client, std::int64_t record, const File& file) {
        try {
            hold(client, record, {file});
            return true;
        } catch (const http::Problem&) {
            return false;
        }
    }
    std::vector<std::string> work() {
        std::vector<std::string> complaints;
        jobs::run_due(database(), handlers, [&](std::string_view, std::string_view reason) { complaints.emplace_back(reason); });
        return complaints;
    }
    static std::size_t write_all(int file, const std::string& content) {
        const auto count = ::write(file, content.data(), content.size());
        lseek(file, 0, SEEK_SET);
        return static_cast<std::size_t>(count);
    }

    std::filesystem::path folder;
    Library library;
    jobs::Handlers handlers;
};

}  // namespace files
