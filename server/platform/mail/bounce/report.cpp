#include "mail/bounce/report.hpp"

#include <algorithm>
#include <map>
#include <vector>

#include "mail/words/address.hpp"
#include "mail/words/token.hpp"

namespace mail {

namespace {

constexpr std::size_t most_fields = 200;
constexpr std::size_t most_parts = 20;
constexpr std::size_t longest_said = 300;

using Fields = std::map<std::string, std::string, std::less<>>;  // names in lower case; of several of a name the first

std::string_view trimmed(std::string_view text) {
    const auto begin = text.find_first_not_of(" \t\r");
    return begin == std::string_view::npos ? std::string_view{} : text.substr(begin, text.find_last_not_of(" \t\r") - begin + 1);
}

// Takes a line off the front, without its end.
std::string_view take_line(std::string_view& rest) {
    const auto end = rest.find('\n');
    auto line = rest.substr(0, end);
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    if (line.ends_with('\r')) line.remove_suffix(1);
    return line;
}

// Takes fields off the front, down to an empty line. A line that begins with a blank goes on with the one before.
Fields take_fields(std::string_view& rest) {
    Fields fields;
    auto last = fields.end();
    while (!rest.empty()) {
        const auto line = take_line(rest);
        if (line.empty()) break;
        const bool goes_on = line.front() == ' ' || line.front() == '\t';
        const auto colon = line.find(':');
        if (goes_on && last != fields.end()) last->second += " " + std::string{trimmed(line)};
        if (goes_on || colon == std::string_view::npos || fields.size() >= most_fields) continue;
        const auto [field, is_new] = fields.emplace(lower(trimmed(line.substr(0, colon))), trimmed(line.substr(colon + 1)));
        last = is_new ? field : fields.end();
    }
    return fields;
}

std::string_view value(const Fields& fields, std::string_view name) {
    const auto found = fields.find(name);
    return found == fields.end() ? std::string_view{} : std::string_view{found->second};
}

bool is_type(const Fields& fields, std::string_view type) {
    return lower(value(fields, "content-type")).starts_with(type);
}

std::string boundary_of(const Fields& fields) {
    const auto type = value(fields, "content-type");
    const auto at = lower(type).find("boundary=");
    if (at == std::string::npos) return {};
    auto rest = type.substr(at + std::string_view{"boundary="}.size());
    if (rest.starts_with('"')) return std::string{rest.substr(1, rest.find('"', 1) - 1)};
    return std::string{rest.substr(0, rest.find_first_of("; \t"))};
}

// What stands between the lines "--boundary"; the last one may be cut off.
std::vector<std::string_view> parts_of(std::string_view body, const std::string& boundary) {
    const auto mark = "--" + boundary;
    std::vector<std::string_view> parts;
    bool has_begun = false;
    while (!body.empty() && parts.size() < most_parts) {
        const auto before = body;
        const auto line = take_line(body);
        if (line.starts_with(mark)) {
            has_begun = true;
            parts.push_back(body.substr(0, 0));
        } else if (has_begun) {
            auto& part = parts.back();
            part = std::string_view{part.data(), part.size() + before.size() - body.size()};
        }
    }
    return parts;
}

std::string token_of_envelope(const Fields& head) {
    for (const auto* name : {"to", "delivered-to", "x-original-to", "envelope-to"})
        if (auto token = token_in(value(head, name), '+'); !token.empty()) return token;
    return {};
}

std::string one_line(std::string_view text) {
    std::string line{text.substr(0, longest_said)};
    std::ranges::replace_if(
        line, [](char c) { return static_cast<unsigned char>(c) < 0x20 || static_cast<unsigned char>(c) >= 0x7f; }, ' ');
    return line;
}

bool is_status(std::string_view text) {
    return text.size() >= 5 && text.size() <= 9 && (text[0] == '4' || text[0] == '5') && text[1] == '.' &&
           std::ranges::all_of(text, [](char c) { return c == '.' || (c >= '0' && c <= '9'); });
}

// Groups of fields: of the message, then of each recipient. Ours have one.
void read_status(std::string_view part, Report& report) {
    while (!part.empty()) {
        const auto fields = take_fields(part);
        const auto status = value(fields, "status");
        const auto first_word = status.substr(0, status.find_first_of(" \t("));
        if (lower(value(fields, "action")) != "failed" || !is_status(first_word)) continue;
        report.status = first_word;
        report.said = one_line(value(fields, "diagnostic-code").empty() ? status : value(fields, "diagnostic-code"));
        return;
    }
}

void read_part(std::string_view part, Report& report) {
    const auto head = take_fields(part);
    if (is_type(head, "message/delivery-status")) read_status(part, report);
    if (!is_type(head, "message/rfc822") && !is_type(head, "text/rfc822-headers")) return;
    if (report.token.empty()) report.token = token_in(value(take_fields(part), "message-id"), '<');
}

}  // namespace

std::optional<Report> read_report(std::string_view mail) {
    auto rest = mail.substr(0, longest_report);
    const auto head = take_fields(rest);
    const auto boundary = boundary_of(head);
    if (!is_type(head, "multipart/report") || boundary.empty()) return std::nullopt;
    Report report;
    report.token = token_of_envelope(head);
    for (const auto part : parts_of(rest, boundary)) read_part(part, report);
    if (report.token.empty() || report.status.empty()) return std::nullopt;
    return report;
}

}  // namespace mail
