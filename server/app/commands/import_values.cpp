#include <array>
#include <chrono>
#include <fstream>
#include <iostream>
#include <memory>
#include <stdexcept>

#include "app/commands/commands.hpp"
#include "app/wiring.hpp"
#include "backup/hash.hpp"
#include "base/csv.hpp"
#include "base/locale.hpp"
#include "goals/goals.hpp"

namespace app {

static constexpr int some_refused = 3;
static constexpr std::int64_t rows_told = 20;

static std::string in_words(const std::string& problem) {
    return base::say(base::Language::en, "problem_" + problem, {});
}

static std::shared_ptr<std::ifstream> open_file(const std::string& name) {
    auto file = std::make_shared<std::ifstream>(name, std::ios::binary);
    if (!*file) throw std::runtime_error(name + ": cannot be read");
    return file;
}

static std::size_t fill(std::ifstream& file, std::span<char> space) {
    file.read(space.data(), std::ssize(space));
    return static_cast<std::size_t>(file.gcount());
}

static std::string hash_of(const std::string& name) {
    const auto file = open_file(name);
    std::vector<char> block(1 << 20);
    backup::Hash hash;
    while (const auto size = fill(*file, block)) hash.add({block.data(), size});
    return hash.hexadecimal();
}

namespace {

// The first refused rows go to the terminal, all of them to a table on wish.
class RefusedRows {
  public:
    explicit RefusedRows(const std::string& table) {
        if (table.empty()) return;
        table_.open(table, std::ios::binary);
        if (!table_) throw std::runtime_error(table + ": cannot be written");
        table_ << "line,column,value,reason\n";
    }

    void add(const base::WrongRow& row) {
        const auto reason = in_words(row.code);
        if (table_.is_open())
            table_ << row.line << ',' << row.column << ',' << base::csv::cell(row.value) << ',' << base::csv::cell(reason) << '\n';
        if (told_++ >= rows_told) return;
        std::cout << "line " << row.line;
        if (!row.column.empty()) std::cout << ", " << row.column << " '" << row.value << '\'';
        std::cout << ": " << reason << '\n';
    }

    // How many were not told one by one.
    [[nodiscard]] std::int64_t silent() const { return std::max<std::int64_t>(0, told_ - rows_told); }

  private:
    std::ofstream table_;
    std::int64_t told_ = 0;
};

}  // namespace

static void tell_remarks(const goals::Remarks& remarks) {
    if (remarks.rounded > 0) std::cout << remarks.rounded << " numbers rounded to six decimals\n";
    if (remarks.minus_zeros > 0) std::cout << remarks.minus_zeros << " times -0 taken as 0\n";
    if (remarks.bare_percent > 0)
        std::cout << remarks.bare_percent << " shares came without a denominator: in figures above them each area counts alike\n";
    if (remarks.open_end) std::cout << "the last line has no end: the file may be cut off\n";
}

static void tell(const goals::ValuesTally& tally, double seconds) {
    for (const auto& column : tally.missing_columns) std::cout << "column missing: " << column << '\n';
    for (const auto& column : tally.unknown_columns) std::cout << "column not used: " << column << '\n';
    for (const auto& code : tally.created) std::cout << "indicator created: " << code << '\n';
    tell_remarks(tally.remarks);
    std::cout << "rows read: " << tally.rows << '\n'
              << "stored: " << tally.written + tally.unchanged << " (" << tally.written << " new or changed, " << tally.unchanged
              << " as they were)\n"
              << "refused: " << tally.refused << '\n';
    for (const auto& [reason, count] : tally.reasons) std::cout << "  " << count << ": " << in_words(reason) << '\n';
    std::cout << "values/s: " << static_cast<std::int64_t>(static_cast<double>(tally.rows) / std::max(seconds, 1e-3)) << '\n';
}

int import_values(const Config& config, const ValuesImport& wanted) {
    Installation installation{config};
    installation.bring_up_to_date();
    const auto begin = std::chrono::steady_clock::now();
    RefusedRows refused(wanted.refused);
    const goals::ValuesOrder order{.by = {},
                                   .source = std::filesystem::path(wanted.file).filename().string(),
                                   .file_hash = hash_of(wanted.file),
                                   .today = base::bangkok_date(installation.clock.now()),
                                   .unknown = wanted.create ? goals::Unknown::create : goals::Unknown::refuse};
    const auto open = [&] {
        return goals::LineReader([file = open_file(wanted.file)](std::span<char> space) { return fill(*file, space); });
    };
    const auto tally = goals::import_values(*installation.database, order, open, [&](const base::WrongRow& row) { refused.add(row); });
    if (refused.silent() > 0)
        std::cout << "… and " << refused.silent() << " more" << (wanted.refused.empty() ? ": --refused FILE writes all of them" : "")
                  << '\n';
    tell(tally, std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count());
    if (!tally.missing_columns.empty()) return 1;
    return tally.refused == 0 ? 0 : some_refused;
}

}  // namespace app
