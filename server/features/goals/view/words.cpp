#include "goals/view/words.hpp"

#include "base/locale.hpp"
#include "goals/indicator/indicator_page.hpp"

namespace goals {

using base::Language;
using base::say;

std::string in_language(const std::string& thai, const std::string& english, Language language) {
    return language == Language::en && !english.empty() ? english : thai;
}

std::string number_in_words(base::Decimal number, int decimals) {
    const auto text = base::to_text(base::rounded(number, decimals));
    const auto point = std::min(text.find('.'), text.size());
    const auto first_digit = text.starts_with('-') ? std::size_t{1} : std::size_t{0};
    std::string whole = text.substr(0, point);
    for (auto at = whole.size(); at > first_digit + 3;) whole.insert(at -= 3, ",");
    if (decimals == 0) return whole;
    auto fraction = point < text.size() ? text.substr(point + 1) : std::string();
    fraction.resize(static_cast<std::size_t>(decimals), '0');
    return whole + "." + fraction;
}

std::string amount_in_words(const Traits& traits, base::Decimal value, Language language) {
    const auto number = number_in_words(value, static_cast<int>(traits.decimals));
    if (traits.calculation == Calculation::score) return say(language, "goals_points", {{"number", number}});
    if (traits.calculation == Calculation::plain) return number + " " + unit_in_words(traits, language);
    return traits.factor.value == 100 ? say(language, "goals_percent", {{"number", number}}) : number;
}

std::string found_in_words(const Traits& traits, const Figure& figure, Language language) {
    if (figure.value) return amount_in_words(traits, *figure.value, language);
    if (figure.hidden) return say(language, "goals_hidden");
    return say(language, "goals_found_" + std::string(base::name_of(found_in(figure))));
}

std::string coverage_in_words(const Figure& figure, Language language) {
    if (!figure.expected) return say(language, "goals_reported", {{"reported", number_in_words(base::whole(figure.reported), 0)}});
    return say(
        language, "goals_from_of",
        {{"reported", number_in_words(base::whole(figure.reported), 0)}, {"expected", number_in_words(base::whole(*figure.expected), 0)}});
}

}  // namespace goals
