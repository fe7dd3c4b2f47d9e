#include "http/net/multipart.hpp"

#include <fcntl.h>

#include <cerrno>
#include <cstdlib>

#include "http/net/refusal.hpp"
#include "http/uri.hpp"

namespace http::net {

constexpr std::size_t max_part_head = 8 << 10;
constexpr std::size_t max_parts = 200;
constexpr std::size_t max_value_bytes = 1 << 20;

// The value of `name` in `text/plain; name=value; name2="quoted \" value"`.
static std::string parameter(std::string_view line, std::string_view name) {
    for (auto at = line.find(';'); at != std::string_view::npos; at = line.find(';', at + 1)) {
        auto rest = line.substr(at + 1);
        rest.remove_prefix(std::min(rest.find_first_not_of(' '), rest.size()));
        if (rest.size() <= name.size() || rest[name.size()] != '=' || !same_name(rest.substr(0, name.size()), name)) continue;
        rest.remove_prefix(name.size() + 1);
        if (!rest.starts_with('"')) return std::string{rest.substr(0, rest.find(';'))};
        std::string value;
        for (std::size_t i = 1; i < rest.size() && rest[i] != '"'; ++i) {
            // Browsers escape only the quote, as %22; older programs write \" and Windows paths hold bare backslashes.
            if (rest[i] == '\\' && i + 1 < rest.size() && rest[i + 1] == '"') ++i;
            value += rest[i];
        }
        return value;
    }
    return {};
}

static std::string without_folders(std::string_view name) {
    return std::string(name.substr(name.find_last_of("/\\") + 1));  // npos + 1 is 0: it has none
}

static std::string told_file_name(std::string_view disposition) {
    const auto extended = parameter(disposition, "filename*");
    if (same_name(std::string_view{extended}.substr(0, 7), "UTF-8''"))
        if (auto name = decode_segment(std::string_view{extended}.substr(7))) return without_folders(*name);
    return without_folders(parameter(disposition, "filename"));
}

// A file without a name: it is gone when it is closed, whatever happens to us.
static Descriptor open_nameless(const std::filesystem::path& folder) {
    Descriptor file{::open(folder.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600)};
    if (file) return file;
    auto path = (folder / "upload-XXXXXX").string();  // a file system without O_TMPFILE
    Descriptor named{::mkostemp(path.data(), O_CLOEXEC)};
    if (!named) throw Refusal{507, "storage_unavailable"};
    ::unlink(path.c_str());
    return named;
}

std::string multipart_boundary(std::string_view content_type) {
    const auto kind = content_type.substr(0, content_type.find(';'));
    return same_name(kind, "multipart/form-data") ? parameter(content_type, "boundary") : std::string{};
}

MultipartReader::MultipartReader(std::string_view boundary, std::filesystem::path spool)
    : delimiter_{"\r\n--" + std::string{boundary}},
      spool_{std::move(spool)},
      pending_{"\r\n"} {}  // so the first delimiter is like the others

void MultipartReader::take(std::string_view bytes) {
    pending_.append(bytes);
    while (step()) {
    }
}

void MultipartReader::finish() {
    if (inside_ != Inside::epilogue) throw Refusal{400, "upload_cut_off"};
}

bool MultipartReader::step() {
    switch (inside_) {
        case Inside::preamble:
        case Inside::content:
            return read_content();
        case Inside::head:
            return read_head();
        case Inside::epilogue:
            pending_.clear();
    }
    return false;
}

// What follows a delimiter: "--" ends the form, else the head of the next part.
bool MultipartReader::read_head() {
    if (pending_.starts_with("--")) {
        inside_ = Inside::epilogue;
        return true;
    }
    const auto end = pending_.find("\r\n\r\n");
    if (end == std::string::npos) {
        if (pending_.size() > max_part_head) throw Refusal{400, "bad_form"};
        return false;
    }
    begin_part(std::string_view{pending_}.substr(0, end + 2));
    pending_.erase(0, end + 4);
    inside_ = Inside::content;
    return true;
}

void MultipartReader::begin_part(std::string_view head) {
    if (uploads.size() + form.size() >= max_parts) throw Refusal{413, "too_many_parts"};
    std::string_view disposition, content_type;
    while (!head.empty()) {
        const auto line = head.substr(0, head.find("\r\n"));
        head.remove_prefix(std::min(line.size() + 2, head.size()));
        const auto name = line.substr(0, line.find(':'));
        auto value = line.substr(std::min(name.size() + 1, line.size()));
        value.remove_prefix(std::min(value.find_first_not_of(' '), value.size()));
        if (same_name(name, "Content-Disposition")) disposition = value;
        if (same_name(name, "Content-Type")) content_type = value;
    }
    auto field = parameter(disposition, "name");
    if (field.empty()) throw Refusal{400, "bad_form"};
    in_file_ = disposition.find("filename") != std::string_view::npos;
    if (in_file_)
        uploads.push_back({std::move(field), told_file_name(disposition), std::string{content_type}, open_nameless(spool_), 0});
    else
        form.push_back({std::move(field), {}});
}

// Everything up to the next delimiter; keeps back what may be the beginning of one.
bool MultipartReader::read_content() {
    const auto end = pending_.find(delimiter_);
    const auto sure = end != std::string::npos ? end : pending_.size() - std::min(pending_.size(), delimiter_.size() - 1);
    if (inside_ == Inside::content) write_content(std::string_view{pending_}.substr(0, sure));
    pending_.erase(0, sure);
    if (end == std::string::npos) return false;
    pending_.erase(0, delimiter_.size());
    inside_ = Inside::head;
    return true;
}

void MultipartReader::write_content(std::string_view bytes) {
    if (!in_file_) {
        value_bytes_ += bytes.size();
        if (value_bytes_ > max_value_bytes) throw Refusal{413, "body_too_large"};
        form.back().value.append(bytes);
        return;
    }
    auto& upload = uploads.back();
    upload.size += bytes.size();
    while (!bytes.empty()) {
        const auto written = ::write(upload.content.number(), bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) throw Refusal{507, errno == ENOSPC || errno == EDQUOT ? "disk_full" : "storage_unavailable"};
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
}

}  // namespace http::net
