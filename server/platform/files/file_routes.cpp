#include <algorithm>

#include "files/file_queries.hpp"
#include "files/uploads/upload_routes.hpp"
#include "http/router.hpp"
#include "http/uri.hpp"

namespace files {

static Library& library_of(const http::Call& call) {
    return call.services().equipment.get<Library>();
}

// ---- sending ----

// Every file that cannot be taken is named; then none is.
static std::vector<Content> keep_all(Store& store, const std::vector<http::Upload>& uploads) {
    std::vector<Content> contents;
    json::Errors errors;
    for (std::size_t i = 0; i < uploads.size(); ++i) {
        auto kept = store.keep(uploads[i].content.number());
        if (const auto* refusal = std::get_if<Refusal>(&kept))
            errors.add("/files/" + std::to_string(i), base::name_of(*refusal), {{"name", uploads[i].file_name}});
        else
            contents.push_back(std::move(std::get<Content>(kept)));
    }
    if (uploads.empty()) errors.add("/files", "required");
    if (!errors.empty()) throw http::invalid_input(errors);
    return contents;
}

static http::List<File> insert_all(db::Tx& tx, base::PersonId sender, const std::vector<Content>& contents,
                                   const std::vector<http::Upload>& uploads) {
    http::List<File> reply;
    for (std::size_t i = 0; i < contents.size(); ++i) reply.items.push_back(send(tx, sender, contents[i], uploads[i].file_name));
    return reply;
}

static http::Created<http::List<File>> send_files(http::Call& call, const http::Uploads<most_bytes_of_any>& uploads) {
    const auto contents = keep_all(library_of(call).store, uploads.files);
    return call.write([&](db::Tx& tx) { return http::Created<http::List<File>>{insert_all(tx, call.person(), contents, uploads.files)}; });
}

// ---- reading ----

using Rule = std::function<bool(db::Session&, const http::Viewer&, std::int64_t)>;

static bool holder_allows(http::Call& call, FileId id, const Rule& rule) {
    const auto holders = list_holders(call.read(), id);
    return std::any_of(holders.begin(), holders.end(), [&](std::int64_t record) { return rule(call.read(), call.viewer(), record); });
}

// The sender, or whom a record that holds the file lets by this rule. Else a file that is not there.
static StoredFile require_file(http::Call& call, FileId id, const Rule& rule) {
    auto file = find_file(call.read(), id);
    if (!file) throw http::not_found();
    const bool sender = file->sent_by && file->sent_by == call.person();
    if (!sender && !holder_allows(call, id, rule)) throw http::not_found();
    return *std::move(file);
}

// A name that ends as its content is, whatever its sender called it.
static std::string download_name(const StoredFile& file) {
    const auto ending = "." + std::string(facts(file.kind).extension);
    auto name = file.name.empty() ? "file" : file.name;
    if (!name.ends_with(ending)) name += ending;
    return name;
}

static http::Response hand_out(const Store& store, const std::string& hash, Kind kind) {
    auto content = store.open(hash);
    if (!content) throw http::not_found();
    const auto size = static_cast<std::uint64_t>(lseek(content.number(), 0, SEEK_END));
    lseek(content.number(), 0, SEEK_SET);
    http::Response response;
    response.body = http::FileBytes{std::move(content), size};
    response.headers.set("Content-Type", facts(kind).media_type);
    // Whatever a browser makes of it, it runs nothing and is no part of this site.
    response.headers.set("Content-Security-Policy", "sandbox; default-src 'none'; frame-ancestors 'none'");
    response.headers.set("Cache-Control", "private, max-age=3600");
    response.headers.set("ETag", '"' + hash + '"');  // strong: a download that broke off goes on with the same content
    return response;
}

static http::Response get_original(http::Call& call, FileId id) {
    const auto& library = library_of(call);
    const auto found = find_file(call.read(), id);
    const bool picture = found && facts(found->kind).group == Group::picture;
    const auto file = require_file(call, id, picture ? library.readers.may_edit : library.readers.may_read);
    auto response = hand_out(library.store, file.hash, file.kind);
    const auto group = facts(file.kind).group;
    const bool plays = group == Group::sound || group == Group::film;
    response.headers.set("Content-Disposition", std::string(plays ? "inline" : "attachment") + "; filename*=UTF-8''" +
                                                    http::encode_component(download_name(file)));
    return response;
}

static http::Response get_size(http::Call& call, FileId id, const http::Segment& size) {
    const auto& library = library_of(call);
    const auto file = require_file(call, id, library.readers.may_read);
    const auto made = find_made(call.read(), file.hash, size.value);
    if (!made) throw http::not_found();
    return hand_out(library.store, *made, size.value == "card" ? Kind::jpeg : Kind::webp);
}

static File describe_file(http::Call& call, FileId id) {
    require_file(call, id, library_of(call).readers.may_read);
    return get_file(call.read(), id);
}

void add_routes(http::Router& router) {
    router.post("/api/files", send_files, access::signed_in, http::WriteKind::upload);
    // Who may read a file follows from the records that hold it: require_file() looks.
    router.get("/api/files/{file}", describe_file, access::anyone);
    router.get("/files/{file}", get_original, access::anyone);
    router.get("/files/{file}/{size}", get_size, access::anyone);
    add_upload_routes(router);
}

}  // namespace files
