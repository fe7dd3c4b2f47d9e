#include "faults/whole_server.hpp"

#include "faults/notes.hpp"
#include "http/idempotency.hpp"

namespace faults {

namespace {

Count count(http::Call& call) {
    return call.read().one<Count>("SELECT count(*) AS notes FROM notes");
}

void write(http::Call& call, const Note& note) {
    call.write([&](db::Tx& tx) { tx.run("INSERT INTO notes (id, text) VALUES ($1, $2)", tx.new_id<NoteId>(), note.text.value); });
}

}  // namespace

WholeServer::Routes::Routes() {
    get("/api/notes", count, access::anyone);
    post("/api/notes", write, access::anyone, http::WriteKind::record);
}

WholeServer::WholeServer(std::unique_ptr<db::Database> opened)
    : database_{std::move(opened)}, services_{*database_, db::testing::Fresh::system_clock()}, server_{{}, site_} {
    database_->migrate(db::together({http::migrations(), std::span{&notes_table, 1}}));
    thread_ = std::thread{[this] { server_.run(); }};
}

WholeServer::~WholeServer() {
    stop();
}

void WholeServer::stop() {
    server_.stop();
    if (thread_.joinable()) thread_.join();
}

std::string WholeServer::count_notes() const {
    return connect().exchange("GET /api/notes HTTP/1.1\r\nHost: h\r\n\r\n");
}

std::string WholeServer::health() const {
    return connect().exchange("GET /healthz HTTP/1.1\r\nHost: h\r\n\r\n");
}

std::string WholeServer::write_note(std::string_view text) const {
    const auto body = R"({"text":")" + std::string{text} + "\"}";
    return connect().exchange("POST /api/notes HTTP/1.1\r\nHost: h\r\nContent-Type: application/json\r\nContent-Length: " +
                              std::to_string(body.size()) + "\r\n\r\n" + body);
}

bool has(std::string_view text, std::string_view part) {
    return text.find(part) != std::string_view::npos;
}

}  // namespace faults
