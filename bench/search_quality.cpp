// How well search finds known documents: recall@1, recall@10 and MRR@10 by kind of query.

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <filesystem>
#include <iostream>
#include <map>
#include <unordered_map>

#include "json_lines.hpp"
#include "search/index/index.hpp"

namespace {

constexpr std::size_t depth = 10;

struct Score {
    std::size_t queries = 0, first = 0, found = 0;
    double reciprocal = 0;

    void add(std::size_t place) {  // from 0; depth if it was not found
        ++queries;
        if (place >= depth) return;
        ++found;
        first += place == 0 ? 1 : 0;
        reciprocal += 1.0 / static_cast<double>(place + 1);
    }
    void add(const Score& other) {
        queries += other.queries;
        first += other.first;
        found += other.found;
        reciprocal += other.reciprocal;
    }
    [[nodiscard]] double share(double part) const { return queries == 0 ? 0 : part / static_cast<double>(queries); }
    [[nodiscard]] double recall_at_1() const { return share(static_cast<double>(first)); }
    [[nodiscard]] double recall_at_10() const { return share(static_cast<double>(found)); }
    [[nodiscard]] double mrr_at_10() const { return share(reciprocal); }
};

// Documents are numbered in the order in which they stand in their file, from 1.
std::unordered_map<std::string, std::int64_t> fill(const std::string& index, const std::string& path) {
    std::unordered_map<std::string, std::int64_t> numbers;
    search::IndexWriter writer(index);
    for (const auto& document : bench::read_documents(path)) {
        const auto number = static_cast<std::int64_t>(numbers.size() + 1);
        if (numbers.emplace(document.id, number).second) writer.put({number, document.title, document.text, {}});
    }
    writer.commit();
    return numbers;
}

std::map<std::string, Score> ask(const std::string& index, const std::string& path,
                                 const std::unordered_map<std::string, std::int64_t>& numbers) {
    std::map<std::string, Score> kinds;
    search::IndexReader reader(index);
    for (const auto& query : bench::read_queries(path)) {
        const auto wanted = numbers.find(query.document);
        const auto hits = reader.find(search::Question(query.query), {}, depth).hits;
        const auto place =
            std::find_if(hits.begin(), hits.end(), [&](const auto& hit) { return wanted != numbers.end() && hit.id == wanted->second; });
        kinds[query.kind()].add(place == hits.end() ? depth : static_cast<std::size_t>(place - hits.begin()));
    }
    return kinds;
}

std::string as_json(const Score& score) {
    return fmt::format(R"("recall@1":{:.4f},"recall@10":{:.4f},"mrr@10":{:.4f})", score.recall_at_1(), score.recall_at_10(),
                       score.mrr_at_10());
}

void report(const std::map<std::string, Score>& kinds) {
    Score all;
    double sum = 0;
    std::string by_kind;
    for (const auto& [kind, score] : kinds) {
        fmt::print("{:20} {:6} queries  recall@1 {:.4f}  recall@10 {:.4f}  mrr@10 {:.4f}\n", kind, score.queries, score.recall_at_1(),
                   score.recall_at_10(), score.mrr_at_10());
        by_kind +=
            fmt::format("{}{}:{{{}}}", by_kind.empty() ? "" : ",", boost::json::serialize(boost::json::string(kind)), as_json(score));
        all.add(score);
        sum += score.mrr_at_10();
    }
    const double mean = kinds.empty() ? 0 : sum / static_cast<double>(kinds.size());
    fmt::print("{{\"queries\":{},{},\"mean_mrr@10_of_kinds\":{:.4f},\"kinds\":{{{}}}}}\n", all.queries, as_json(all), mean, by_kind);
}

}  // namespace

int main(int argc, char** argv) {
    CLI::App app("How well search finds known documents (JSON lines: {id, title, text} and {id, query, doc_id})");
    std::string documents, queries;
    app.add_option("--docs", documents, "documents to search in")->required()->check(CLI::ExistingFile);
    app.add_option("--queries", queries, "questions, each with the document that answers it")->required()->check(CLI::ExistingFile);
    CLI11_PARSE(app, argc, argv);

    auto folder = (std::filesystem::temp_directory_path() / "lomwong-search-XXXXXX").string();
    if (mkdtemp(folder.data()) == nullptr) return 1;
    const auto index = folder + "/index.db";
    const auto numbers = fill(index, documents);
    report(ask(index, queries, numbers));
    std::filesystem::remove_all(folder);
}
