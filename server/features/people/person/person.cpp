#include "people/person/person.hpp"

#include <algorithm>
#include <array>

#include "base/thai_text.hpp"
#include "people/names.hpp"

namespace people {

using base::or_empty;

namespace {

// Longer ones stand before those that they begin with.
constexpr std::array titles{"นางสาว",    "นาย", "นาง", "น.ส.", "ด.ช.",   "ด.ญ.", "เด็กชาย", "เด็กหญิง", "ดร.", "ผศ.ดร.", "รศ.ดร.", "ศ.ดร.",
                            "ผศ.",       "รศ.", "ศ.",  "อ.",   "อาจารย์", "นพ.",  "พญ.",    "ทพ.",    "ภก.", "ภญ.",    "พระครู",  "พระมหา",
                            "พระอาจารย์", "พระ", "คุณ",  "กำนัน", "ผู้ใหญ่",   "ครู",   "Mr.",    "Mrs.",   "Ms.", "Dr."};

bool replaced_by_rank(std::string_view title) {
    return title == "นาย" || title == "นาง" || title == "นางสาว" || title == "น.ส.";
}

std::string joined(const std::string& first, const std::string& second, std::string_view between = " ") {
    return first.empty() || second.empty() ? first + second : first + std::string(between) + second;
}

std::string without_spaces_around(std::string_view text) {
    const auto first = text.find_first_not_of(' ');
    return first == std::string_view::npos ? std::string() : base::tidy(text.substr(first, text.find_last_not_of(' ') + 1 - first));
}

// "สมชัย ใจดี,\n ครูสมชัย ," becomes "สมชัย ใจดี, ครูสมชัย".
std::optional<std::string> spellings(std::string_view typed) {
    std::string all;
    while (!typed.empty()) {
        const auto end = std::min(typed.find_first_of(",\n"), typed.size());
        all = joined(all, without_spaces_around(typed.substr(0, end)), ", ");
        typed.remove_prefix(std::min(end + 1, typed.size()));
    }
    return all.empty() ? std::nullopt : std::optional(std::move(all));
}

}  // namespace

std::string plain_name(const Person& person) {
    return joined(person.given_name, person.family_name);
}

std::string formal_name(const Person& person) {
    const bool title_stays = person.rank.empty() || !replaced_by_rank(person.title);
    return person.rank + (title_stays ? person.title : "") + plain_name(person);
}

Person person_from_name(std::string_view full_name) {
    std::string rest = base::tidy(full_name);
    Person person;
    const auto* longest = static_cast<const char*>(nullptr);
    for (const char* title : titles)
        if (rest.starts_with(title) && (!longest || std::string_view(title).size() > std::string_view(longest).size())) longest = title;
    // "นายก" begins with "นาย" and is no name after a title; whoever has only one word keeps it.
    if (longest && rest.size() > std::string_view(longest).size()) {
        person.title = longest;
        rest.erase(0, person.title.size());
    }
    rest.erase(0, std::min(rest.find_first_not_of(' '), rest.size()));
    const auto space = rest.find(' ');
    person.given_name = rest.substr(0, space);
    if (space != std::string::npos) person.family_name = rest.substr(rest.find_first_not_of(' ', space));
    return person;
}

Person person_of(const PersonForm& form) {
    return {.title = or_empty(form.title),
            .rank = or_empty(form.rank),
            .given_name = form.given_name.value,
            .family_name = or_empty(form.family_name),
            .known_as = or_empty(form.known_as),
            .name_en = or_empty(form.name_en),
            .phone = or_empty(form.phone),
            .email = or_empty(form.email),
            .line_id = or_empty(form.line_id),
            .note = or_empty(form.note),
            .also_written = spellings(or_empty(form.also_written))};
}

std::string search_name(const Person& person) {
    return comparable(formal_name(person) + " | " + plain_name(person) + " | " + person.known_as + " | " + person.name_en + " | " +
                      person.also_written.value_or(""));
}

}  // namespace people
