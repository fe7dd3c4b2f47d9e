// lomwong-decode picture LONGEST_SIDE webp|jpeg  < file > picture
// lomwong-decode paper docx|odt|pdf               < file > text
// lomwong-decode table xlsx|ods SHEET             < file > CSV
// lomwong-decode archive                          < file > its files, as archive.hpp says
//
// Started by the server (cage.hpp) only. Ends with 0, with 65 or a code of fault.hpp if the file is at fault, with 70 if the cage could not
// be closed.

#include <fmt/format.h>
#include <sysexits.h>
#include <unistd.h>
#include <algorithm>
#include <charconv>
#include <cstdio>
#include <exception>
#include <span>
#include <string>
#include <string_view>

#include "decode/archive.hpp"
#include "decode/cage.hpp"
#include "decode/inside.hpp"
#include "decode/mapped_file.hpp"
#include "decode/office/papers.hpp"
#include "decode/office/tables.hpp"

namespace {

int refuse(std::string_view words) {
    fmt::print(stderr, "{}\n", words);
    return EX_DATAERR;
}

int make_picture(int longest_side, bool webp) {
    const auto header = decode::picture_header(decode::MappedFile(STDIN_FILENO).bytes());
    if (!header) return refuse("not a picture of a kind we open, or cut off before its size");
    if (!decode::fits(*header)) return refuse(fmt::format("claims {} x {} pixels", header->width, header->height));

    // Cut-off files are refused rather than filled with grey. `>`: only ever smaller. Inks without a profile need one to become light.
    const auto size = fmt::format("{0}x{0}>", longest_side);
    const auto* const output = webp ? ".webp[strip,Q=80]" : ".jpg[strip,Q=85,optimize_coding]";
    const bool inks = header->kind == decode::PictureKind::jpeg && header->channels == 4;
    const char* const tool = "/usr/bin/vipsthumbnail";
    const char* words[] = {tool,   "stdin[fail_on=truncated]",          "--size", size.c_str(), "--export-profile", "srgb", "--output",
                           output, inks ? "--import-profile" : nullptr, "cmyk",   nullptr};
    const char* environment[] = {"HOME=.", "TMPDIR=.", "LC_ALL=C.UTF-8", "VIPS_CONCURRENCY=1", "VIPS_NOVECTOR=1", "VIPS_BLOCK_UNTRUSTED=1",
                                 nullptr};
    execve(tool, const_cast<char* const*>(words), const_cast<char* const*>(environment));
    std::perror(tool);
    return EX_SOFTWARE;
}

int picture(std::string_view side, std::string_view format) {
    int longest_side = 0;
    if (std::from_chars(side.begin(), side.end(), longest_side).ec != std::errc() || longest_side < 1) return EX_USAGE;
    decode::enter_cage({});
    return make_picture(longest_side, format == "webp");
}

// One page more than is taken: the server sees by it that there are too many.
int read_pdf() {
    const auto last = std::to_string(decode::most_pages + 1);
    const char* const tool = "/usr/bin/pdftotext";
    const char* words[] = {tool, "-layout", "-enc", "UTF-8", "-eol", "unix", "-l", last.c_str(), "-", "-", nullptr};
    const char* environment[] = {"HOME=.", "TMPDIR=.", "LC_ALL=C.UTF-8", nullptr};
    execve(tool, const_cast<char* const*>(words), const_cast<char* const*>(environment));
    std::perror(tool);
    return EX_SOFTWARE;
}

int write_out(std::string_view made) {
    while (!made.empty()) {
        const auto count = write(STDOUT_FILENO, made.data(), made.size());
        if (count < 0) return EX_SOFTWARE;
        made.remove_prefix(static_cast<std::size_t>(count));
    }
    return EX_OK;
}

int paper(std::string_view kind) {
    decode::enter_cage({});
    if (kind == "pdf") return read_pdf();
    decode::office::Package package(STDIN_FILENO);
    return write_out(kind == "docx" ? decode::office::read_docx(package) : decode::office::read_odt(package));
}

int table(std::string_view kind, std::string_view sheet) {
    constexpr std::uint64_t room = std::uint64_t{64} << 20;
    decode::enter_cage({.output = room});
    decode::office::Package package(STDIN_FILENO);
    return write_out(kind == "xlsx" ? decode::office::read_xlsx(package, sheet) : decode::office::read_ods(package, sheet));
}

int archive() {
    constexpr std::uint64_t room = std::uint64_t{64} << 20;
    decode::enter_cage({.output = room});
    int result = EX_OK;
    decode::unpack_archive(STDIN_FILENO, [&](std::string_view bytes) { result = std::max(result, write_out(bytes)); });
    return result;
}

int run(std::span<char*> arguments) {
    const std::string_view order = arguments.size() > 1 ? arguments[1] : "";
    if (order == "picture" && arguments.size() == 4) return picture(arguments[2], arguments[3]);
    if (order == "paper" && arguments.size() == 3) return paper(arguments[2]);
    if (order == "table" && arguments.size() == 4) return table(arguments[2], arguments[3]);
    if (order == "archive" && arguments.size() == 2) return archive();
    return EX_USAGE;
}

}  // namespace

int main(int count, char** arguments) {
    try {
        return run({arguments, static_cast<std::size_t>(count)});
    } catch (const decode::Refused& refused) {
        fmt::print(stderr, "{}\n", refused.what());
        return decode::exit_code(refused.fault);
    } catch (const std::exception& error) {
        fmt::print(stderr, "{}\n", error.what());
        return EX_SOFTWARE;
    }
}
