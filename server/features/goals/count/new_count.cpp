#include "goals/count/new_count.hpp"

#include <algorithm>
#include <set>

#include "base/locale.hpp"
#include "base/thai_calendar.hpp"
#include "http/problem.hpp"
#include "journal/journal.hpp"

namespace goals {

namespace {

constexpr std::size_t most_items = 60;
constexpr std::size_t most_groups = 8;

CountChoice choice_of(const Indicator& indicator, const Definition& said, const std::string& name) {
    const bool delicate = said.delicate.value_or(false);
    return {.code = indicator.code,
            .title = name.empty() ? said.title.value : name,
            .title_en = name.empty() ? base::or_empty(said.title_en) : "",
            .level = indicator.level,
            .delicate = delicate,
            .way = usual_way(delicate),
            .has_levels = said.levels && !said.levels->empty()};
}

std::string at_item(std::size_t i) {
    return "/items/" + std::to_string(i) + "/code";
}

// What the form asks for, as far as it is here: the indicators with what their set calls them.
class Asked {
  public:
    Asked(db::Tx& db, const http::Viewer& viewer, const CountForm& form) : form_(form), problem_(422, "invalid_input") {
        area_ = areas::find(db, form.area);
        if (!area_) problem_.at("/area", "no_such_area");
        read_set(db, viewer);
        for (std::size_t i = 0; i < form.items.size(); ++i) read_item(db, viewer, i);
        if (area_) check_area();
        check_time(base::bangkok_date(db.now()));
        if (!problem_.errors().empty()) throw problem_;
    }

    [[nodiscard]] const areas::Area& area() const { return *area_; }
    [[nodiscard]] const std::optional<FoundSet>& set() const { return set_; }
    [[nodiscard]] const std::vector<ItemRow>& items() const { return items_; }
    // What is counted, in a word.
    [[nodiscard]] std::string title() const { return set_ ? set_->found.envelope.title : first_title_; }
    [[nodiscard]] std::string title_en() const { return set_ ? set_->found.envelope.title_en : first_title_en_; }

  private:
    void read_set(db::Session& db, const http::Viewer& viewer) {
        const auto key = base::or_empty(form_.set);
        if (key.empty()) return;
        set_ = find_readable_set(db, viewer, key);
        if (!set_) {
            problem_.at("/set", "no_such_set");
            return;
        }
        for (const auto& choice : choices_of(db, viewer, *set_, static_cast<int>(form_.year.value)).items)
            named_[choice.code] = choice.title;
    }

    void read_item(db::Session& db, const http::Viewer& viewer, std::size_t i) {
        const auto& wanted = form_.items[i];
        const auto found = find_readable(db, viewer, wanted.code.value);
        if (!found || (set_ && !named_.contains(found->indicator.code))) {
            problem_.at(at_item(i), "no_such_indicator");
            return;
        }
        const auto said = find_definition(db, found->indicator.id, static_cast<int>(form_.year.value)).value();
        const auto choice = choice_of(found->indicator, said, set_ ? named_[found->indicator.code] : "");
        if (!choice.has_levels) problem_.at(at_item(i), "no_levels");
        if (choice.level != level()) elsewhere_.push_back(i);
        if (items_.empty()) {
            first_title_ = choice.title;
            first_title_en_ = choice.title_en;
        }
        items_.push_back({.position = static_cast<std::int64_t>(i),
                          .indicator_id = found->indicator.id,
                          .name = choice.title == said.title.value ? "" : choice.title,
                          .way = wanted.way.value_or(choice.way),
                          .closed = false});
    }

    [[nodiscard]] areas::Level level() const { return area_ ? area_->level : areas::Level::country; }

    // An area that reports none of them is the wrong one; else the indicators that it does not report are.
    void check_area() {
        if (!elsewhere_.empty() && elsewhere_.size() == items_.size()) problem_.at("/area", "reports_at_another_level");
        if (elsewhere_.size() < items_.size())
            for (const auto i : elsewhere_) problem_.at(at_item(i), "reports_at_another_level");
        const int year = static_cast<int>(form_.year.value);
        if (!areas::stood_within({area_->id, area_->begins_on, area_->valid_to}, {year, 1, 1}, {year, 12, 31}))
            problem_.at("/area", "area_not_there_then");
    }

