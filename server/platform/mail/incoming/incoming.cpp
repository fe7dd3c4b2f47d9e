#include "mail/incoming/incoming.hpp"

#include <gmime/gmime.h>

#include <algorithm>
#include <array>
#include <memory>
#include <mutex>

#include "base/encoding.hpp"
#include "mail/incoming/answer.hpp"
#include "mail/words/address.hpp"
#include "mail/words/token.hpp"

namespace mail {

namespace {

struct Unref {
    void operator()(void* object) const { g_object_unref(object); }
};
template <class T>
using Held = std::unique_ptr<T, Unref>;

struct Free {
    void operator()(char* text) const { g_free(text); }
};

Held<GMimeMessage> parse(std::string_view mail) {
    static std::once_flag once;
    std::call_once(once, g_mime_init);
    const Held<GMimeStream> stream{g_mime_stream_mem_new_with_buffer(mail.data(), mail.size())};
    const Held<GMimeParser> parser{g_mime_parser_new_with_stream(stream.get())};
    return Held<GMimeMessage>{g_mime_parser_construct_message(parser.get(), nullptr)};
}

std::string text_of(const char* text) {
    return text == nullptr ? std::string{} : std::string{text};
}

std::string field(GMimeMessage& message, const char* name) {
    return text_of(g_mime_object_get_header(reinterpret_cast<GMimeObject*>(&message), name));
}

std::string sender(GMimeMessage& message) {
    auto* list = g_mime_message_get_from(&message);
    auto* first = list != nullptr && internet_address_list_length(list) > 0 ? internet_address_list_get_address(list, 0) : nullptr;
    if (first == nullptr || !INTERNET_ADDRESS_IS_MAILBOX(first)) return {};
    return lower(text_of(internet_address_mailbox_get_addr(INTERNET_ADDRESS_MAILBOX(first))));
}

std::string token_of(GMimeMessage& message) {
    for (const auto* name : {"Delivered-To", "X-Original-To", "Envelope-To", "To", "Cc"})
        if (auto token = token_in(field(message, name), '+'); !token.empty()) return token;
    return {};
}

bool is_of_no_person(GMimeMessage& message, const std::string& from) {
    const auto submitted = lower(field(message, "Auto-Submitted"));
    const auto precedence = lower(field(message, "Precedence"));
    constexpr std::array<std::string_view, 4> bulk{"bulk", "junk", "list", "auto_reply"};
    constexpr std::array<std::string_view, 3> programs{"mailer-daemon@", "postmaster@", "noreply@"};
    return (!submitted.empty() && submitted != "no") || std::ranges::find(bulk, precedence) != bulk.end() ||
           std::ranges::any_of(programs, [&](std::string_view program) { return from.starts_with(program); }) ||
           !field(message, "List-Id").empty() || !field(message, "X-Autoreply").empty() || !field(message, "X-Autorespond").empty() ||
           field(message, "Return-Path") == "<>" || from.empty();
}

bool is_type(GMimeObject* object, const char* type, const char* subtype) {
    return g_mime_content_type_is_type(g_mime_object_get_content_type(object), type, subtype) != 0;
}

std::string bytes_of(GMimePart* part) {
    auto* content = g_mime_part_get_content(part);
    if (content == nullptr) return {};
    const Held<GMimeStream> stream{g_mime_stream_mem_new()};
    g_mime_data_wrapper_write_to_stream(content, stream.get());
    const auto* bytes = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(stream.get()));
    return {reinterpret_cast<const char*>(bytes->data), bytes->len};
}

// Programs in Thailand write TIS-620 and call it what they like: those letters are known by themselves. Others are what they say.
std::string words_of(GMimePart* part) {
    const auto charset = lower(text_of(g_mime_object_get_content_type_parameter(GMIME_OBJECT(part), "charset")));
    constexpr std::array<std::string_view, 8> ours{"", "us-ascii", "utf-8", "tis-620", "windows-874", "cp874", "iso-8859-11", "unknown"};
    if (std::ranges::find(ours, charset) != ours.end()) return base::decode(bytes_of(part)).text;
    const std::unique_ptr<char, Free> text{g_mime_text_part_get_text(GMIME_TEXT_PART(part))};
    return text_of(text.get());
}

struct Gathered {
    std::optional<std::string> words;  // of the first part that is plain text
    bool attachments{};
};

// A logo that belongs to the HTML of the same words is nothing that somebody attached.
void gather(GMimeObject* parent, GMimeObject* part, void* into) {
    auto& gathered = *static_cast<Gathered*>(into);
    if (GMIME_IS_MULTIPART(part)) return;
    const bool is_text = GMIME_IS_TEXT_PART(part) && !g_mime_part_is_attachment(GMIME_PART(part));
    if (is_text && is_type(part, "text", "plain") && !gathered.words) gathered.words = words_of(GMIME_PART(part));
    const bool is_of_html = parent != nullptr && is_type(parent, "multipart", "related");
    if (!is_text && !is_of_html) gathered.attachments = true;
}

Unfit unfit(const Gathered& gathered, bool is_too_large, const std::string& words) {
    if (gathered.attachments) return Unfit::attachments;
    if (is_too_large) return Unfit::too_large;
    return words.empty() ? Unfit::no_words : Unfit::none;
}

}  // namespace

std::optional<Incoming> read_incoming(std::string_view mail) {
    const auto message = parse(mail.substr(0, longest_incoming));
    if (!message) return std::nullopt;
    Incoming incoming;
    incoming.token = token_of(*message);
    incoming.from = sender(*message);
    incoming.id = text_of(g_mime_message_get_message_id(message.get()));
    if (incoming.token.empty() || is_of_no_person(*message, incoming.from)) return std::nullopt;
    Gathered gathered;
    g_mime_message_foreach(message.get(), gather, &gathered);
    incoming.words = gathered.words ? answer_in(*gathered.words) : "";
    incoming.unfit = unfit(gathered, mail.size() > longest_incoming, incoming.words);
    if (incoming.unfit != Unfit::none) incoming.words.clear();
    return incoming;
}

}  // namespace mail
