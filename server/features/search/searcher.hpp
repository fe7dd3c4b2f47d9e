#pragma once

#include <atomic>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <span>
#include <string_view>
#include <vector>

#include "db/db.hpp"
#include "http/viewer.hpp"
#include "journal/journal.hpp"
#include "search/index/index.hpp"
#include "search/results.hpp"

namespace search {

// The index of one server and what asks it. Any thread.
class Searcher {
  public:
    // The file is made when it is first needed.
    Searcher(db::Database& database, std::filesystem::path file);
    ~Searcher();
    Searcher(const Searcher&) = delete;
    Searcher& operator=(const Searcher&) = delete;

    // Up to which event of the journal the index is done. An index made by another version of this program or of ICU, or one that is
    // mostly dead, is made again here.
    std::int64_t begin();
    // Brings in what the events changed; returns up to which event it is done now. For a journal::Follower, on one thread.
    std::int64_t follow(std::span<const journal::Event> events);
    // Up to which event of the journal the index knows. Any thread.
    std::int64_t reached();
    // For commands: follows all that is in the journal.
    void catch_up();
    // Makes the index again from all records, beside the old one, which serves until the new one is whole. Returns how many records it has.
    std::int64_t rebuild();

    // What the viewer may read of what is found. Nothing else is shown, counted or hinted at.
    Results search(db::Session& db, const http::Viewer& viewer, const Wanted& wanted);
    std::vector<Proposal> suggest(db::Session& db, const http::Viewer& viewer, std::string_view typed, std::size_t most);

  private:
    struct Reader {
        IndexReader index;
        std::uint64_t file;  // which one it reads: another one stands there once the index was made again
    };
    using Lent = std::unique_ptr<Reader, std::function<void(Reader*)>>;
    // A reader of the file that is in place now; comes back when it goes out of scope.
    Lent reader();
    IndexWriter& writer();

    db::Database& database_;
    std::filesystem::path file_;
    std::atomic<std::int64_t> reached_ = -1;  // not asked yet
    std::mutex lock_;
    std::vector<std::unique_ptr<Reader>> readers_;
    std::mutex writing_;
    std::unique_ptr<IndexWriter> writer_;
    std::uint64_t written_file_ = 0;
};

}  // namespace search
