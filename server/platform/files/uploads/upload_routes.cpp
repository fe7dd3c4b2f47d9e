#include "files/uploads/upload_routes.hpp"

#include "base/json/json.hpp"
#include "files/file_queries.hpp"
#include "files/uploads/part.hpp"
#include "http/router.hpp"

// Uploads that go on where they broke off, by the tus protocol: begun, sent in parts of any size, made a file. An upload is its sender's
// alone.
namespace files {
namespace {

// Of one person at one time. The bytes are those announced: who begins an upload takes the room for it.
constexpr std::int64_t most_unfinished = 20;
constexpr std::int64_t most_unfinished_bytes = std::int64_t{1} << 30;

Library& library_of(const http::Call& call) {
    return call.services().equipment.get<Library>();
}

std::string address_of(UploadId id) {
    return "/api/uploads/" + std::to_string(id.value);
}

StoredUpload get_upload(http::Call& call, UploadId id) {
    auto upload = find_upload(call.read(), call.person(), id);
    if (!upload) throw tus::refused(404, "not_found");
    if (upload->expires_at <= call.now()) throw tus::refused(410, "upload_expired");
    return *std::move(upload);
}

struct Locked {
    StoredUpload upload;
    Partial partial;
};

Locked lock(http::Call& call, UploadId id) {
    get_upload(call, id);
    auto partial = library_of(call).partials.lock(id);
    if (!partial) throw tus::refused(423, "upload_in_use");
    // Read anew, and not of the moment that this call reads of: who had it until now may have made it a file, or given it up.
    auto upload = call.write_unkept([&](db::Tx& tx) { return find_upload(tx, call.person(), id); });
    if (!upload || upload->file_id) partial->remove();
    if (!upload) throw tus::refused(404, "not_found");
    return {*std::move(upload), *std::move(partial)};
}

http::Response tell_protocol(http::Call&) {
    auto response = tus::reply(204);
    response.headers.set("Tus-Version", tus::version);
    response.headers.set("Tus-Extension", tus::extensions);
    response.headers.set("Tus-Checksum-Algorithm", tus::algorithms);
    response.headers.set("Tus-Max-Size", std::to_string(most_bytes_of_any));
    return response;
}

// ---- beginning ----

void require_room(db::Tx& tx, base::PersonId sender, std::int64_t length) {
    const auto unfinished = count_unfinished(tx, sender);
    if (unfinished.count >= most_unfinished || unfinished.bytes + length > most_unfinished_bytes)
        throw tus::refused(429, "uploads_unfinished", {{"count", std::to_string(unfinished.count)}});
}

// With the same Idempotency-Key it is the same upload again: so a browser that was closed finds it without having kept its address.
http::Response begin_upload(http::Call& call) {
    tus::require_version(call.request());
    const auto length = tus::read_whole(call.request(), "Upload-Length", "upload_length_missing");
    const auto name = tus::read_file_name(call.request());
    if (length > static_cast<std::int64_t>(most_bytes_of_any)) throw tus::refused(413, "file_too_large", {{"name", name}});
    const auto upload = call.write([&](db::Tx& tx) {
        require_room(tx, call.person(), length);
        return insert_upload(tx, call.person(), name, length);
    });
    auto response = tus::reply(201);
    response.headers.set("Location", address_of(upload.id));
    response.headers.set("Upload-Expires", tus::http_date(upload.expires_at));
    return response;
}

// ---- sending ----

void require_fitting(const http::Call& call, const StoredUpload& upload, std::int64_t come) {
    if (upload.file_id) throw tus::refused(410, "upload_finished");
    const auto offset = tus::read_whole(call.request(), "Upload-Offset", "upload_offset_missing");
    if (offset != come) throw tus::refused(409, "upload_offset_differs", {{"offset", std::to_string(come)}});
    const bool has_length = !call.header("Content-Length").empty();
    if (has_length && tus::read_whole(call.request(), "Content-Length", "bad_request") > upload.length - come)
        throw tus::refused(413, "upload_longer_than_announced");
}

http::Receiving<most_bytes_of_any> receive_part(http::Call& call, UploadId id) {
    auto [upload, partial] = lock(call, id);
    tus::require_version(call.request());
    tus::require_part_type(call.request());
    require_fitting(call, upload, partial.size());
    auto checksum = tus::read_checksum(call.request());
    std::optional<Part::Proof> proof;
    if (checksum) proof = Part::Proof{*std::move(checksum), library_of(call).partials.open_nameless()};
    return {std::make_unique<Part>(std::move(upload), std::move(partial), std::move(proof))};
}

http::Response tell_offset(http::Call& call, UploadId id) {
    const auto upload = get_upload(call, id);
    if (call.request().method == http::Method::head) tus::require_version(call.request());
    auto response = tus::reply(200);
    describe(response, upload, upload.file_id ? upload.length : library_of(call).partials.count_kept(id));
    response.headers.set("Upload-Length", std::to_string(upload.length));
    return response;
}

// ---- ending ----

Content keep(http::Call& call, const StoredUpload& upload, const Partial& partial) {
    const auto come = partial.size();
    if (come != upload.length) throw tus::refused(409, "upload_unfinished", {{"offset", std::to_string(come)}});
    auto kept = library_of(call).store.keep(partial.number());
    if (const auto* refusal = std::get_if<Refusal>(&kept))
        throw http::Problem(422, "invalid_input").at("/file", base::name_of(*refusal), {{"name", upload.name}});
    return std::get<Content>(std::move(kept));
}

File get_sent(db::Session& db, FileId id) {
    if (!find_file(db, id)) throw http::not_found();  // nobody held it, and it was forgotten
    return get_file(db, id);
}

// Asked twice it is the same file.
http::Created<File> make_file(http::Call& call, UploadId id) {
    auto [upload, partial] = lock(call, id);
    if (upload.file_id) return {get_sent(call.read(), *upload.file_id)};
    const auto content = keep(call, upload, partial);
    auto file = call.write([&, name = upload.name](db::Tx& tx) {
        auto sent = send(tx, call.person(), content, name);
        set_file(tx, id, sent.id);
        return http::Created<File>{std::move(sent)};
    });
    partial.remove();
    return file;
}

http::Response give_up(http::Call& call, UploadId id) {
    auto locked = lock(call, id);
    tus::require_version(call.request());
    call.write([&](db::Tx& tx) { delete_upload(tx, id); });
    locked.partial.remove();
    return tus::reply(204);
}

}  // namespace

void add_upload_routes(http::Router& router) {
    router.options("/api/uploads", tell_protocol, access::anyone);
    router.post("/api/uploads", begin_upload, access::signed_in, http::WriteKind::upload);
    router.get("/api/uploads/{upload}", tell_offset, access::signed_in);
    router.patch("/api/uploads/{upload}", receive_part, access::signed_in, http::WriteKind::upload);
    router.del("/api/uploads/{upload}", give_up, access::signed_in, http::WriteKind::upload);
    router.post("/api/uploads/{upload}/file", make_file, access::signed_in, http::WriteKind::upload);
}

}  // namespace files
