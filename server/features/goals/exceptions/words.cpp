#include "goals/exceptions/words.hpp"

#include "base/locale.hpp"
#include "goals/view/words.hpp"

namespace goals {

using base::Language;
using base::say;

static std::string missing_in_words(const ExceptionLine& line, Language language) {
    if (line.period.empty()) return say(language, "goals_exception_never");
    if (line.value || line.expected.value_or(1) > 1)
        return say(language, "goals_exception_incomplete",
                   {{"reported", number_in_words(base::whole(line.reported), 0)},
                    {"expected", number_in_words(base::whole(line.expected.value_or(0)), 0)}});
    return say(language, "goals_exception_missing");
}

std::string aim_in_words(const Traits& traits, const Aim& aim, Language language) {
    const auto from = amount_in_words(traits, aim.from, language);
    return aim.to ? from + "–" + amount_in_words(traits, *aim.to, language) : from;
}

std::string reason_in_words(const ExceptionLine& line, ExceptionReason reason, Language language) {
    const auto amount = [&](base::Decimal value) { return amount_in_words(line.traits, value, language); };
    switch (reason) {
        case ExceptionReason::off_target:
            return say(
                language, "goals_exception_off_target",
                {{"gap", amount(*line.gap)}, {"value", amount(*line.value)}, {"aim", aim_in_words(line.traits, *line.aim, language)}});
        case ExceptionReason::worse:
            return say(language, "goals_exception_worse",
                       {{"before", amount(*line.before)}, {"period", line.before_title}, {"value", amount(*line.value)}});
        case ExceptionReason::missing:
            return missing_in_words(line, language);
        case ExceptionReason::odd:
            break;
    }
    return say(language, "goals_exception_odd", {{"count", line.odd}});
}

std::string reasons_in_words(const ExceptionLine& line, Language language) {
    std::string words;
    for (const auto reason : line.reasons) words += (words.empty() ? "" : " · ") + reason_in_words(line, reason, language);
    return words;
}

std::string summary_in_words(const ExceptionList& list, Language language) {
    if (list.looked_at == 0) return say(language, "goals_exceptions_nothing");
    if (list.lines.empty()) return say(language, "goals_exceptions_none", {{"count", list.looked_at}});
    std::string words;
    const auto add = [&](std::string_view key, std::int64_t count) {
        if (count > 0) words += (words.empty() ? "" : " · ") + say(language, key) + " " + std::to_string(count);
    };
    add("goals_exception_is_off_target", list.counts.off_target);
    add("goals_exception_is_worse", list.counts.worse);
    add("goals_exception_is_missing", list.counts.missing);
    add("goals_exception_is_odd", list.counts.odd);
    return words;
}

std::vector<std::string> notes_in_words(const ExceptionList& list, Language language) {
    std::vector<std::string> notes;
    if (list.more > 0) notes.push_back(say(language, "goals_exceptions_more", {{"count", list.more}}));
    if (list.hidden > 0) notes.push_back(say(language, "goals_exceptions_hidden", {{"count", list.hidden}}));
    if (!list.seeks_odd) notes.push_back(say(language, "goals_exceptions_odd_from"));
    return notes;
}

}  // namespace goals
