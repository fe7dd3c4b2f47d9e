#include "search/index/postings.hpp"

#include <algorithm>

namespace search {
namespace {

constexpr char trigram_mark = '+', title_mark = '^';  // no word begins with them
constexpr std::size_t longest_run = 900;              // bytes; longer rows would leave their page

void append_varint(std::string& out, std::uint32_t value) {
    for (; value >= 0x80; value >>= 7) out += static_cast<char>(value | 0x80);
    out += static_cast<char>(value);
}

std::uint32_t take_varint(std::string_view& bytes) {
    std::uint32_t value = 0;
    for (int shift = 0; !bytes.empty() && shift < 32; shift += 7) {
        const auto byte = static_cast<std::uint8_t>(bytes.front());
        bytes.remove_prefix(1);
        value |= static_cast<std::uint32_t>(byte & 0x7F) << shift;
        if (byte < 0x80) break;
    }
    return value;
}

template <class Take>
void each_posting(std::uint32_t row, std::string_view entries, Take&& take) {
    while (entries.size() >= 2) {
        row += take_varint(entries);
        if (entries.empty()) return;
        take(Posting{row, static_cast<std::uint8_t>(entries.front())});
        entries.remove_prefix(1);
    }
}

bool is_full(const PostingsRun& run) {
    return run.entries.size() >= longest_run;
}

}  // namespace

void PostingsRun::add(Posting posting) {
    if (documents == 0) {
        first = last = posting.row;
    } else if (posting.row == last) {
        const auto count = static_cast<std::uint8_t>(entries.back());
        entries.back() = static_cast<char>(std::min(255, count + posting.count));
        return;
    }
    append_varint(entries, posting.row - last);
    entries += static_cast<char>(posting.count);
    last = posting.row;
    ++documents;
}

std::string stored_term(TokenKind kind, std::string_view token) {
    std::string out;
    if (kind != TokenKind::word) out += kind == TokenKind::trigram ? trigram_mark : title_mark;
    return out += token;
}

void PostingsWriter::create(Connection& connection) {
    connection.execute(
        "CREATE TABLE IF NOT EXISTS postings(term BLOB NOT NULL, first INTEGER NOT NULL, documents INTEGER NOT NULL,"
        " entries BLOB NOT NULL, PRIMARY KEY(term, first)) WITHOUT ROWID, STRICT");
}

PostingsWriter::PostingsWriter(Connection& connection)
    : last_run_(connection.prepare("SELECT first, documents, entries FROM postings WHERE term = ?1 ORDER BY first DESC LIMIT 1")),
      put_(connection.prepare("INSERT OR REPLACE INTO postings(term, first, documents, entries) VALUES(?1, ?2, ?3, ?4)")) {}

void PostingsWriter::add(TokenKind kind, std::string_view token, Posting posting) {
    auto& terms = terms_[static_cast<std::size_t>(kind)];
    auto found = terms.find(token);
    if (found == terms.end()) found = terms.emplace(token, PostingsRun{}).first;
    found->second.add(posting);
    ++pending_count_;
}

void PostingsWriter::flush() {
    for (const auto kind : {TokenKind::word, TokenKind::trigram, TokenKind::title}) flush(kind);
    pending_count_ = 0;
}

void PostingsWriter::flush(TokenKind kind) {
    auto& terms = terms_[static_cast<std::size_t>(kind)];
    std::vector<const Terms::value_type*> sorted;
    sorted.reserve(terms.size());
    for (const auto& term : terms) sorted.push_back(&term);
    std::sort(sorted.begin(), sorted.end(), [](const auto* a, const auto* b) { return a->first < b->first; });
    for (const auto* term : sorted) append(stored_term(kind, term->first), term->second);
    terms.clear();
}

PostingsRun PostingsWriter::last_run(const std::string& term) {
    PostingsRun run;
    const Rewind rewind(last_run_);
    last_run_.bind_blob(1, term);
    if (!last_run_.step()) return run;
    run = {static_cast<std::uint32_t>(last_run_.integer(0)), 0, static_cast<std::uint32_t>(last_run_.integer(1)),
           std::string(last_run_.text(2))};
    each_posting(run.first, run.entries, [&](Posting posting) { run.last = posting.row; });
    return run;
}

void PostingsWriter::append(const std::string& term, const PostingsRun& pending) {
    const auto write = [&](const PostingsRun& run) {
        put_.bind_blob(1, term).bind(2, std::int64_t{run.first}).bind(3, std::int64_t{run.documents}).bind_blob(4, run.entries).run();
    };
    auto run = last_run(term);
    if (is_full(run)) run = {};
    each_posting(pending.first, pending.entries, [&](Posting posting) {
        run.add(posting);
        if (!is_full(run)) return;
        write(run);
        run = {};
    });
    if (run.documents > 0) write(run);
}

PostingsReader::PostingsReader(Connection& connection)
    : count_(connection.prepare("SELECT sum(documents) FROM postings WHERE term = ?1")),
      runs_(connection.prepare("SELECT first, entries FROM postings WHERE term = ?1 ORDER BY first")),
      next_term_(connection.prepare("SELECT term FROM postings WHERE term >= ?1 ORDER BY term LIMIT 1")) {}

std::int64_t PostingsReader::count(const std::string& term) {
    const Rewind rewind(count_);
    count_.bind_blob(1, term);
    return count_.step() ? count_.integer(0) : 0;
}

void PostingsReader::read(const std::string& term, const std::function<void(Posting)>& take) {
    const Rewind rewind(runs_);
    runs_.bind_blob(1, term);
    while (runs_.step()) each_posting(static_cast<std::uint32_t>(runs_.integer(0)), runs_.text(1), take);
}

std::vector<std::string> PostingsReader::starting_with(const std::string& prefix, std::size_t most) {
    std::vector<std::string> out;
    for (std::string from = prefix; out.size() < most;) {
        const Rewind rewind(next_term_);
        next_term_.bind_blob(1, from);
        if (!next_term_.step() || !next_term_.text(0).starts_with(prefix)) break;
        out.emplace_back(next_term_.text(0));
        from = out.back() + '\0';
    }
    return out;
}

}  // namespace search
