#pragma once

#include <concepts>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// Semantic HTML by functions, for pages that are readable before any script runs:
//   article(h1(circle.title), p(css("lead"), circle.purpose), ul(each(sessions, session_item)))
// Whatever is text is escaped; markup comes only from these functions, or from trusted().
namespace http::html {

class Html {
  public:
    Html() = default;
    Html(std::string_view text);  // NOLINT(google-explicit-constructor): text is escaped, so it may stand anywhere
    Html(const char* text) : Html(std::string_view{text}) {}
    Html(const std::string& text) : Html(std::string_view{text}) {}
    Html(std::integral auto number) : markup_{std::to_string(number)} {}

    static Html trusted(std::string markup);  // from a renderer that escapes by itself, as ours of Markdown does

    Html& operator+=(const Html& other) {
        markup_ += other.markup_;
        return *this;
    }
    bool empty() const { return markup_.empty(); }
    const std::string& markup() const { return markup_; }

  private:
    std::string markup_;
};

std::string escape(std::string_view text);  // for content and for quoted attributes

// Where a link may lead: within the site, or out by http, https, mailto or tel. Never a script.
class Url {
  public:
    consteval Url(const char* path) : text_{path} {  // a path of ours, written in the program
        if (path[0] != '/' || path[1] == '/') throw "a path within the site begins with one slash";
    }
    static Url within(std::string_view path);                       // an address of a record: "/circles/12"; "/" if it is not one
    static std::optional<Url> from_outside(std::string_view text);  // what people typed

    std::string_view text() const { return owned_ ? std::string_view{*owned_} : text_; }

  private:
    explicit Url(std::string owned) : owned_{std::move(owned)} {}
    std::string_view text_;
    std::optional<std::string> owned_;
};

struct Attribute {
    std::string_view name;
    std::string value;
};
inline Attribute css(std::string_view classes) {
    return {"class", std::string{classes}};
}
inline Attribute lang(std::string_view language) {
    return {"lang", std::string{language}};
}
inline Attribute datetime(std::string_view iso) {
    return {"datetime", std::string{iso}};
}

// An element being written: attributes first, then content.
class Element {
  public:
    explicit Element(std::string_view name);
    void add(const Attribute& attribute);
    void add(const Html& content);
    template <class T>
    void add(const std::optional<T>& content) {
        if (content) add(Html{*content});
    }
    void add(const std::vector<Html>& contents) {
        for (const auto& content : contents) add(content);
    }
    Html close() &&;
    Html close_void() &&;  // without content and end tag

  private:
    std::string_view name_;
    std::string attributes_, content_;
};

struct Tag {
    std::string_view name;

    template <class... Part>
    Html operator()(const Part&... parts) const {
        Element element{name};
        (element.add(parts), ...);
        return std::move(element).close();
    }
};

inline constexpr Tag article{"article"}, section{"section"}, header{"header"}, footer{"footer"}, nav{"nav"}, aside{"aside"}, div{"div"};
inline constexpr Tag h1{"h1"}, h2{"h2"}, h3{"h3"}, p{"p"}, blockquote{"blockquote"}, figure{"figure"}, figcaption{"figcaption"};
inline constexpr Tag ul{"ul"}, ol{"ol"}, li{"li"}, dl{"dl"}, dt{"dt"}, dd{"dd"};
inline constexpr Tag table{"table"}, caption{"caption"}, thead{"thead"}, tbody{"tbody"}, tr{"tr"}, th{"th"}, td{"td"};
inline constexpr Tag span{"span"}, strong{"strong"}, em{"em"}, small{"small"}, mark{"mark"}, time{"time"}, cite{"cite"};

template <class... Part>
Html a(const Url& to, const Part&... parts) {
    Element element{"a"};
    element.add(Attribute{"href", std::string{to.text()}});
    (element.add(parts), ...);
    return std::move(element).close();
}

Html img(const Url& source, std::string_view alternative_text);

// Several, one after the other.
template <class... Part>
Html group(const Part&... parts) {
    Html all;
    ((all += Html{parts}), ...);
    return all;
}

template <class Range, class Component>
Html each(const Range& range, Component&& component) {
    Html all;
    for (const auto& item : range) all += component(item);
    return all;
}

}  // namespace http::html
