#include "goals/values/import.hpp"

#include <sodium.h>

#include <algorithm>
#include <array>
#include <future>
#include <map>
#include <tuple>
#include <utility>

#include "base/json/json.hpp"
#include "goals/counted/counted_queries.hpp"
#include "goals/indicator/indicator_queries.hpp"
#include "goals/rollup/series.hpp"
#include "goals/table/survey.hpp"
#include "goals/values/value_import_queries.hpp"
#include "http/problem.hpp"
#include "journal/journal.hpp"

namespace goals {

namespace {

constexpr std::size_t rows_a_write = 10'000;

// What the journal keeps of one chunk.
struct ChunkNote {
    std::string source;
    std::string file_hash;
    std::int64_t values{};
    std::string hash;  // of the values, in the order in which they were written
};
BOOST_DESCRIBE_STRUCT(ChunkNote, (), (source, file_hash, values, hash))

std::string hash_of(std::span<const NewValue> values) {
    crypto_generichash_state state;
    std::array<unsigned char, crypto_generichash_BYTES> hash;
    crypto_generichash_init(&state, nullptr, 0, hash.size());
    for (const auto& value : values) {
        const std::array<std::int64_t, 6> numbers{value.series.value,
                                                  value.area.value,
                                                  static_cast<std::int64_t>(value.state),
                                                  value.numerator.value,
                                                  value.denominator.has_value() ? 1 : 0,
                                                  value.denominator.value_or(base::Decimal{}).value};
        crypto_generichash_update(&state, reinterpret_cast<const unsigned char*>(numbers.data()), sizeof numbers);
    }
    crypto_generichash_final(&state, hash.data(), hash.size());
    std::string text(hash.size() * 2 + 1, '\0');
    sodium_bin2hex(text.data(), text.size(), hash.data(), hash.size());
    text.pop_back();
    return text;
}

// Two tables that come in at once take turns. Who could not have one in time tries again: nothing of its chunk was written.
template <class Work>
auto patiently(const Work& work) {
    constexpr int most_turns = 20;
    for (int turn = 1;; ++turn) {
        try {
            return work();
        } catch (const db::Busy&) {
            if (turn == most_turns) throw;
        }
    }
}

// What became of a chunk, or of a part of it.
struct Written {
    std::int64_t written{};
    std::int64_t unchanged{};
    std::vector<base::WrongRow> refused;

    void refuse(const ReadValue& value, std::string_view why) {
        refused.push_back({value.line, "value", std::string(why), base::to_text(value.numerator)});
    }
};

// While a chunk is written, the next one is read.
class ValuesImport {
  public:
    ValuesImport(db::Database& database, const ValuesOrder& order, const OnRefused& on_refused)
        : database_(database), order_(order), on_refused_(on_refused), ground_(ground_of(*database.read(), order.today)) {
        ground_.find_indicator = [&database](const std::string& code) { return find_indicator(*database.read(), code); };
    }

    ValuesTally run(const OpenTable& open) && {
        if (order_.unknown == Unknown::create) create_indicators(open());
        ValueReader reader(open(), ground_);
        reader_ = &reader;
        tally_.missing_columns = reader.missing_columns();
        tally_.unknown_columns = reader.unknown_columns();
        if (!tally_.missing_columns.empty()) return std::move(tally_);
        while (const auto row = reader.next()) take(*row);
        write_chunk();
        await_chunk();
        tally_.remarks = reader.remarks();
        return std::move(tally_);
    }

  private:
    void create_indicators(LineReader lines) {
        const auto unknown = find_unknown_indicators(std::move(lines), ground_);
        if (unknown.empty()) return;
        patiently([&] {
            database_.write([&](db::Tx& tx) {
                for (const auto& [code, level] : unknown)
                    if (!find_indicator(tx, code)) create_plain(tx, code, level);
            });
        });
        for (const auto& [code, level] : unknown) tally_.created.push_back(code);
    }

    void take(const ValueReader::Row& row) {
        ++tally_.rows;
        if (const auto* wrong = std::get_if<base::WrongRow>(&row)) return refuse(*wrong);
        const auto& value = std::get<ReadValue>(row);
        if (is_counted(value)) return refuse({value.line, "value", "value_counted", base::to_text(value.numerator)});
        chunk_.push_back(value);
        if (chunk_.size() == rows_a_write) write_chunk();
    }

