#include "search/index/index.hpp"
#include "search/index/ranking.hpp"

namespace search {
namespace {

constexpr std::size_t most_pending = 8'000'000;  // postings in memory: about 50 MB of text

Connection open(const std::string& path) {
    Connection connection(path, Connection::File::made_if_missing);
    connection.execute(
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;"
        "CREATE TABLE IF NOT EXISTS notes(name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID, STRICT;"
        // A document that changes gets a new row; postings of its old row are dead, because no document has that row any more.
        "CREATE TABLE IF NOT EXISTS documents(row INTEGER PRIMARY KEY AUTOINCREMENT, id INTEGER NOT NULL UNIQUE, title TEXT NOT NULL, kind "
        "TEXT NOT NULL, area INTEGER NOT NULL,"
        " owner INTEGER NOT NULL, year INTEGER NOT NULL, length INTEGER NOT NULL) STRICT;");
    PostingsWriter::create(connection);
    return connection;
}

}  // namespace

IndexWriter::IndexWriter(const std::string& path)
    : connection_(open(path)),
      postings_(connection_),
      drop_(connection_.prepare("DELETE FROM documents WHERE id = ?1")),
      add_(connection_.prepare(
          "INSERT INTO documents(id, title, kind, area, owner, year, length) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7) RETURNING row")),
      rows_(connection_.prepare("SELECT count(*), coalesce(max(row), 0) FROM documents")),
      find_note_(connection_.prepare("SELECT value FROM notes WHERE name = ?1")),
      put_note_(connection_.prepare("INSERT OR REPLACE INTO notes(name, value) VALUES(?1, ?2)")) {}

void IndexWriter::begin() {
    if (!open_) connection_.execute("BEGIN IMMEDIATE");
    open_ = true;
}

std::uint32_t IndexWriter::add(const Document& document, std::size_t length) {
    const auto& facts = document.facts;
    const Rewind rewind(add_);
    add_.bind(1, document.id).bind(2, document.title).bind(3, facts.kind).bind(4, facts.area).bind(5, facts.owner);
    add_.bind(6, std::int64_t{facts.year}).bind(7, static_cast<std::int64_t>(length)).step();
    return static_cast<std::uint32_t>(add_.integer(0));
}

void IndexWriter::put(const Document& document) {
    remove(document.id);
    const Analysis title(document.title), text(document.text);
    const auto row = add(document, title.clusters().size() + text.clusters().size());
    title.each_token([&](TokenKind kind, std::string_view token) { postings_.add(kind, token, {row, title_hits}); });
    title.each_start([&](std::string_view token) { postings_.add(TokenKind::title, token, {row, 1}); });
    text.each_token([&](TokenKind kind, std::string_view token) { postings_.add(kind, token, {row, 1}); });
    if (postings_.pending() > most_pending) postings_.flush();
}

void IndexWriter::remove(std::int64_t id) {
    begin();
    drop_.bind(1, id).run();
}

void IndexWriter::commit() {
    if (!open_) return;
    postings_.flush();
    connection_.execute("COMMIT");
    open_ = false;
}

bool IndexWriter::is_mostly_dead() {
    constexpr std::int64_t few = 10'000;
    const Rewind rewind(rows_);
    rows_.step();
    const auto alive = rows_.integer(0), ever = rows_.integer(1);
    return ever > few && alive * 3 < ever;
}

std::string IndexWriter::note(std::string_view name) {
    const Rewind rewind(find_note_);
    find_note_.bind(1, name);
    return find_note_.step() ? std::string(find_note_.text(0)) : "";
}

void IndexWriter::set_note(std::string_view name, std::string_view value) {
    begin();
    put_note_.bind(1, name).bind(2, value).run();
}

}  // namespace search
