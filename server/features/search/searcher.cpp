#include "search/searcher.hpp"

#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

#include "areas/areas.hpp"
#include "base/thai_text.hpp"
#include "search/index/question.hpp"
#include "search/search_queries.hpp"

namespace search {

namespace {

constexpr int batch = 500;
constexpr std::string_view position_note = "journal position", maker_note = "made by";

// The tokens of an index depend on this program's rules (the number rises when they change) and on ICU's dictionary.
std::string maker() {
    return fmt::format("lomwong index 1, ICU {}", base::icu_version());
}

std::int64_t position(IndexWriter& writer) {
    const auto note = writer.note(position_note);
    return note.empty() ? 0 : std::stoll(note);
}

// Which file stands at this path; 0 if there is none.
std::uint64_t identity(const std::filesystem::path& file) {
    struct stat facts{};
    return ::stat(file.c_str(), &facts) == 0 ? facts.st_ino : 0;
}

void put(IndexWriter& writer, db::Session& db, const Source& source) {
    const auto place = [&](base::Language language) { return areas::path(db, source.area_id, language); };
    const auto text = fmt::format("{}\n{}\n{}\n{}\n{}", source.title_en, source.summary, source.body, place(base::Language::th),
                                  place(base::Language::en));
    writer.put({source.id.value, source.title, text, {source.kind, source.area_id.value, source.owner_id.value, source.happened_on.year}});
}

void remove_files(const std::filesystem::path& file) {
    for (const auto* ending : {"", "-wal", "-shm"}) std::filesystem::remove(file.string() + ending);
}

}  // namespace

Searcher::Searcher(db::Database& database, std::filesystem::path file) : database_(database), file_(std::move(file)) {}

Searcher::~Searcher() = default;

IndexWriter& Searcher::writer() {
    if (!writer_ || written_file_ != identity(file_)) {
        writer_ = std::make_unique<IndexWriter>(file_.string());
        written_file_ = identity(file_);
    }
    return *writer_;
}

std::int64_t Searcher::begin() {
    {
        const std::lock_guard writing(writing_);
        if (writer().note(maker_note) == maker() && !writer().is_mostly_dead()) return reached_ = position(writer());
    }
    rebuild();
    const std::lock_guard writing(writing_);
    return reached_ = position(writer());
}

std::int64_t Searcher::reached() {
    if (reached_ >= 0) return reached_;
    const std::lock_guard writing(writing_);
    return reached_ = position(writer());
}

std::int64_t Searcher::follow(std::span<const journal::Event> events) {
    const std::lock_guard writing(writing_);
    auto& index = writer();
    index.begin();
    auto done = position(index);
    auto lease = database_.read();
    std::set<std::int64_t> changed;
    for (const auto& event : events) {
        if (event.sequence <= done) continue;  // another process was here before
        if (event.record_id != 0)
            changed.insert(event.record_id);
        else
            for (const auto id : list_written_at(*lease, event.at)) changed.insert(id.value);
        done = event.sequence;
    }
    for (const auto id : changed) {
        if (const auto source = find_source(*lease, {id}))
            put(index, *lease, *source);
        else
            index.remove(id);
    }
    index.set_note(position_note, std::to_string(done));
    index.commit();
    return reached_ = done;
}

void Searcher::catch_up() {
    for (auto done = begin();;) {
        const auto events = journal::list_after(*database_.read(), done, batch);
        if (events.empty()) return;
        done = follow(events);
    }
}

std::int64_t Searcher::rebuild() {
    const std::lock_guard writing(writing_);
    writer_.reset();
    const auto fresh = file_.string() + ".new";
    remove_files(fresh);
    std::int64_t records = 0;
    {
        IndexWriter index(fresh);
        // Events from here on come again, which does no harm.
        index.set_note(position_note, std::to_string(journal::last_sequence(*database_.read())));
        index.set_note(maker_note, maker());
        auto lease = database_.read();
        for (records::RecordId last;;) {
            const auto sources = list_sources_after(*lease, last, batch);
            if (sources.empty()) break;
            for (const auto& source : sources) put(index, *lease, source);
            last = sources.back().id;
            records += static_cast<std::int64_t>(sources.size());
        }
        index.commit();
    }
    remove_files(file_.string());
    std::filesystem::rename(fresh, file_);
    return records;
}

Searcher::Lent Searcher::reader() {
    const std::lock_guard guard(lock_);
    const auto now = identity(file_);
    std::erase_if(readers_, [&](const auto& reader) { return reader->file != now; });
    if (readers_.empty()) readers_.push_back(std::make_unique<Reader>(IndexReader(file_.string()), now));
    Lent lent(readers_.back().release(), [this](Reader* used) {
        const std::lock_guard guard_again(lock_);
        readers_.emplace_back(used);
    });
    readers_.pop_back();
    return lent;
}

}  // namespace search