    void check_time(base::Date today) {
        if (form_.year.value > today.year) problem_.at("/year", "future_period");
        if (form_.held_on && today < *form_.held_on) problem_.at("/held_on", "in_the_future");
    }

    const CountForm& form_;
    http::Problem problem_;
    std::optional<areas::Area> area_;
    std::optional<FoundSet> set_;
    std::map<std::string, std::string> named_;  // of the set's indicators, by code
    std::vector<ItemRow> items_;
    std::vector<std::size_t> elsewhere_;  // places of those that other areas report
    std::string first_title_;
    std::string first_title_en_;
};

std::string title_in(base::Language language, const std::string& what, const areas::Area& area, const base::ReportingPeriod& period) {
    return base::say(language, "goals_count_title",
                     {{"what", what}, {"area", areas::title(area, language)}, {"year", base::title_of(period, language)}});
}

records::Description describe(const Asked& asked, const CountForm& form, const base::ReportingPeriod& period) {
    const auto what_en = asked.title_en().empty() ? asked.title() : asked.title_en();
    return {.title = title_in(base::Language::th, asked.title(), asked.area(), period),
            .title_en = title_in(base::Language::en, what_en, asked.area(), period),
            .area_id = form.area,
            .happened_on = form.held_on};
}

CountRow row_of(const Asked& asked, const CountForm& form) {
    CountRow row{.id = {},
                 .set_id = asked.set() ? asked.set()->row.id : SetId{},
                 .year = static_cast<int>(form.year.value),
                 .present = form.present.value,
                 .led_by = base::or_empty(form.led_by)};
    for (const auto& group : form.groups.value_or(std::vector<base::Text<1, 60>>{})) row.groups.push_back(group.value);
    return row;
}

template <class Texts>
bool has_twice(const Texts& texts) {
    std::set<std::string> seen;
    return std::ranges::any_of(texts, [&](const std::string& text) { return !seen.insert(text).second; });
}

}  // namespace

CountChoices choices_of(db::Session& db, const http::Viewer& viewer, const FoundSet& set, int year) {
    const auto own = get_set_version(db, set.row.id, year).content;
    const auto core = set.row.base_id ? std::optional(get_set_version(db, set.row.base_id, year).content) : std::nullopt;
    CountChoices choices{set.found.envelope.title, set.found.envelope.title_en, {}};
    for (const auto& group : merge(core ? &*core : nullptr, own))
        for (const auto& item : group.items)
            if (const auto found = find_readable(db, viewer, item.code))
                choices.items.push_back(choice_of(found->indicator, find_definition(db, found->indicator.id, year).value(), item.name));
    return choices;
}

CountChoices choices_of(db::Session& db, const FoundIndicator& found, int year) {
    const auto choice = choice_of(found.indicator, find_definition(db, found.indicator.id, year).value(), "");
    return {choice.title, choice.title_en, {choice}};
}

void check(const CountForm& form, json::Errors& errors) {
    if (form.items.empty()) errors.add("/items", "required");
    if (form.items.size() > most_items) errors.add("/items", "too_many_values", {{"max", std::int64_t{most_items}}});
    std::vector<std::string> codes;
    codes.reserve(form.items.size());
    for (const auto& item : form.items) codes.push_back(item.code.value);
    if (has_twice(codes)) errors.add("/items", "duplicate");
    if (!form.groups) return;
    std::vector<std::string> groups;
    groups.reserve(form.groups->size());
    for (const auto& group : *form.groups) groups.push_back(group.value);
    if (groups.size() > most_groups) errors.add("/groups", "too_many_values", {{"max", std::int64_t{most_groups}}});
    if (has_twice(groups)) errors.add("/groups", "duplicate");
}

records::Envelope open_count(db::Tx& tx, const http::Viewer& viewer, const CountForm& form) {
    const Asked asked(tx, viewer, form);
    auto row = row_of(asked, form);
    auto record = records::insert(tx, viewer.person,
                                  {.kind = std::string(CountTag::kind),
                                   .collection = "counts",
                                   .owner_id = form.owner,
                                   .state = records::State::published,
                                   .description = describe(asked, form, row.period()),
                                   .audience = {records::Visibility::public_, {}, {}}});
    row.id = {record.id.value};
    insert_count(tx, row, asked.items());
    records::set_text(tx, record.id, row.led_by);
    journal::record(tx, viewer.person, "goals.count_opened", {record.id, record.version, json::write(form)});
    return record;
}

}  // namespace goals
