#include "http/html.hpp"

#include "http/fields.hpp"

namespace http::html {

std::string escape(std::string_view text) {
    std::string safe;
    safe.reserve(text.size() + text.size() / 16);
    for (const char c : text) {
        switch (c) {
            case '&':
                safe += "&amp;";
                break;
            case '<':
                safe += "&lt;";
                break;
            case '>':
                safe += "&gt;";
                break;
            case '"':
                safe += "&quot;";
                break;
            case '\'':
                safe += "&#39;";
                break;
            default:
                safe += c;
        }
    }
    return safe;
}

Html::Html(std::string_view text) : markup_{escape(text)} {}

Html Html::trusted(std::string markup) {
    Html html;
    html.markup_ = std::move(markup);
    return html;
}

static bool has_control_or_space(std::string_view text) {
    for (const char c : text)
        if (static_cast<unsigned char>(c) <= ' ' || c == '\x7f' || c == '\\') return true;
    return false;
}

Url Url::within(std::string_view path) {
    const bool is_ours = path.starts_with('/') && !path.starts_with("//") && !has_control_or_space(path);
    return Url{std::string{is_ours ? path : "/"}};
}

std::optional<Url> Url::from_outside(std::string_view text) {
    if (has_control_or_space(text)) return std::nullopt;
    if (text.starts_with('/') && !text.starts_with("//")) return Url{std::string{text}};
    const auto scheme = text.substr(0, text.find(':'));
    for (const auto* allowed : {"http", "https", "mailto", "tel"})
        if (scheme.size() < text.size() && same_name(scheme, allowed)) return Url{std::string{text}};
    return std::nullopt;
}

Element::Element(std::string_view name) : name_{name} {}

void Element::add(const Attribute& attribute) {
    attributes_.append(" ").append(attribute.name).append("=\"").append(escape(attribute.value)).append("\"");
}

void Element::add(const Html& content) {
    content_ += content.markup();
}

Html Element::close() && {
    std::string markup;
    markup.reserve(2 * name_.size() + attributes_.size() + content_.size() + 5);
    markup.append("<").append(name_).append(attributes_).append(">").append(content_).append("</").append(name_).append(">");
    return Html::trusted(std::move(markup));
}

Html Element::close_void() && {
    return Html::trusted("<" + std::string{name_} + attributes_ + ">");
}

Html img(const Url& source, std::string_view alternative_text) {
    Element element{"img"};
    element.add(Attribute{"src", std::string{source.text()}});
    element.add(Attribute{"alt", std::string{alternative_text}});
    element.add(Attribute{"loading", "lazy"});
    return std::move(element).close_void();
}

}  // namespace http::html
