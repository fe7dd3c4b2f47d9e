#include <algorithm>
#include <map>
#include <set>

#include "goals/goal/target.hpp"
#include "goals/situation/situation.hpp"
#include "goals/situation/situation_queries.hpp"

namespace goals {

namespace {

std::vector<base::AreaId> lineage_of(base::AreaId area) {
    std::vector<base::AreaId> lineage{area};
    while (const auto parent = areas::parent_of(lineage.back())) lineage.push_back(*parent);
    return lineage;
}

// Collects indicators, each once.
class Collected {
  public:
    Collected(db::Session& db, base::AreaId area) : db_(db) {
        for (const auto& row : list_periods_here(db, area)) periods_[row.indicator_id].push_back({row.kind, row.first_day, row.last_day});
    }

    void add(const IndicatorCard& card, const std::string& called) {
        auto indicator = find_indicator(db_, card.code);
        if (!indicator || !known_.insert(indicator->id).second) return;
        const auto periods = periods_.find(indicator->id);
        looking_.indicators.push_back({.indicator = *std::move(indicator),
                                       .title = called.empty() ? card.title : called,
                                       .title_en = called.empty() ? card.title_en : "",
                                       .group = looking_.groups.size() - 1,
                                       .periods = periods == periods_.end() ? std::vector<base::ReportingPeriod>{} : periods->second});
    }

    void add_set(const ShownSet& set) {
        looking_.sets.push_back({set.record.title, set.record.title_en, set.address});
        for (const auto& group : set.groups) {
            if (group.items.empty()) continue;
            looking_.groups.emplace_back(group.name, group.name_en);
            for (const auto& item : group.items)
                if (item.indicator) add(*item.indicator, item.name);
        }
    }

    // Of a set only what there are figures of.
    void add_known(const ShownSet& set) {
        const auto is_known = [&](const ShownSetItem& item) {
            const auto indicator = item.indicator ? find_indicator(db_, item.code) : std::nullopt;
            return indicator && periods_.contains(indicator->id) && !known_.contains(indicator->id);
        };
        for (const auto& group : set.groups) {
            if (std::ranges::none_of(group.items, is_known)) continue;
            looking_.groups.emplace_back(group.name, group.name_en);
            for (const auto& item : group.items)
                if (is_known(item)) add(*item.indicator, item.name);
        }
    }

    void add_others(base::PersonId viewer) {
        std::vector<IndicatorId> others;
        for (const auto& [id, periods] : periods_)
            if (!known_.contains(id)) others.push_back(id);
        if (others.empty()) return;
        const auto codes = list_readable_codes(db_, viewer, others);
        std::map<std::string, IndicatorCard> cards;
        for (auto& card : list_indicators_of(db_, viewer, codes)) cards.emplace(card.code, std::move(card));
        looking_.groups.emplace_back();
        for (const auto& code : codes) add(cards.at(code), "");
    }

    Looking take() { return std::move(looking_); }

  private:
    db::Session& db_;
    std::map<IndicatorId, std::vector<base::ReportingPeriod>> periods_;
    std::set<IndicatorId> known_;
    Looking looking_;
};

}  // namespace

Looking look_at(db::Session& db, const Viewing& viewing, const areas::Area& area) {
    Collected collected(db, area.id);
    for (const auto& key : list_nearest_sets(db, viewing.viewer.person, lineage_of(area.id)))
        if (const auto set = find_readable_set(db, viewing.viewer, key))
            collected.add_set(show_set(db, {viewing.viewer, viewing.language, {}}, *set));
    // What Lomwong counts itself is there in every area that records its circles, whatever else it looks at.
    if (const auto circles = find_readable_set(db, viewing.viewer, "circle_life"))
        collected.add_known(show_set(db, {viewing.viewer, viewing.language, {}}, *circles));
    collected.add_others(viewing.viewer.person);
    return collected.take();
}

std::optional<AimedAt> find_usual_aim(db::Session& db, IndicatorId indicator, const base::ReportingPeriod& period) {
    const auto definitions = list_definitions(db, indicator);
    const auto holds = [&](const DefinitionVersion& version) { return version.from_year <= period.last.year; };
    const auto found = std::ranges::find_if(definitions, holds);
    const auto& said = found == definitions.end() ? definitions.back().content : found->content;
    if (!said.target) return {};
    AimedAt aim;
    aim.from = *said.target;
    aim.to = said.target_to;
    return aim;
}

std::optional<AimedAt> find_aim(db::Session& db, const AimWish& wish) {
    const auto target = target_of(db, wish.indicator.id, wish.area, wish.period);
    if (!target) return find_usual_aim(db, wish.indicator.id, wish.period);
    AimedAt aim;
    aim.from = target->value;
    aim.to = target->value_to;
    aim.title = target->title;
    aim.title_en = target->title_en;
    aim.address = target->address;
    aim.period_title = base::title_of(target->period, wish.language);
    return aim;
}

}  // namespace goals