    void refuse(const base::WrongRow& wrong) {
        ++tally_.refused;
        ++tally_.reasons[wrong.code];
        on_refused_(wrong);
    }

    // What Lomwong counts itself is not brought in.
    bool is_counted(const ReadValue& value) {
        const auto [at, is_new] = counted_.try_emplace(value.series);
        if (is_new) at->second = find_counter(*database_.read(), reader_->series()[value.series].indicator).has_value();
        return at->second;
    }

    void write_chunk() {
        if (chunk_.empty()) return;
        await_chunk();
        learn_series();
        std::ranges::sort(chunk_, {}, [&](const ReadValue& value) { return std::tuple(series_[value.series], value.area); });
        being_written_ = std::async(std::launch::async, [this, chunk = std::exchange(chunk_, {})] {
            Written outcome;
            write(chunk, outcome);
            let_others_in(database_);
            return outcome;
        });
    }

    void await_chunk() {
        if (!being_written_.valid()) return;
        const auto outcome = being_written_.get();
        tally_.written += outcome.written;
        tally_.unchanged += outcome.unchanged;
        for (const auto& wrong : outcome.refused) refuse(wrong);
    }

    void learn_series() {
        const auto& keys = reader_->series();
        if (series_.size() == keys.size()) return;
        const auto learnt = patiently([&] {
            return database_.write([&](db::Tx& tx) {
                std::vector<SeriesId> ids;
                for (auto i = series_.size(); i < keys.size(); ++i)
                    ids.push_back(get_series(tx, keys[i].indicator, keys[i].period, keys[i].breakdown));
                return ids;
            });
        });
        series_.insert(series_.end(), learnt.begin(), learnt.end());
    }

    // Where a sum would not fit into its number, the values that are to blame are found by halving.
    void write(std::span<const ReadValue> some, Written& outcome) const {
        try {
            note(some, patiently([&] { return store(some); }), outcome);
        } catch (const http::Problem& problem) {
            if (problem.code() != "sum_too_large") throw;
            if (some.size() == 1) return outcome.refuse(some[0], problem.code());
            write(some.first(some.size() / 2), outcome);
            write(some.subspan(some.size() / 2), outcome);
        }
    }

    [[nodiscard]] Stored store(std::span<const ReadValue> some) const {
        std::vector<NewValue> values;
        values.reserve(some.size());
        for (const auto& read : some) values.push_back({series_[read.series], read.area, read.state, read.numerator, read.denominator});
        const auto words = json::write(ChunkNote{order_.source, order_.file_hash, std::ssize(values), hash_of(values)});
        return database_.write([&](db::Tx& tx) {
            const auto entry = insert_entry(tx, {order_.by, order_.source, order_.file_hash});
            auto stored = goals::store(tx, entry, Stage::approved, values);
            if (stored.written == 0) {
                delete_entry(tx, entry);
            } else {
                journal::Revision note;
                note.body = words;
                journal::record(tx, order_.by, "goals.values_imported", note);
            }
            return stored;
        });
    }

    static void note(std::span<const ReadValue> some, const Stored& stored, Written& outcome) {
        outcome.written += stored.written;
        outcome.unchanged += stored.unchanged;
        for (const auto place : stored.locked) outcome.refuse(some[place], "value_locked");
    }

    db::Database& database_;
    const ValuesOrder& order_;
    const OnRefused& on_refused_;
    Ground ground_;
    ValueReader* reader_ = nullptr;
    std::vector<SeriesId> series_;         // of the reader's series
    std::map<std::size_t, bool> counted_;  // of these
    std::vector<ReadValue> chunk_;
    ValuesTally tally_;
    std::future<Written> being_written_;  // the last member: whatever ends this waits for it first
};

}  // namespace

Ground ground_of(db::Session& db, base::Date today) {
    return {.areas = areas::list_lives(db),
            .find_indicator = [&db](const std::string& code) { return find_indicator(db, code); },
            .today = today};
}

ValuesTally import_values(db::Database& database, const ValuesOrder& order, const OpenTable& open, const OnRefused& on_refused) {
    return ValuesImport(database, order, on_refused).run(open);
}

}  // namespace goals
