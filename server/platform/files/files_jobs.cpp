#include <stdexcept>

#include "base/json/json.hpp"
#include "files/file_queries.hpp"
#include "files/uploads/upload_queries.hpp"

namespace files {

struct WebSize {
    std::string_view name;
    decode::PictureOrder order;
};
static constexpr WebSize web_sizes[] = {{"thumb", {480, decode::WebFormat::webp}},
                                        {"page", {1280, decode::WebFormat::webp}},
                                        {"full", {2560, decode::WebFormat::webp}},
                                        {"card", {1200, decode::WebFormat::jpeg}}};

static decode::Outcome make_size(const Library& library, const std::string& hash, const WebSize& size) {
    const auto original = library.store.open(hash);
    if (!original) throw std::runtime_error("the store does not hold " + hash);
    auto outcome = library.cage.run(size.order, original.number());
    if (outcome.end == decode::End::deadline || outcome.end == decode::End::crashed)
        throw std::runtime_error(std::string(size.name) + " of " + hash + ": " + outcome.words);
    return outcome;
}

static void make_sizes(Library& library, const std::string& payload) {
    const auto hash = json::read_own<ContentJob>(payload).hash;
    if (!is_known(*library.database.read(), hash)) return;  // forgotten meanwhile
    for (const auto& size : web_sizes) {
        const auto outcome = make_size(library, hash, size);
        const auto kept = outcome.end == decode::End::done ? library.store.keep(outcome.made) : Refusal::file_kind_unknown;
        const auto* content = std::get_if<Content>(&kept);
        if (content == nullptr) return library.database.write([&](db::Tx& tx) { set_sizes(tx, hash, Sizes::failed); });
        library.database.write([&](db::Tx& tx) {
            if (is_known(tx, hash)) insert_made(tx, hash, size.name, content->hash);
        });
    }
    library.database.write([&](db::Tx& tx) { set_sizes(tx, hash, Sizes::made); });
}

static void forget_unheld(Library& library, const std::string& payload) {
    const auto file = json::read_own<FileJob>(payload).file;
    const auto hashes = library.database.write([&](db::Tx& tx) { return forget(tx, file); });
    // Who sends the same content at this moment has made it young again: then it stays, a stray until its row is written.
    for (const auto& hash : hashes) library.store.remove(hash, std::chrono::file_clock::now() - library.young);
}

static void sweep_strays(Library& library) {
    const auto before = std::chrono::file_clock::now() - library.young;
    for (const auto& hash : library.store.list())
        if (!is_known(*library.database.read(), hash)) library.store.remove(hash, before);
}

static void forget_uploads(Library& library) {
    library.database.write(delete_expired);
    for (const auto upload : library.partials.list()) {
        if (is_known(*library.database.read(), upload)) continue;
        if (auto partial = library.partials.lock(upload)) partial->remove();  // else next day
    }
}

void add_jobs(jobs::Handlers& handlers, Library& library) {
    handlers["files.make_sizes"] = {[&](const std::string& payload) { make_sizes(library, payload); }};
    handlers["files.forget_unheld"] = {[&](const std::string& payload) { forget_unheld(library, payload); }};
    handlers["files.sweep_strays"] = {
        .work = [&](const std::string&) { sweep_strays(library); }, .longest = std::chrono::hours(1), .every = std::chrono::hours(24)};
    handlers["files.forget_uploads"] = {.work = [&](const std::string&) { forget_uploads(library); }, .every = std::chrono::hours(24)};
}

}  // namespace files
