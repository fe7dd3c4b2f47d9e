// How fast search answers and writes, and how large the index is, over many documents.

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <chrono>
#include <filesystem>
#include <random>
#include <thread>

#include "base/thai_text.hpp"
#include "json_lines.hpp"
#include "search/index/index.hpp"

namespace {

using Steady = std::chrono::steady_clock;

double seconds_since(Steady::time_point start) {
    return std::chrono::duration<double>(Steady::now() - start).count();
}

// More documents of the same language and length: each is made of runs of pieces (between spaces) that stand together somewhere in the set.
class Mixer {
  public:
    explicit Mixer(const std::vector<bench::Document>& documents) : documents_(documents) {
        for (const auto& document : documents)
            for (std::size_t at = 0; at < document.text.size();) {
                const auto end = std::min(document.text.find_first_of(" \n", at), document.text.size());
                if (end > at) pieces_.emplace_back(document.text.substr(at, end - at));
                at = end + 1;
            }
    }

    bench::Document next() {
        constexpr std::size_t run = 6;
        bench::Document out{"", any(documents_).title, ""};
        const auto length = any(documents_).text.size();
        while (out.text.size() < length) {
            const auto begin = std::uniform_int_distribution<std::size_t>(0, pieces_.size() - 1)(random_);
            for (auto at = begin; at < std::min(begin + run, pieces_.size()); ++at) (out.text += pieces_[at]) += ' ';
        }
        return out;
    }

  private:
    template <class T>
    const T& any(const std::vector<T>& of) {
        return of[std::uniform_int_distribution<std::size_t>(0, of.size() - 1)(random_)];
    }

    const std::vector<bench::Document>& documents_;
    std::vector<std::string> pieces_;
    std::mt19937_64 random_{1};
};

struct Written {
    double bytes = 0, seconds = 0;
};

Written write(const std::string& index, const std::vector<bench::Document>& documents, std::size_t count) {
    search::IndexWriter writer(index);
    Mixer mixer(documents);
    Written out;
    for (std::size_t at = 0; at < count; ++at) {
        const auto document = at < documents.size() ? documents[at] : mixer.next();
        out.bytes += static_cast<double>(document.title.size() + document.text.size());
        const auto start = Steady::now();
        writer.put({static_cast<std::int64_t>(at + 1), document.title, document.text, {}});
        out.seconds += seconds_since(start);
    }
    const auto start = Steady::now();
    writer.commit();
    out.seconds += seconds_since(start);
    return out;
}

std::vector<double> ask(const std::string& index, const std::vector<bench::Query>& queries) {
    search::IndexReader reader(index);
    reader.find(search::Question(queries.front().query), {}, 10);  // learns of the documents, as a server does once
    std::vector<double> milliseconds;
    for (const auto& query : queries) {
        const auto start = Steady::now();
        reader.find(search::Question(query.query), {}, 10);
        milliseconds.push_back(seconds_since(start) * 1000);
    }
    std::sort(milliseconds.begin(), milliseconds.end());
    return milliseconds;
}

}  // namespace

int main(int argc, char** argv) {
    CLI::App app("How fast search answers and writes (JSON lines: {id, title, text} and {id, query, doc_id})");
    std::string documents_path, queries_path, folder = ".";
    std::size_t count = 100'000, asked = 2'000;
    int runs = 3;
    app.add_option("--docs", documents_path, "documents; mixed to more of their like until there are enough")
        ->required()
        ->check(CLI::ExistingFile);
    app.add_option("--queries", queries_path, "questions to ask")->required()->check(CLI::ExistingFile);
    app.add_option("--documents", count, "how many documents")->capture_default_str();
    app.add_option("--ask", asked, "how many of the questions, taken evenly")->capture_default_str();
    app.add_option("--runs", runs, "how often they are asked")->capture_default_str();
    app.add_option("--folder", folder, "where the index lies meanwhile")->capture_default_str();
    CLI11_PARSE(app, argc, argv);

    const auto documents = bench::read_documents(documents_path);
    auto all = bench::read_queries(queries_path);
    if (documents.empty() || all.empty()) return 1;
    std::shuffle(all.begin(), all.end(), std::mt19937_64{1});
    all.resize(std::min(all.size(), asked));

    const auto index = (std::filesystem::path(folder) / "bench-search.db").string();
    for (const auto* ending : {"", "-wal", "-shm"}) std::filesystem::remove(index + ending);
    fmt::print("cores {} · engine SQLite {} · ICU {} · {} documents · {} questions\n", std::thread::hardware_concurrency(),
               sqlite3_libversion(), base::icu_version(), count, all.size());
    const auto written = write(index, documents, count);
    const auto size = static_cast<double>(std::filesystem::file_size(index));
    fmt::print("text {:.0f} MB · written {:.1f} MB/s (goal 6) · index {:.2f} of the text (goal 1.2)\n", written.bytes / 1e6,
               written.bytes / 1e6 / written.seconds, size / written.bytes);
    for (int run = 1; run <= runs; ++run) {
        const auto times = ask(index, all);
        fmt::print("run {}: p50 {:.1f} ms (goal 10) · p99 {:.1f} ms (goal 50) · longest {:.1f} ms\n", run, times[times.size() / 2],
                   times[times.size() * 99 / 100], times.back());
    }
    for (const auto* ending : {"", "-wal", "-shm"}) std::filesystem::remove(index + ending);
}
