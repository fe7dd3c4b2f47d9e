#include "areas/changes/descent.hpp"

#include <algorithm>
#include <map>

#include "areas/area_queries.hpp"
#include "areas/changes/change_queries.hpp"

namespace areas {

std::optional<base::Date> Succeeded::since() const {
    if (held_on) return held_on;
    return ended_on ? base::add_days(*ended_on, 1) : begun_on;
}

std::vector<Succeeded> list_succeeded(db::Session& db) {
    return db.all<Succeeded>(
        "SELECT s.area_id, s.successor_id, s.held_on, a.valid_to AS ended_on, b.begins_on AS begun_on FROM areas_successions s"
        " JOIN areas_areas a ON a.id = s.area_id JOIN areas_areas b ON b.id = s.successor_id ORDER BY s.area_id, s.successor_id");
}

namespace {

// What happened to one area on one day, out of what came before and after it.
class Telling {
  public:
    Telling(db::Session& db, AreaId area, base::Language language) : db_(db), area_(area), language_(language), all_(list_succeeded(db)) {}

    std::vector<Descent> run() {
        std::map<base::Date, std::pair<std::vector<AreaId>, std::vector<AreaId>>> days;  // from which it came, into which it went
        for (const auto& each : all_) {
            const auto since = each.since();
            if (!since) continue;
            if (each.successor_id == area_) days[*since].first.push_back(each.area_id);
            if (each.area_id == area_) days[*since].second.push_back(each.successor_id);
        }
        for (const auto& [day, sides] : days) {
            if (!sides.first.empty()) told_.push_back(tell(how_it_came(sides.first, day), day, sides.first));
            if (!sides.second.empty()) told_.push_back(tell(what_it_became(sides.second, day), day, sides.second));
        }
        for (auto& each : list_renamings(db_, area_)) told_.push_back(std::move(each));
        for (auto& each : list_raisings(db_, area_)) told_.push_back(std::move(each));
        std::ranges::stable_sort(told_, {}, &Descent::on);
        return std::move(told_);
    }

  private:
    Descended how_it_came(const std::vector<AreaId>& from, base::Date day) const {
        if (began_on() != day) return Descended::took;
        if (from.size() > 1) return Descended::joined_of;
        return successors_of(from.front(), day) > 1 || !has_ended(from.front()) ? Descended::part_of : Descended::was;
    }
    Descended what_it_became(const std::vector<AreaId>& into, base::Date day) const {
        if (!has_ended(area_)) return Descended::gave;
        if (into.size() > 1) return Descended::divided_into;
        return predecessors_of(into.front(), day) > 1 || !begins(into.front(), day) ? Descended::joined_to : Descended::became;
    }

    [[nodiscard]] std::optional<base::Date> began_on() const {
        const auto found = find(db_, area_);
        return found ? found->begins_on : std::nullopt;
    }
    [[nodiscard]] bool has_ended(AreaId area) const {
        const auto found = find(db_, area);
        return found && found->valid_to;
    }
    [[nodiscard]] bool begins(AreaId area, base::Date day) const {
        const auto found = find(db_, area);
        return found && found->begins_on == day;
    }
    [[nodiscard]] std::ptrdiff_t successors_of(AreaId area, base::Date day) const {
        return std::ranges::count_if(all_, [&](const Succeeded& each) { return each.area_id == area && each.since() == day; });
    }
    [[nodiscard]] std::ptrdiff_t predecessors_of(AreaId area, base::Date day) const {
        return std::ranges::count_if(all_, [&](const Succeeded& each) { return each.successor_id == area && each.since() == day; });
    }

    Descent tell(Descended what, base::Date day, const std::vector<AreaId>& others) const {
        Descent descent{.what = what, .on = day, .areas = {}, .name = {}, .municipality = {}, .is_whole = {}, .source = {}};
        for (const auto id : others)
            if (const auto other = find(db_, id)) descent.areas.push_back({other->code, other->level, title(*other, language_), false});
        descent.source = find_source(db_, area_, day);
        return descent;
    }

    db::Session& db_;
    AreaId area_;
    base::Language language_;
    std::vector<Succeeded> all_;
    std::vector<Descent> told_;
};

}  // namespace

std::vector<Descent> list_descents(db::Session& db, AreaId area, base::Language language) {
    return Telling(db, area, language).run();
}

}  // namespace areas
