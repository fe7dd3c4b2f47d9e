#include "areas/timeline/timeline.hpp"

#include <algorithm>

#include "http/html.hpp"

namespace areas {

void check(const EntryContent& content, json::Errors& errors) {
    if (content.day && !content.month) errors.add("/month", "required");
    if (!happened_on(content).valid()) errors.add("/day", "no_such_day");
    const bool is_ours = content.link && content.link->value.starts_with('/');
    if (content.link && !content.link->value.empty() && !is_ours && !http::html::Url::from_outside(content.link->value))
        errors.add("/link", "not_a_link");
}

base::Date happened_on(const EntryContent& content) {
    const auto part = [](const auto& number) { return number ? static_cast<unsigned>(number->value) : 1u; };
    return {static_cast<int>(content.year.value), part(content.month), part(content.day)};
}

std::string text_of(const EntryContent& content) {
    std::string text;
    for (const auto* part : {&content.speaker, &content.speaker_role, &content.speaker_body}) {
        if (*part) text += (*part)->value + ' ';
    }
    return content.detail ? content.detail->value + '\n' + text : text;
}

}  // namespace areas
