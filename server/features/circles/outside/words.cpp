#include "circles/outside/words.hpp"

#include <algorithm>

#include "base/first_words.hpp"
#include "base/locale.hpp"
#include "base/thai_calendar.hpp"

namespace circles {

namespace {

// A chat shows some lines before it hides the rest.
constexpr std::size_t most_points = 5;
constexpr std::size_t longest_point = 300;

class Lines {
  public:
    explicit Lines(base::Language language) : language_(language) {}

    Lines& add(const std::string& line) {
        if (!line.empty()) text_ += line + "\n";
        return *this;
    }
    Lines& say(std::string_view key, const json::Params& params = {}) { return add(base::say(language_, key, params)); }
    Lines& gap() {
        if (!text_.empty()) text_ += "\n";
        return *this;
    }
    std::string text() && {
        while (text_.ends_with('\n')) text_.pop_back();
        return std::move(text_);
    }

  private:
    base::Language language_;
    std::string text_;
};

std::string title_of(const Day& day, base::Language language) {
    return day.ordinal ? base::say(language, "circles_nth", {{"ordinal", *day.ordinal}}) + " · " + day.title : day.title;
}

std::string line_of(const Spoken& point) {
    const auto body = "- " + base::first_words(point.body, longest_point);
    return point.speaker.empty() ? body : body + " (" + point.speaker + ")";
}

std::string line_of(const Promised& agreement, base::Language language) {
    auto line = "- " + base::first_words(agreement.body, longest_point);
    if (!agreement.owner.empty()) line += " · " + agreement.owner;
    if (agreement.due_on) line += " · " + base::say(language, "channels_until", {{"date", base::long_date(*agreement.due_on, language)}});
    return line;
}

}  // namespace

std::string when(const Day& day, base::Language language) {
    auto text = base::weekday_name(base::weekday(day.date), language) + " " + base::long_date(day.date, language);
    if (day.starts) text += " " + base::time_text(*day.starts, language);
    if (day.starts && day.ends) text += " – " + base::time_text(*day.ends, language);
    return text;
}

std::string invitation(const Day& day, const Summary& summary, base::Language language) {
    Lines lines(language);
    lines.say("channels_invites", {{"title", title_of(day, language)}}).add(day.circle).gap().add(when(day, language)).add(day.place);
    if (!summary.key_question.empty()) lines.gap().say("channels_question", {{"question", summary.key_question}});
    return std::move(lines).text();
}

std::string thanks(const Day& day, const Summary& summary, base::Language language) {
    Lines lines(language);
    lines.say("channels_thanks", {{"title", title_of(day, language)}}).add(day.circle).add(when(day, language));
    if (summary.people) lines.say("channels_came", {{"count", *summary.people}});
    if (!summary.result.empty()) lines.gap().add(base::first_words(summary.result, 2 * longest_point));
    if (!summary.points.empty()) lines.gap().say("channels_said");
    for (std::size_t i = 0; i < std::min(most_points, summary.points.size()); ++i) lines.add(line_of(summary.points[i]));
    if (!summary.agreements.empty()) lines.gap().say("channels_agreed");
    for (const auto& agreement : summary.agreements) lines.add(line_of(agreement, language));
    return std::move(lines).text();
}

std::vector<std::string> paragraphs(const std::string& text) {
    std::vector<std::string> lines;
    for (std::size_t at = 0; at < text.size();) {
        const auto end = std::min(text.find('\n', at), text.size());
        if (end > at) lines.push_back(text.substr(at, end - at));
        at = end + 1;
    }
    return lines;
}

}  // namespace circles
