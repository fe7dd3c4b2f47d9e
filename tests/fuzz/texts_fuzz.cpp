#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "areas/boundaries/boundary_file.hpp"
#include "auth/sign_on/openid/id_token.hpp"
#include "base/csv.hpp"
#include "base/encoding.hpp"
#include "base/json/node.hpp"
#include "base/network.hpp"
#include "base/period.hpp"
#include "base/thai_calendar.hpp"
#include "base/utf8.hpp"
#include "decode/picture_header.hpp"
#include "goals/computed/formula.hpp"
#include "goals/table/value_reader.hpp"
#include "http/net/multipart.hpp"
#include "http/net/refusal.hpp"
#include "http/net/request_reader.hpp"
#include "http/uri.hpp"
#include "ical/rule.hpp"
#include "mail/bounce/report.hpp"
#include "mail/incoming/incoming.hpp"
#include "markdown/markdown.hpp"
#include "search/index/question.hpp"

// READER is the one that is tried; see README.md.

// No reader says anything in words.
namespace base {
extern const std::string_view thai_locale;
extern const std::string_view english_locale;
const std::string_view thai_locale = "{}";
const std::string_view english_locale = "{}";
}  // namespace base

namespace {

// What must be so whatever came in.
void require(bool so) {
    if (!so) std::abort();
}

// As fields of a request are: others were refused.
std::string as_utf8(std::string_view bytes) {
    auto text = base::decode(bytes).text;
    std::string again;
    for (std::size_t at = 0; at < text.size();) base::append_character(again, base::next_character(text, at));
    require(again == text);
    return text;
}

namespace readers {

struct request {
    // The first byte says in pieces of how many bytes the rest comes.
    static void read(std::string_view bytes) {
        if (bytes.empty()) return;
        const std::size_t piece = static_cast<unsigned char>(bytes.front()) + 1;
        bytes.remove_prefix(1);
        http::net::RequestReader reader(8192);
        http::Request one;
        std::string body;
        std::size_t come = 0;
        try {
            for (std::size_t head = 0; head == 0;) {
                if (come == bytes.size()) return;
                come = std::min(bytes.size(), come + piece);
                head = reader.take_head(bytes.substr(0, come), one);
                bytes.remove_prefix(head);
                come -= head;
            }
            reader.limit_body(1 << 20);
            while (!reader.whole()) {
                const auto taken = reader.take_body(bytes.substr(0, come), body);
                require(taken <= come);
                bytes.remove_prefix(taken);
                come -= taken;
                if (taken > 0) continue;
                if (come == bytes.size()) return;
                come = std::min(bytes.size(), come + piece);
            }
            require(body.size() <= 1 << 20);
        } catch (const http::net::Refusal& refusal) {
            require(refusal.status >= 400 && refusal.status < 600);
        }
    }
};

struct multipart {
    static void read(std::string_view bytes) {
        http::net::MultipartReader reader("limit", "/tmp");
        try {
            for (; !bytes.empty(); bytes.remove_prefix(std::min<std::size_t>(bytes.size(), 17))) reader.take(bytes.substr(0, 17));
            reader.finish();
        } catch (const http::net::Refusal&) {
            return;
        }
        for (const auto& upload : reader.uploads) require(upload.file_name.find('/') == std::string::npos);
    }
};

struct query {
    static void read(std::string_view bytes) {
        http::read_query(bytes);
        base::network_of(std::string(bytes));
    }
};

struct json {
    static void read(std::string_view bytes) {
        ::json::Errors errors;
        const auto node = ::json::parse(bytes, errors, {.bytes = 1 << 20, .depth = 32, .values = 10'000});
        require(node.has_value() == errors.empty());
    }
};

struct csv {
    static void read(std::string_view bytes) {
        const auto text = as_utf8(bytes);
        static const std::array<base::csv::Column, 2> columns{{{"name", {"ชื่อ", "name"}, true}, {"code", {"รหัส"}, false}}};
        base::csv::Table table(text, columns);
        while (const auto line = table.next()) require(line->cells.size() == columns.size());
    }
};

struct markdown {
    // Each tag that is opened is closed, in order, and no attribute holds a tag.
    static void require_balance(std::string_view html) {
        std::vector<std::string_view> open;
        for (auto at = html.find('<'); at != std::string_view::npos; at = html.find('<', at + 1)) {
            const auto tag = html.substr(at + 1, html.find('>', at) - at - 1);
            require(tag.find('<') == std::string_view::npos && std::ranges::count(tag, '"') % 2 == 0);
            const auto name = tag.substr(0, tag.find(' '));
            if (name == "br" || name == "hr" || name == "img") continue;
            if (!name.starts_with('/')) {
                open.push_back(name);
                continue;
            }
            require(!open.empty() && open.back() == name.substr(1));
            open.pop_back();
        }
        require(open.empty());
    }
    static void read(std::string_view bytes) {
        const auto text = as_utf8(bytes);
        const auto html = ::markdown::to_html(text);
        require(html.find("<script") == std::string::npos && html.find("href=\"javascript:") == std::string::npos);
        require_balance(html);
        ::markdown::to_text(text);
    }
};

struct dates {
    static void read(std::string_view bytes) {
        base::read_date(bytes);
        base::read_period(bytes);
        base::date_from_iso(bytes);
        base::instant_from_iso(bytes);
        base::time_from_iso(bytes);
    }
};

struct picture {
    static void read(std::string_view bytes) {
        decode::picture_header({reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size()});
    }
};

struct bounce {
    static void read(std::string_view bytes) { mail::read_report(bytes); }
};

struct answer {
    static void read(std::string_view bytes) {
        const auto came = mail::read_incoming(bytes);
        require(!came || came->unfit == mail::Unfit::none || came->words.empty());
    }
};

struct formula {
    // What is wrong is said of a character that is there, or of the end; what is right is a number or none, and no more.
    static void read(std::string_view bytes) {
        const auto text = as_utf8(bytes);
        const auto read = goals::read_formula(text);
        if (const auto* wrong = std::get_if<goals::WrongFormula>(&read)) return require(wrong->at >= 1);
        (void)std::get<goals::Formula>(read).value([](const std::string& code) -> std::optional<base::Decimal> {
            return code.size() % 3 == 0 ? std::nullopt : std::optional(base::Decimal{static_cast<std::int64_t>(code.size()) - 2});
        });
    }
};

struct rule {
    // A cadence that is understood is told again as a rule that means the same, and what is refused has its reason.
    static void read(std::string_view bytes) {
        constexpr base::Date first{2026, 11, 22};
        const auto read = ical::read_rule(bytes, first);
        const auto* cadence = std::get_if<base::Cadence>(&read);
        if (!cadence) return require(!std::get<ical::WrongRule>(read).code.empty());
        require(std::holds_alternative<base::Cadence>(ical::read_rule(ical::rule_text(*cadence), first)));
        const auto again = ical::read_rule(ical::rule_text(*cadence), cadence->since);
        require(std::get<base::Cadence>(again) == *cadence);
    }
};

struct token {
    static void read(std::string_view bytes) {
        auth::openid::read_token(bytes);
        auth::openid::read_keys(bytes);
    }
};

struct values {
    static std::optional<goals::Indicator> indicator(const std::string& code) {
        goals::Indicator made;
        made.id = {1};
        made.factor.value = 100;
        if (code == "teeth") made.calculation = goals::Calculation::ratio;
        if (code == "joy") made.calculation = goals::Calculation::score;
        return code == "nobody" ? std::nullopt : std::optional(made);
    }

    // Every row is a value that can be stored, or is refused by its line and a reason.
    static void read(std::string_view bytes) {
        static const goals::Ground ground{.areas = {{"th", {{0}, {}, {}}}, {"800121", {{6'800'121'000}, base::Date{2009, 12, 26}, {}}}},
                                          .find_indicator = indicator,
                                          .today = {2026, 11, 22}};
        goals::ValueReader reader(goals::LineReader(bytes), ground);
        std::int64_t line = 1;
        while (const auto row = reader.next()) {
            const auto* value = std::get_if<goals::ReadValue>(&*row);
            const auto at = value ? value->line : std::get<base::WrongRow>(*row).line;
            require(line < at);
            line = at;
            if (!value) continue;
            require(value->series < reader.series().size());
            require(!value->denominator || value->denominator->value > 0);
        }
    }
};

struct boundaries {
    // What comes in can be drawn; what is refused has its place and its reason.
    static void read(std::string_view bytes) {
        const auto find = [](std::string_view code) {
            return code == "80" || code == "8001" ? std::optional(base::AreaId{6'010'000'000}) : std::nullopt;
        };
        const auto read = areas::read_boundaries(bytes, find, {.bytes = 1 << 20, .features = 100, .points = 10'000, .depth = 16});
        if (const auto* fault = std::get_if<areas::FileFault>(&read)) return require(!fault->code.empty());
        const auto& file = std::get<areas::BoundaryFile>(read);
        require(file.boundaries.size() <= 1);
        require(std::ssize(file.wrong) + std::ssize(file.boundaries) == file.features);
        for (const auto& boundary : file.boundaries) {
            require(!boundary.shape.empty() && areas::unpacked(areas::packed(boundary.shape)) == boundary.shape);
            for (const auto& polygon : boundary.shape)
                for (const auto& ring : polygon) require(ring.size() >= areas::least_in_ring && ring.front() == ring.back());
        }
    }
};

struct question {
    static void read(std::string_view bytes) { search::Question{as_utf8(bytes)}; }
};

}  // namespace readers

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    readers::READER::read({reinterpret_cast<const char*>(bytes), size});
    return 0;
}
