#include "files/kind.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>

namespace files {
namespace {

using namespace std::string_view_literals;

constexpr std::array all_facts{
    KindFacts{Kind::jpeg, Group::picture, "image/jpeg", "jpg"},
    KindFacts{Kind::png, Group::picture, "image/png", "png"},
    KindFacts{Kind::gif, Group::picture, "image/gif", "gif"},
    KindFacts{Kind::webp, Group::picture, "image/webp", "webp"},
    KindFacts{Kind::heif, Group::picture, "image/heif", "heic"},
    KindFacts{Kind::pdf, Group::paper, "application/pdf", "pdf"},
    KindFacts{Kind::docx, Group::paper, "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"},
    KindFacts{Kind::xlsx, Group::paper, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"},
    KindFacts{Kind::pptx, Group::paper, "application/vnd.openxmlformats-officedocument.presentationml.presentation", "pptx"},
    KindFacts{Kind::odt, Group::paper, "application/vnd.oasis.opendocument.text", "odt"},
    KindFacts{Kind::ods, Group::paper, "application/vnd.oasis.opendocument.spreadsheet", "ods"},
    KindFacts{Kind::odp, Group::paper, "application/vnd.oasis.opendocument.presentation", "odp"},
    KindFacts{Kind::doc, Group::paper, "application/msword", "doc"},
    KindFacts{Kind::xls, Group::paper, "application/vnd.ms-excel", "xls"},
    KindFacts{Kind::ppt, Group::paper, "application/vnd.ms-powerpoint", "ppt"},
    KindFacts{Kind::text, Group::paper, "text/plain", "txt"},
    KindFacts{Kind::html, Group::paper, "application/octet-stream", "html"},
    KindFacts{Kind::mp3, Group::sound, "audio/mpeg", "mp3"},
    KindFacts{Kind::m4a, Group::sound, "audio/mp4", "m4a"},
    KindFacts{Kind::ogg, Group::sound, "audio/ogg", "ogg"},
    KindFacts{Kind::wav, Group::sound, "audio/wav", "wav"},
    KindFacts{Kind::mp4, Group::film, "video/mp4", "mp4"},
    KindFacts{Kind::webm, Group::film, "video/webm", "webm"},
    KindFacts{Kind::weba, Group::sound, "audio/webm", "weba"},
};

bool says(std::string_view content, std::size_t at, std::string_view word) {
    return content.size() >= at && content.substr(at).starts_with(word);
}

struct Sign {
    std::size_t at;
    std::string_view word;
    Kind kind;
};

std::optional<Kind> by_sign(std::string_view content) {
    constexpr Sign signs[] = {
        {0, "%PDF-", Kind::pdf},    {0, "OggS", Kind::ogg},     {8, "WAVE", Kind::wav},
        {0, "ID3", Kind::mp3},      {0, "\xFF\xFB", Kind::mp3}, {0, "\xFF\xF3", Kind::mp3},
        {0, "\xFF\xF2", Kind::mp3}, {4, "ftypM4A", Kind::m4a},  {4, "ftypisom", Kind::mp4},
        {4, "ftypmp4", Kind::mp4},  {4, "ftypavc1", Kind::mp4}, {4, "ftypiso", Kind::mp4},
        {4, "ftypqt", Kind::mp4},   {4, "ftypM4V", Kind::mp4},  {0, "\x1A\x45\xDF\xA3", Kind::webm},
    };
    for (const auto& sign : signs)
        if (says(content, sign.at, sign.word)) return sign.kind;
    return {};
}

bool holds(std::string_view content, std::initializer_list<std::string_view> words) {
    return std::ranges::any_of(words, [&](std::string_view word) { return content.find(word) != std::string_view::npos; });
}

// A phone records a voice into the same boxes as a film. What is in them, the tracks at their beginning say: the codecs of Matroska by
// name, the handlers of MP4 (ISO/IEC 14496-12, 8.4.3) four bytes each.
Kind voice_or_film(std::string_view content, Kind film) {
    constexpr std::size_t tracks_within = 64 * 1024;
    if (film == Kind::webm) {
        const auto head = content.substr(0, tracks_within);
        return holds(head, {"A_OPUS", "A_VORBIS"}) && !holds(head, {"V_VP8", "V_VP9", "V_AV1", "V_MPEG"}) ? Kind::weba : film;
    }
    bool sound = false;
    for (auto at = content.find("hdlr"); at != std::string_view::npos; at = content.find("hdlr", at + 4)) {
        if (says(content, at + 12, "vide")) return film;
        sound = sound || says(content, at + 12, "soun");
    }
    return sound ? Kind::m4a : film;
}

std::optional<Kind> by_parts(std::string_view content, std::initializer_list<std::pair<std::string_view, Kind>> parts) {
    for (const auto& [part, kind] : parts)
        if (content.find(part) != std::string_view::npos) return kind;
    return {};
}

// Office files are ZIP archives: the names of their parts stand in the clear. One with a program in it is not taken.
std::optional<Kind> zip_kind(std::string_view content) {
    if (content.find("vbaProject.bin") != std::string_view::npos) return {};
    if (says(content, 30, "mimetypeapplication/vnd.oasis.opendocument."))
        return by_parts(
            content.substr(0, 200),
            {{"opendocument.text", Kind::odt}, {"opendocument.spreadsheet", Kind::ods}, {"opendocument.presentation", Kind::odp}});
    if (content.find("[Content_Types].xml") == std::string_view::npos) return {};
    return by_parts(content, {{"word/document.xml", Kind::docx}, {"xl/workbook.xml", Kind::xlsx}, {"ppt/presentation.xml", Kind::pptx}});
}

// The streams of an old office file are named in UTF-16.
std::optional<Kind> compound_kind(std::string_view content) {
    return by_parts(content, {{"W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0"sv, Kind::doc},
                              {"W\0o\0r\0k\0b\0o\0o\0k\0"sv, Kind::xls},
                              {"P\0o\0w\0e\0r\0P\0o\0i\0n\0t\0"sv, Kind::ppt}});
}

bool is_wide(std::string_view content) {
    return content.starts_with("\xFF\xFE") || content.starts_with("\xFE\xFF");
}

bool is_control(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r' && byte != '\f' && byte != 0x1B;
}

// Any encoding; UTF-16 must say so by its mark, for it is full of zeros.
bool is_text(std::string_view content) {
    return is_wide(content) || std::none_of(content.begin(), content.end(), is_control);
}

std::optional<Kind> text_kind(std::string_view content) {
    if (content.empty() || !is_text(content)) return {};
    std::string head(content.substr(0, 1024));
    std::erase(head, '\0');
    std::transform(head.begin(), head.end(), head.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    if (head.find("<svg") != std::string::npos) return {};
    const bool page = head.find("<!doctype html") != std::string::npos || head.find("<html") != std::string::npos ||
                      head.find("<body") != std::string::npos;
    return page ? Kind::html : Kind::text;
}

std::optional<Kind> picture_kind(decode::Bytes content) {
    const auto header = decode::picture_header(content);
    if (!header) return {};
    switch (header->kind) {
        case decode::PictureKind::jpeg:
            return Kind::jpeg;
        case decode::PictureKind::png:
            return Kind::png;
        case decode::PictureKind::gif:
            return Kind::gif;
        case decode::PictureKind::webp:
            return Kind::webp;
        case decode::PictureKind::heif:
            return Kind::heif;
    }
    return {};
}

}  // namespace

const KindFacts& facts(Kind kind) {
    static_assert(std::ranges::is_sorted(all_facts, {}, &KindFacts::kind));
    return all_facts[static_cast<std::size_t>(kind)];
}

std::uint64_t most_bytes(Group group) {
    constexpr std::uint64_t megabyte = 1 << 20;
    if (group == Group::film) return most_bytes_of_any;
    return group == Group::picture ? 40 * megabyte : 100 * megabyte;
}

std::optional<Kind> recognise(decode::Bytes bytes) {
    const std::string_view content(reinterpret_cast<const char*>(bytes.data()), bytes.size());
    if (const auto picture = picture_kind(bytes)) return picture;
    if (const auto kind = by_sign(content)) return *kind == Kind::webm || *kind == Kind::mp4 ? voice_or_film(content, *kind) : *kind;
    if (content.starts_with("PK\x03\x04")) return zip_kind(content);
    if (content.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")) return compound_kind(content);
    return text_kind(content);
}

}  // namespace files
