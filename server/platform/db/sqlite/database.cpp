#include "db/sqlite/database.hpp"

#include <utility>

namespace db::sqlite {

using namespace std::chrono_literals;

Database::Database(std::string path, const Options& options, const base::Clock& clock)
    : db::Database(clock),
      path_(std::move(path)),
      patience_(options.patience),
      readers_([this] { return std::make_unique<Connection>(path_, Mode::read, patience_); }, options.readers, options.patience),
      writer_([this] { return connect_writer(); }, ids_, clock, commits_) {}

std::unique_ptr<Connection> Database::connect_writer() {
    if (!slot_) ids_.use_slot(slot_.emplace(path_).number());
    return std::make_unique<Connection>(path_, Mode::write, patience_);
}

void Database::hear_others() {
    watcher_ = std::jthread([this](const std::stop_token& stop) { watch(stop); });
}

// Another process may have written and gone without sealing its events: the sealer is woken, too.
void Database::tell_all() {
    commits_.beat();
    news_.beat();
}

// Our own commits are seen as well, which costs nothing.
void Database::watch(const std::stop_token& stop) {
    std::unique_ptr<Connection> connection;
    std::int64_t seen = 0;
    while (!stop.stop_requested()) {
        try {
            if (!connection) connection = std::make_unique<Connection>(path_, Mode::read, patience_);
            if (const auto version = connection->data_version(); version != std::exchange(seen, version)) tell_all();
        } catch (const Error&) {
            connection.reset();  // tried again below
        }
        rest(250ms, stop);
    }
}

}  // namespace db::sqlite
