#include "mail/words/letter.hpp"

#include <fmt/format.h>

#include "base/enum_names.hpp"
#include "base/locale.hpp"
#include "http/html.hpp"

namespace mail {

namespace {

using http::html::Attribute;
using http::html::Html;

Attribute style(std::string_view rules) {
    return {"style", std::string{rules}};
}

// Readers of mail drop style sheets, so each element carries its own.
constexpr std::string_view page_style =
    "max-width:34rem;margin:0 auto;padding:24px 16px;font-family:'Noto Sans Thai',Sarabun,'Helvetica Neue',Arial,sans-serif;"
    "font-size:17px;line-height:1.6;color:#1d2433";
constexpr std::string_view button_style =
    "display:inline-block;padding:12px 22px;border-radius:10px;background:#2f3e8f;color:#ffffff;text-decoration:none;font-weight:600";
constexpr std::string_view small_style = "margin-top:32px;padding-top:12px;border-top:1px solid #d9dce6;font-size:14px;color:#5a6275";

Html link_to(const std::string& address, std::string_view label, std::string_view look) {
    http::html::Element element{"a"};
    element.add(Attribute{"href", address});
    element.add(style(look));
    element.add(Html{label});
    return std::move(element).close();
}

std::string greeting(const Letter& letter, const std::string& name) {
    return name.empty() ? base::say(letter.language, "mail_greeting_nobody")
                        : base::say(letter.language, "mail_greeting", {{"name", name}});
}

std::string plain_text(const Letter& letter, const std::string& name, const std::string& origin) {
    std::string text = greeting(letter, name) + "\n\n";
    for (const auto& paragraph : letter.before) text += paragraph + "\n\n";
    for (const auto& [label, path] : letter.list) text += fmt::format("- {}\n  {}{}\n\n", label, origin, path);
    if (letter.link) text += fmt::format("{}\n{}{}\n\n", letter.link->label, origin, letter.link->path);
    for (const auto& paragraph : letter.after) text += paragraph + "\n\n";
    return text + "-- \n" + base::say(letter.language, "mail_foot") + "\n" + origin + "\n";
}

Html body(const Letter& letter, const std::string& name, const std::string& origin) {
    using http::html::div, http::html::each, http::html::li, http::html::p, http::html::ul;
    const auto paragraph = [](const std::string& text) { return p(text); };
    const auto item = [&](const Link& link) { return li(link_to(origin + link.path, link.label, "color:#2f3e8f")); };
    const auto list = letter.list.empty() ? Html{} : ul(each(letter.list, item));
    const auto button = letter.link ? p(link_to(origin + letter.link->path, letter.link->label, button_style)) : Html{};
    // A button that does not open can be copied.
    const auto spelled = letter.link ? p(style("font-size:14px;word-break:break-all"), origin + letter.link->path) : Html{};
    return div(style(page_style), http::html::lang(base::name_of(letter.language)), p(greeting(letter, name)),
               each(letter.before, paragraph), list, button, spelled, each(letter.after, paragraph),
               div(style(small_style), base::say(letter.language, "mail_foot"), " ", link_to(origin, origin, "color:#2f3e8f")));
}

}  // namespace

Written write(const Letter& letter, const std::string& recipient_name, const std::string& origin) {
    const std::string head = "<!doctype html><html lang=\"" + std::string{base::name_of(letter.language)} +
                             "\"><head><meta charset=\"utf-8\"><title>" + http::html::escape(letter.subject) + "</title></head><body>";
    return {plain_text(letter, recipient_name, origin), head + body(letter, recipient_name, origin).markup() + "</body></html>\n"};
}

}  // namespace mail
