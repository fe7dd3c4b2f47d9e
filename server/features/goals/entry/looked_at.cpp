#include "goals/entry/looked_at.hpp"

#include <map>

#include "goals/entry/deed.hpp"
#include "goals/entry/rule.hpp"
#include "goals/indicator/indicator_queries.hpp"

namespace goals {

namespace {

class Look {
  public:
    Look(db::Session& db, const Indicator& indicator, const SeriesKey& key, base::AreaId inside)
        : db_(db), indicator_(indicator), key_(key), inside_(inside) {}

    std::vector<ValueInView> run(SeriesId series) && {
        const auto wide = is_reporter(inside_) ? areas::parent_of(inside_).value_or(inside_) : inside_;
        const auto all = list_entered(db_, series, wide, base::last_of(wide));
        std::vector<ValueInView> looked;
        for (const auto& row : all) {
            note_sibling(row);
            if (inside_ <= row.area_id && row.area_id <= base::last_of(inside_)) looked.push_back({row, {}, {}, {}, {}, {}});
        }
        if (looked.empty()) return looked;
        for (const auto& past : list_past(db_, key_, looked.front().area_id, looked.back().area_id)) note_past(past);
        for (auto& value : looked) doubt(value);
        ask_rule(looked);
        add_deeds(looked, series);
        return looked;
    }

  private:
    [[nodiscard]] bool is_reporter(base::AreaId area) const {
        const auto level = areas::level_of(area);
        return level == indicator_.level || level == areas::Level::community || level == areas::Level::village;
    }
    static base::AreaId family_of(base::AreaId area) { return areas::parent_of(area).value_or(area); }
    [[nodiscard]] std::optional<double> number_of(const Report& report) const {
        const auto value = value_of(indicator_, report);
        if (!value) return std::nullopt;
        return static_cast<double>(value->value) / base::Decimal::one;
    }

    void note_sibling(const EnteredRow& row) {
        if (const auto number = number_of(row.report())) families_[family_of(row.area_id)].emplace_back(row.area_id, *number);
    }
    void note_past(const PastRow& past) {
        if (const auto number = number_of(past.report())) past_[past.area_id].push_back(*number);
    }

    void doubt(ValueInView& value) {
        const auto number = number_of(value.report());
        if (!number) return;
        std::vector<double> siblings;
        for (const auto& [area, sibling] : families_[family_of(value.area_id)])
            if (area != value.area_id) siblings.push_back(sibling);
        value.doubts = doubts_of(*number, past_[value.area_id], siblings);
    }

    void ask_rule(std::vector<ValueInView>& looked) {
        const auto rule = find_rule(db_, indicator_.id);
        std::map<base::AreaId, Report> others;
        const auto other = rule.not_above ? find_indicator(db_, *rule.not_above) : std::nullopt;
        if (const auto series = other ? find_series(db_, {other->id, key_.period, key_.breakdown}) : std::nullopt)
            for (const auto& row : list_entered(db_, *series, inside_, base::last_of(inside_))) others[row.area_id] = row.report();
        for (auto& value : looked) {
            const auto beside = others.find(value.area_id);
            value.broken_rule =
                broken_by(rule, indicator_, value.report(), beside == others.end() ? std::nullopt : std::optional(beside->second));
        }
    }

    void add_deeds(std::vector<ValueInView>& looked, SeriesId series) {
        std::map<base::AreaId, ValueInView*> by_area;
        for (auto& value : looked) by_area[value.area_id] = &value;
        for (const auto& deed : list_deeds(db_, series, looked.front().area_id, looked.back().area_id)) {
            const auto found = by_area.find(deed.area_id);
            if (found != by_area.end()) add_deed(*found->second, deed);
        }
    }

    static void add_deed(ValueInView& value, const DeedRow& deed) {
        if (deed.act == Act::entered) value.sent_back.clear();
        if (deed.act == Act::sent_back) value.sent_back = deed.words;
        if (deed.act == Act::explained && deed.report() == value.report()) {
            value.explained = deed.words;
            value.explained_by = deed.person_id;
        }
    }

    db::Session& db_;
    const Indicator& indicator_;
    const SeriesKey& key_;
    base::AreaId inside_;
    std::map<base::AreaId, std::vector<std::pair<base::AreaId, double>>> families_;  // by what they lie in
    std::map<base::AreaId, std::vector<double>> past_;
};

}  // namespace

std::vector<ValueInView> look_at(db::Session& db, const Indicator& indicator, const SeriesKey& key, base::AreaId inside) {
    const auto series = find_series(db, key);
    if (!series) return {};
    return Look(db, indicator, key, inside).run(*series);
}

}  // namespace goals
