#include "files/opening.hpp"

#include <sys/mman.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <system_error>

#include "base/csv.hpp"
#include "decode/mapped_file.hpp"
#include "files/archives.hpp"
#include "files/kind.hpp"
#include "http/descriptor.hpp"

namespace files {

using namespace std::string_view_literals;

static constexpr std::size_t longest_text = std::size_t{4} << 20;
static constexpr std::size_t largest_paper = std::size_t{50} << 20;

static std::string_view view(decode::Bytes bytes) {
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

// Office files with a password are no ZIP but an old compound file with the real one, encrypted, inside.
static bool is_locked(std::string_view content) {
    return content.starts_with("\xD0\xCF\x11\xE0") &&
           content.find("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"sv) != std::string_view::npos;
}

static std::string_view problem_of(decode::Fault fault) {
    switch (fault) {
        case decode::Fault::broken:
            return "file_broken";
        case decode::Fault::locked:
            return "file_locked";
        case decode::Fault::swells:
            return "file_swells";
        case decode::Fault::hostile:
            return "file_hostile";
        case decode::Fault::too_long:
            return "file_too_long";
        case decode::Fault::too_many_pages:
            return "file_too_many_pages";
        case decode::Fault::without_text:
            return "file_without_text";
        case decode::Fault::no_such_sheet:
            return "file_no_such_sheet";
        case decode::Fault::too_many_files:
            return "file_too_many_inside";
    }
    return "file_not_opened";
}

Opened open_in_cage(const decode::Cage& cage, const decode::Order& order, int file) {
    lseek(file, 0, SEEK_SET);
    auto outcome = cage.run(order, file);
    switch (outcome.end) {
        case decode::End::done:
            return {std::move(outcome.made), {}};
        case decode::End::refused:
            return {{}, std::string(problem_of(outcome.fault.value_or(decode::Fault::broken)))};
        case decode::End::deadline:
            return {{}, "file_took_too_long"};
        case decode::End::crashed:
            break;
    }
    return {{}, "file_not_opened"};
}

Opened open_document(const decode::Cage& cage, int file) {
    const decode::MappedFile mapped(file);
    const auto content = view(mapped.bytes());
    if (content.size() > largest_paper) return {{}, "paper_too_large"};
    if (is_locked(content)) return {{}, "file_locked"};
    const auto kind = recognise(mapped.bytes());
    if (kind == Kind::docx) return open_in_cage(cage, decode::PaperOrder{decode::Paper::docx}, file);
    if (kind == Kind::odt) return open_in_cage(cage, decode::PaperOrder{decode::Paper::odt}, file);
    if (kind == Kind::pdf) return open_in_cage(cage, decode::PaperOrder{decode::Paper::pdf}, file);
    if (kind == Kind::doc) return {{}, "file_of_old_word"};
    if (kind != Kind::text && kind != Kind::html) return {{}, "not_a_text"};
    if (content.size() > longest_text) return {{}, "text_too_large"};
    return {std::string(content), {}};
}

static Opened open_member(const decode::Cage& cage, std::string_view content) {
    if (archive_kind(content) != ArchiveKind::none) return {{}, "file_archive_inside"};
    const http::Descriptor file(memfd_create("document", MFD_CLOEXEC));
    while (!content.empty()) {
        const auto count = ::write(file.number(), content.data(), content.size());
        if (count < 0) throw std::system_error(errno, std::system_category(), "document");
        content.remove_prefix(static_cast<std::size_t>(count));
    }
    return open_document(cage, file.number());
}

std::vector<NamedDocument> open_documents(const decode::Cage& cage, int file, const std::string& name) {
    using Clock = std::chrono::steady_clock;
    const auto deadline = Clock::now() + std::chrono::minutes(1);
    const decode::MappedFile mapped(file);
    switch (archive_kind(view(mapped.bytes()))) {
        case ArchiveKind::none:
            return {{open_document(cage, file), name}};
        case ArchiveKind::rar:
            return {{{{}, "file_of_rar"}, name}};
        case ArchiveKind::readable:
            break;
    }
    std::vector<NamedDocument> documents;
    const auto problem = open_archive(cage, file, [&](const std::string& inside, std::string_view content) {
        auto opened = Clock::now() < deadline ? open_member(cage, content) : Opened{{}, "file_took_too_long"};
        documents.push_back({std::move(opened), name + "/" + inside});
    });
    if (!problem.empty()) documents.push_back({{{}, problem}, name});
    return documents;
}

static OpenedTable open_sheet(const decode::Cage& cage, const decode::TableOrder& order, int file) {
    OpenedTable table{open_in_cage(cage, order, file), {}};
    const auto end = table.content.find('\n');
    if (!table.problem.empty() || end == std::string::npos) return table;
    if (auto names = base::csv::Reader(std::string_view(table.content).substr(0, end)).next()) table.sheets = std::move(names->cells);
    table.content.erase(0, end + 1);
    return table;
}

OpenedTable open_table(const decode::Cage& cage, int file, const std::string& sheet) {
    const decode::MappedFile mapped(file);
    const auto content = view(mapped.bytes());
    if (is_locked(content)) return {{{}, "file_locked"}, {}};
    const auto kind = recognise(mapped.bytes());
    if (kind == Kind::xlsx) return open_sheet(cage, {decode::Workbook::xlsx, sheet}, file);
    if (kind == Kind::ods) return open_sheet(cage, {decode::Workbook::ods, sheet}, file);
    if (kind == Kind::xls) return {{{}, "file_of_old_excel"}, {}};
    if (kind != Kind::text) return {{{}, "not_a_table"}, {}};
    return {{std::string(content), {}}, {}};
}

}  // namespace files
